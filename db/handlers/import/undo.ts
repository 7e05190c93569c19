import { assertNotNegative, fundReversalOf } from '../../domain/fund.ts'
import type { ImportBatch } from '../../domain/import/importBatch.ts'
import { assertPaidOn, assertPaidStays } from '../../domain/payment.ts'
import { assertMonthOpen } from '../../domain/periodClose.ts'
import { assertOpen } from '../../domain/project.ts'
import { reversalOf } from '../../domain/reversal.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import type { RuleCode } from '../../domain/ruleText.ts'
import { listLines } from '../../store/budget.ts'
import { isCopied, type LineUse, lineUse, removeLine, removeVersion } from '../../store/budgetDraft.ts'
import type { WriteDb } from '../../store/change.ts'
import type { ReadDb } from '../../store/database.ts'
import { insertFundEntry, insertPaymentFund } from '../../store/fund.ts'
import { fundBalances, standingFunds } from '../../store/fundBalance.ts'
import { findImport, markUndone } from '../../store/importBatch.ts'
import {
  type ContractUse,
  importedContracts,
  importedFundEntries,
  importedPayments,
  importedVersion,
  removeContract,
} from '../../store/importRecord.ts'
import { insertPayments } from '../../store/payment.ts'
import { closedMonths } from '../../store/periodClose.ts'
import { paidOf } from '../../store/position.ts'
import { findStep, isStepUndone } from '../../store/scheduleStep.ts'
import type { Step } from '../../store/verify.ts'
import { assertAdvancesStay } from '../advance.ts'
import { requireContract } from '../contract.ts'
import { requireFund } from '../fund.ts'
import type { BatchHandler, Moment } from '../handler.ts'
import { requireProject } from '../project.ts'
import { undoStep } from '../scheduleUndo.ts'
import { assertRole } from './apply.ts'
import { keyed, tally } from './keyed.ts'

interface Undoing {
  readonly batch: ImportBatch
  readonly reason: string
  /** Of the cancelling entries; null: the day of each entry. */
  readonly on: string | null
  readonly moment: Moment
}

/**
 * Takes an import back whole, or not at all: posted payments by reversals, fund entries by negative ones, contracts and
 * a draft version by removing them, as long as nothing that came later rests on them.
 */
export const undoImport: BatchHandler<'undoImport'> = function* (db, input, moment) {
  const batch = findImport(db, input.importId)
  if (batch === undefined) throw new RuleBroken('importUnknown', ['importId'])
  if (batch.undoneAt !== null) throw new RuleBroken('importUndone', ['importId'])
  assertRole(db.command.actor, batch.kind)
  const undoing = { batch, reason: input.reason, on: input.undoneOn ?? null, moment }

  switch (batch.kind) {
    case 'payments':
      yield* reversePayments(db, undoing)
      break
    case 'contracts':
      yield* removeContracts(db, undoing)
      break
    case 'budgetLines':
      removeBudget(db, undoing)
      break
    case 'funds':
      yield* takeBackFunds(db, undoing)
      break
    case 'tasks':
      undoTasks(db, undoing)
      break
  }
  return markUndone(db, batch.id, {
    at: moment.at,
    by: db.command.actor?.name ?? '',
    reason: input.reason,
  })
}

/** 红字冲销 of each, with its split, on its own day while that month is open. */
function* reversePayments(db: WriteDb, { batch, reason, on, moment }: Undoing): Generator<Step, void> {
  const { today, newId, at } = moment
  const actorName = db.command.actor?.name ?? ''
  const originals = importedPayments(db, batch.id)
  const touched = originals.find(
    ({ reversedById, adjustedFen }) => reversedById !== null || adjustedFen !== 0,
  )
  if (touched !== undefined) throw new RuleBroken('importReversedPart', ['importId'], { row: touched.row })
  const reversals = originals.map((original) =>
    reversalOf(
      original,
      { id: newId(), reversedOn: on ?? original.paidOn, reason, recordedAt: at, actorName },
      today,
    ),
  )
  const closed = closedMonths(db)
  const project = keyed((id: string) => requireProject(db, id))
  for (const { projectId, paidOn } of reversals) {
    assertOpen(project(projectId).state)
    assertMonthOpen(closed, paidOn, 'undoneOn')
  }
  assertPaidStaysWithout(db, reversals)
  const parts = originals.map(({ id }) =>
    standingFunds(db, id).map((part) => ({ ...part, amountFen: -part.amountFen })),
  )
  assertFundsStay(
    db,
    parts.flatMap((own, index) =>
      own.map(({ fundId, amountFen }) => ({
        fundId,
        projectId: reversals[index]?.projectId ?? '',
        amountFen: -amountFen,
      })),
    ),
  )

  for (let start = 0; start < reversals.length; start += 2000) {
    yield { done: start, total: reversals.length }
    const slice = reversals.slice(start, start + 2000)
    insertPayments(db, slice)
    for (const [index, reversal] of slice.entries())
      for (const part of parts[start + index] ?? []) insertPaymentFund(db, newId(), reversal, part)
  }
  assertAdvancesStay(db, reversals, 'importId')
}

/** @throws RuleBroken refundOverPaid: what came back since is more than would be left as paid */
function assertPaidStaysWithout(
  db: ReadDb,
  reversals: readonly {
    readonly projectId: string
    readonly contractId: string | null
    readonly amountFen: number
  }[],
) {
  const taken = tally()
  for (const { projectId, contractId, amountFen } of reversals) {
    taken.add(projectId, amountFen)
    if (contractId !== null) taken.add(`contract ${contractId}`, amountFen)
  }
  for (const projectId of new Set(reversals.map((reversal) => reversal.projectId)))
    assertPaidStays(paidOf(db, projectId), taken.of(projectId), 'importId')
  for (const contractId of new Set(reversals.map((reversal) => reversal.contractId)))
    if (contractId !== null)
      assertPaidStays(requireContract(db, contractId).paidFen, taken.of(`contract ${contractId}`), 'importId')
}

/** @throws RuleBroken fundNegative: `amountFen` is what the balance gains or loses by the undoing */
function assertFundsStay(
  db: ReadDb,
  changes: readonly { readonly fundId: string; readonly projectId: string; readonly amountFen: number }[],
) {
  const sums = tally()
  for (const { fundId, projectId, amountFen } of changes) sums.add(`${fundId} ${projectId}`, amountFen)
  const asked = new Map(changes.map((change) => [`${change.fundId} ${change.projectId}`, change]))
  for (const [key, { fundId, projectId }] of asked) {
    const balanceFen = fundBalances(db, { fundId, projectId })[0]?.balanceFen ?? 0
    assertNotNegative(requireFund(db, fundId).name, balanceFen, sums.of(key), 'importId')
  }
}

function* removeContracts(db: WriteDb, { batch, reason }: Undoing): Generator<Step, void> {
  const contracts = importedContracts(db, batch.id)
  const used = contracts.find(({ usedBy }) => usedBy !== null)
  if (used !== undefined) throw dependedOn(used)
  for (const [done, contract] of contracts.entries()) {
    if (done % 500 === 0) yield { done, total: contracts.length }
    if (!removeContract(db, contract.id, reason)) throw dependedOn(contract)
  }
}

function removeBudget(db: WriteDb, { batch, reason }: Undoing) {
  const version = importedVersion(db, batch.id)
  if (version === undefined) throw new RuleBroken('importVersionChanged', ['importId'])
  const lines = listLines(db, version.id)
  if (version.state === 'approved') throw new RuleBroken('importVersionApproved', ['importId'])
  if (version.isEdited === 1 || lines.length !== version.recordCount)
    throw new RuleBroken('importVersionChanged', ['importId'])
  const ids = lines.map(({ id }) => id)
  const use = lineUse(db, ids) ?? (isCopied(db, version.id) ? ({ by: 'version', line: '' } as const) : null)
  if (use !== null) throw new RuleBroken(lineUseCodes[use.by], ['importId'], { line: use.line })
  // Lines below others go first: each refers to the one above it.
  for (const id of ids.toReversed()) removeLine(db, id, reason)
  removeVersion(db, version.id, reason)
}

const lineUseCodes = {
  contract: 'importLineContracted',
  change: 'importLineChanged',
  work: 'importLineMeasured',
  payment: 'importLinePaid',
  version: 'importVersionCopied',
} as const satisfies Readonly<Record<LineUse | 'version', RuleCode>>

/** A reversal of each, on its own day while that month is open. */
function* takeBackFunds(db: WriteDb, { batch, reason, on, moment }: Undoing): Generator<Step, void> {
  const { newId, at, today } = moment
  const closed = closedMonths(db)
  const project = keyed((id: string) => requireProject(db, id))
  const reversals = importedFundEntries(db, batch.id).map((original) => {
    const reversedOn = on ?? original.enteredOn
    assertOpen(project(original.projectId).state)
    assertPaidOn(reversedOn, today, 'undoneOn')
    assertMonthOpen(closed, reversedOn, 'undoneOn')
    return fundReversalOf(original, {
      id: newId(),
      reversedOn,
      reason,
      recordedAt: at,
      actorName: db.command.actor?.name ?? '',
    })
  })
  assertFundsStay(
    db,
    reversals.filter(({ kind }) => kind === 'receipt'),
  )

  for (const [done, reversal] of reversals.entries()) {
    if (done % 2000 === 0) yield { done, total: reversals.length }
    insertFundEntry(db, reversal)
  }
}

/** By the step of the schedule that bears the import's id. @throws RuleBroken importUndone, stepOvertaken */
function undoTasks(db: WriteDb, { batch, moment }: Undoing) {
  const step = findStep(db, batch.id)
  if (step === undefined || isStepUndone(db, batch.id)) throw new RuleBroken('importUndone', ['importId'])
  if (step.projectId !== null) assertOpen(requireProject(db, step.projectId).state)
  undoStep(db, step, moment.newId())
}

/** What rests on the contract stands in the sentence, so that a person finds it. */
function dependedOn({ row, number, usedBy, use }: ReturnType<typeof importedContracts>[number]) {
  const code = usedBy === null ? 'importContractUsed' : useCodes[usedBy]
  return new RuleBroken(code, ['importId'], { row, name: number, what: use ?? '' })
}

const useCodes = {
  payment: 'importContractPaid',
  contractChange: 'importContractChanged',
  progressValue: 'importContractMeasured',
  settlement: 'importContractSettled',
  correction: 'importContractCorrected',
} as const satisfies Readonly<Record<ContractUse, RuleCode>>
