import { assertNotNegative } from '../../domain/fund.ts'
import { type FundDraft, readFundEntry } from '../../domain/import/fundRow.ts'
import type { Sheet } from '../../domain/import/paymentRow.ts'
import { assertPaidOn } from '../../domain/payment.ts'
import { assertMonthOpen } from '../../domain/periodClose.ts'
import { assertOpen } from '../../domain/project.ts'
import type { RuleCode } from '../../domain/ruleText.ts'
import type { WriteDb } from '../../store/change.ts'
import type { ReadDb } from '../../store/database.ts'
import { insertFundEntry } from '../../store/fund.ts'
import { fundBalances } from '../../store/fundBalance.ts'
import { originColumns } from '../../store/importOrigin.ts'
import { isLikeFundEntry } from '../../store/importRecord.ts'
import { closedMonths } from '../../store/periodClose.ts'
import type { Step } from '../../store/verify.ts'
import { requireFund } from '../fund.ts'
import type { Moment } from '../handler.ts'
import { requireProject } from '../project.ts'
import { type BatchWriting, type Checked, checkRows, type SourceRow, type Taken } from './checkRows.ts'
import { keyed, tally } from './keyed.ts'
import { libraryNames } from './names.ts'

/** 下达 and 到位 of a sheet, each held to the rules of recordFundReceipt as if the rows above it had been recorded. */
export function* checkFundEntries(
  db: ReadDb,
  rows: readonly SourceRow[],
  sheet: Sheet,
  { today }: Moment,
): Generator<Step, Checked> {
  const names = libraryNames(db, sheet.mapping)
  const { rows: checked, taken } = yield* checkRows(rows, sheet.mapping.takesDuplicates === true, {
    read: (row) => readFundEntry(row, sheet, names),
    key: ({ fundId, projectId, kind, amountFen, enteredOn, documentNo }) =>
      [fundId, projectId, kind, amountFen, enteredOn, documentNo ?? ''].join(' '),
    existing: (drafts) =>
      new Map(drafts.flatMap((draft, at) => (isLikeFundEntry(db, draft) ? [[at, draft.enteredOn]] : []))),
    check: fundRules(db, today),
    amountOf: ({ amountFen }) => amountFen,
  })
  return { rows: checked, write: (write, batch) => writeFundEntries(write, batch, taken) }
}

function fundRules(db: ReadDb, today: string): (draft: FundDraft) => RuleCode[] {
  const closed = closedMonths(db)
  const project = keyed((id: string) => requireProject(db, id))
  const fund = keyed((id: string) => requireFund(db, id, 'fund'))
  const balance = keyed(
    (fundId: string, projectId: string) => fundBalances(db, { fundId, projectId })[0]?.balanceFen ?? 0,
  )
  const received = tally()
  return ({ fundId, projectId, kind, amountFen, enteredOn }) => {
    assertOpen(project(projectId).state)
    assertPaidOn(enteredOn, today, 'enteredOn')
    assertMonthOpen(closed, enteredOn, 'enteredOn')
    const { name } = fund(fundId)
    if (kind === 'receipt') {
      const key = `${fundId} ${projectId}`
      assertNotNegative(name, balance(fundId, projectId) + received.of(key), amountFen, 'amount')
      received.add(key, amountFen)
    }
    return []
  }
}

function* writeFundEntries(
  db: WriteDb,
  { importId, at, actorName, newId }: BatchWriting,
  taken: readonly Taken<FundDraft>[],
): Generator<Step, void> {
  for (const [done, { row, draft }] of taken.entries()) {
    if (done % 2000 === 0) yield { done, total: taken.length }
    insertFundEntry(
      db,
      { ...draft, id: newId(), recordedAt: at, actorName, reversesId: null, reason: null },
      originColumns({ importId, row }),
    )
  }
}
