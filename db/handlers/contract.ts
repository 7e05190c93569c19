import { limitBudgetKinds, newestApproved } from '../domain/budget.ts'
import { contingencyWarnings } from '../domain/budgetTemplate.ts'
import { treeOf } from '../domain/budgetTree.ts'
import { contingencyOf, contingencyShortWarnings } from '../domain/contingency.ts'
import {
  assertSettledAfter,
  budgetWarnings,
  type Contract,
  type ContractRow,
  contractWarnings,
  type LineSplit,
  onlyLineOf,
  type RecordContract,
  settlementDifferences,
} from '../domain/contract.ts'
import type { Day } from '../domain/day.ts'
import { assertAddsUp } from '../domain/fenPart.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import type { RuleCode } from '../domain/ruleText.ts'
import { joinedReasons, reasonFor } from '../domain/warning.ts'
import { budgetLimit, findLineOf, listLines, listVersions } from '../store/budget.ts'
import {
  findContract,
  insertContract,
  isContractNumberTaken,
  listContracts as readContracts,
  settle,
} from '../store/contract.ts'
import {
  approveChange,
  committedByLine,
  committedOf,
  drawsOf,
  findContractChange,
  insertContractChange,
  insertContractLine,
  lastApprovalOf,
  listContractChanges,
  listContractLines,
} from '../store/contractLine.ts'
import type { ReadDb } from '../store/database.ts'
import { rulesOf } from '../store/rule.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

export const recordContract: CommandHandler<'recordContract'> = (db, input, { newId, today, at }) => {
  const project = requireProject(db, input.projectId)
  const contract = newContract(input, newId(), at)
  const lines = input.lines.length === 0 ? wholeOf(null, input.amountFen) : input.lines
  const lineWarnings = linesOf(db, project.id, lines, 'lines')

  assertOpen(project.state)
  assertNotAfter(input.signedOn, today, 'signedOn')
  if (isContractNumberTaken(db, project.id, input.number))
    throw new RuleBroken('contractNumberTaken', ['number'])
  assertAddsUp(lines, input.amountFen, 'lineSplitUnequal', 'lines')
  const invested = committedOf(db, project.id) + input.amountFen
  const reason = reasonFor(
    [
      ...contractWarnings(contract, rulesOf(db, project.id)),
      ...budgetWarnings(invested, budgetLimit(db, project.id)),
      ...lineWarnings,
    ],
    input.overrideReason,
  )

  insertContract(db, contract, reason)
  for (const line of lines)
    insertContractLine(db, { id: newId(), contractId: contract.id, ...line, isSettlement: false }, null)
  return detailOf(db, contract.id)
}

/** Pending until it is approved: it commits nothing before. */
export const recordContractChange: CommandHandler<'recordContractChange'> = (db, input, { newId, at }) => {
  const contract = requireContract(db, input.contractId)
  const budgetLineId = input.budgetLineId ?? onlyLineOf(committedByLine(db, contract.id))
  linesOf(db, contract.projectId, wholeOf(budgetLineId, input.amountFen), 'budgetLineId')

  assertOpen(requireProject(db, contract.projectId).state)
  if (contract.state === 'settled') throw new RuleBroken('contractSettled', ['contractId'])
  const change = {
    id: newId(),
    contractId: contract.id,
    number: input.number,
    title: input.title,
    amountFen: input.amountFen,
    budgetLineId,
    state: 'pending' as const,
    approvedOn: null,
    drawsOnContingency: input.drawsOnContingency,
    recordedAt: at,
  }

  insertContractChange(db, change)
  return change
}

export const approveContractChange: CommandHandler<'approveContractChange'> = (db, input, { today }) => {
  const change = findContractChange(db, input.changeId)
  if (change === undefined) throw new RuleBroken('contractChangeUnknown', ['changeId'])
  const contract = requireContract(db, change.contractId)
  const invested = committedOf(db, contract.projectId) + change.amountFen

  assertOpen(requireProject(db, contract.projectId).state)
  if (change.state === 'approved') throw new RuleBroken('contractChangeApproved', ['changeId'])
  if (contract.state === 'settled') throw new RuleBroken('contractSettled', ['changeId'])
  assertBetween(input.approvedOn, contract.signedOn, today, 'approvedOn')
  if (contract.committedFen + change.amountFen < 0) throw new RuleBroken('contractNegative', ['changeId'])
  const warnings = change.amountFen > 0 ? budgetWarnings(invested, budgetLimit(db, contract.projectId)) : []
  const draws = change.drawsOnContingency
    ? contingencyShortWarnings(change.amountFen, contingencyLeft(db, contract.projectId))
    : []
  const reason = reasonFor([...warnings, ...draws], input.overrideReason)

  return approveChange(db, change.id, input.approvedOn, reason)
}

/** 结算: from then on the settlement price is what is committed. */
export const settleContract: CommandHandler<'settleContract'> = (db, input, { newId, today }) => {
  const contract = requireContract(db, input.contractId)
  const committed = committedByLine(db, contract.id)
  if (input.lines !== undefined) linesOf(db, contract.projectId, input.lines, 'lines')
  const addedFen = input.settlementFen - contract.committedFen

  assertOpen(requireProject(db, contract.projectId).state)
  assertBetween(input.settledOn, contract.signedOn, today, 'settledOn')
  assertSettledAfter(input.settledOn, lastApprovalOf(db, contract.id))
  const differences = settlementDifferences(committed, input.settlementFen, input.lines)
  const invested = committedOf(db, contract.projectId) + addedFen
  const warnings = addedFen > 0 ? budgetWarnings(invested, budgetLimit(db, contract.projectId)) : []
  const reason = joinedReasons(input.reason, reasonFor(warnings, input.overrideReason))

  const { settlementFen, settledOn } = input
  settle(db, contract.id, { settlementFen, settledOn, submittedFen: input.submittedFen ?? null }, reason)
  for (const line of differences)
    insertContractLine(db, { id: newId(), contractId: contract.id, ...line, isSettlement: true }, settledOn)
  return detailOf(db, contract.id)
}

export const listContracts: QueryHandler<'listContracts'> = (db, { projectId, planId, text, ...page }) =>
  readContracts(db, { projectId, planId, text }, page)

export const getContract: QueryHandler<'getContract'> = (db, { contractId }) => detailOf(db, contractId)

/** The contract that an entry names, if any. @throws RuleBroken contractUnknown, contractOfOtherProject */
export function contractOf(
  db: ReadDb,
  { contractId, projectId }: { readonly contractId?: string | null | undefined; readonly projectId: string },
): ContractRow | null {
  if (contractId === undefined || contractId === null) return null
  const contract = requireContract(db, contractId)
  if (contract.projectId !== projectId) throw new RuleBroken('contractOfOtherProject', ['contractId'])
  return contract
}

export function requireContract(db: ReadDb, contractId: string): ContractRow {
  const contract = findContract(db, contractId)
  if (contract === undefined) throw new RuleBroken('contractUnknown', ['contractId'])
  return contract
}

/**
 * Warnings about the lines of a split.
 * @throws RuleBroken budgetLineUnknown, budgetLineHasLines: a split goes to the leaves of the project's own versions
 */
export function linesOf(db: ReadDb, projectId: string, split: LineSplit, field: string): RuleCode[] {
  return split.flatMap(({ budgetLineId }) => {
    if (budgetLineId === null) return []
    const found = findLineOf(db, projectId, budgetLineId)
    if (found === undefined) throw new RuleBroken('budgetLineUnknown', [field])
    if (found.hasBelow) throw new RuleBroken('budgetLineHasLines', [field])
    return contingencyWarnings(found.line.lineKey)
  })
}

/** What approved changes have left of 预备费; null without an approved 概算. */
function contingencyLeft(db: ReadDb, projectId: string) {
  const limit = newestApproved(listVersions(db, projectId), limitBudgetKinds)
  const tree = limit === undefined ? null : treeOf(listLines(db, limit.id))
  return contingencyOf(tree, drawsOf(db, projectId)).leftFen
}

export function wholeOf(budgetLineId: string | null, amountFen: number): LineSplit {
  return [{ budgetLineId, amountFen }]
}

export function detailOf(db: ReadDb, contractId: string) {
  return {
    ...requireContract(db, contractId),
    lines: listContractLines(db, contractId),
    changes: listContractChanges(db, contractId),
  }
}

function newContract(input: RecordContract, id: string, recordedAt: string): Contract {
  return {
    id,
    projectId: input.projectId,
    number: input.number,
    name: input.name,
    counterparty: input.counterparty,
    kind: input.kind,
    signedOn: input.signedOn,
    amountFen: input.amountFen,
    advancePct: input.advancePct,
    progressPct: input.progressPct,
    retentionPct: input.retentionPct,
    isSme: input.isSme,
    paymentDays: input.paymentDays,
    paymentTerms: input.paymentTerms,
    settlementFen: null,
    settledOn: null,
    state: 'active',
    recordedAt,
  }
}

export function assertNotAfter(on: Day, today: Day, field: string) {
  if (on > today) throw new RuleBroken('dateInFuture', [field], { today })
}

function assertBetween(on: Day, signedOn: Day, today: Day, field: string) {
  assertNotAfter(on, today, field)
  if (on < signedOn) throw new RuleBroken('dateBeforeContract', [field], { signedOn })
}
