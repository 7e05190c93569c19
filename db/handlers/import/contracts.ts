import { budgetWarnings, type Contract, contractWarnings } from '../../domain/contract.ts'
import { type ContractDraft, readContract } from '../../domain/import/contractRow.ts'
import type { Sheet } from '../../domain/import/paymentRow.ts'
import { assertOpen } from '../../domain/project.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import type { RuleCode } from '../../domain/ruleText.ts'
import { budgetLimit } from '../../store/budget.ts'
import type { WriteDb } from '../../store/change.ts'
import { insertContract, isContractNumberTaken } from '../../store/contract.ts'
import { committedOf, insertContractLine } from '../../store/contractLine.ts'
import type { ReadDb } from '../../store/database.ts'
import { originColumns } from '../../store/importOrigin.ts'
import { rulesByProject } from '../../store/rule.ts'
import type { Step } from '../../store/verify.ts'
import { linesOf, wholeOf } from '../contract.ts'
import type { Moment } from '../handler.ts'
import { requireProject } from '../project.ts'
import { type BatchWriting, type Checked, checkRows, type SourceRow, type Taken } from './checkRows.ts'
import { keyed, tally } from './keyed.ts'
import { libraryNames } from './names.ts'

/** Contracts of a sheet, each held to the rules of recordContract as if the rows above it had been recorded. */
export function* checkContracts(
  db: ReadDb,
  rows: readonly SourceRow[],
  sheet: Sheet,
  { today }: Moment,
): Generator<Step, Checked> {
  const names = libraryNames(db, sheet.mapping)
  const { rows: checked, taken } = yield* checkRows(rows, sheet.mapping.takesDuplicates === true, {
    read: (row) => readContract(row, sheet, names),
    key: numberKey,
    existing: (drafts) =>
      new Map(
        drafts.flatMap(({ projectId, number, name }, at) =>
          isContractNumberTaken(db, projectId, number) ? [[at, `${number} ${name}`]] : [],
        ),
      ),
    check: contractRules(db, today),
    amountOf: ({ amountFen }) => amountFen,
  })
  return { rows: checked, write: (write, batch) => writeContracts(write, batch, taken) }
}

function contractRules(db: ReadDb, today: string): (draft: ContractDraft) => RuleCode[] {
  const rulesOf = rulesByProject(db)
  const project = keyed((id: string) => requireProject(db, id))
  const limit = keyed((id: string) => budgetLimit(db, id))
  const committed = keyed((id: string) => committedOf(db, id))
  const added = tally()
  const numbers = new Set<string>()
  return (draft) => {
    const { projectId, signedOn, amountFen, lines } = draft
    assertOpen(project(projectId).state)
    if (signedOn > today) throw new RuleBroken('dateInFuture', ['signedOn'], { today })
    // A number is one contract's alone: a row that is taken though it looks like another cannot be entered, either.
    if (numbers.has(numberKey(draft)) || isContractNumberTaken(db, projectId, draft.number))
      throw new RuleBroken('contractNumberTaken', ['number'])
    const invested = committed(projectId) + added.of(projectId) + amountFen
    const warnings = [
      ...contractWarnings(contractOf(draft, '', ''), rulesOf(projectId)),
      ...budgetWarnings(invested, limit(projectId)),
      ...linesOf(db, projectId, lines, 'budgetLine'),
    ]
    numbers.add(numberKey(draft))
    added.add(projectId, amountFen)
    return warnings
  }
}

function* writeContracts(
  db: WriteDb,
  { importId, at, overrideReason, newId }: BatchWriting,
  taken: readonly Taken<ContractDraft>[],
): Generator<Step, void> {
  for (const [done, { row, draft, warnings }] of taken.entries()) {
    if (done % 500 === 0) yield { done, total: taken.length }
    const contract = contractOf(draft, newId(), at)
    const reason = warnings.length > 0 ? overrideReason : null
    insertContract(db, contract, reason, originColumns({ importId, row }))
    const lines = draft.lines.length === 0 ? wholeOf(null, draft.amountFen) : draft.lines
    for (const line of lines)
      insertContractLine(db, { id: newId(), contractId: contract.id, ...line, isSettlement: false }, null)
  }
}

function contractOf(draft: ContractDraft, id: string, recordedAt: string): Contract {
  return { ...draft, id, settlementFen: null, settledOn: null, state: 'active', recordedAt }
}

function numberKey({ projectId, number }: ContractDraft): string {
  return `${projectId} ${number}`
}
