import { contract as asStored, budgetWarnings, contractWarnings } from '../domain/contract.ts'
import { assertSignedBefore, correctedContract } from '../domain/contractCorrection.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { joinedReasons, reasonFor } from '../domain/warning.ts'
import { budgetLimit } from '../store/budget.ts'
import { isContractNumberTaken } from '../store/contract.ts'
import {
  firstEntryOf,
  removeChange,
  removeSignedLines,
  signedSplit,
  updateChange,
  updateContract,
} from '../store/contractCorrection.ts'
import { committedOf, findContractChange, insertContractLine } from '../store/contractLine.ts'
import type { ReadDb } from '../store/database.ts'
import { rulesOf } from '../store/rule.ts'
import { assertNotAfter, detailOf, linesOf, requireContract, wholeOf } from './contract.ts'
import type { CommandHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** A typed slip is put right with a reason; before and after stand in the chain. */
export const correctContract: CommandHandler<'correctContract'> = (db, input, { newId, today }) => {
  const contract = requireContract(db, input.contractId)
  const signed = signedSplit(db, contract.id)

  const { corrected, lines } = correctedContract(asStored.parse(contract), signed, input)
  assertOpen(requireProject(db, contract.projectId).state)
  assertNotAfter(corrected.signedOn, today, 'signedOn')
  assertSignedBefore(corrected.signedOn, firstEntryOf(db, contract.id))
  if (corrected.number !== contract.number && isContractNumberTaken(db, contract.projectId, corrected.number))
    throw new RuleBroken('contractNumberTaken', ['number'])
  const addedFen = corrected.amountFen - contract.amountFen
  if (contract.committedFen + addedFen < 0) throw new RuleBroken('contractNegative', ['amountFen'])
  const invested = committedOf(db, contract.projectId) + addedFen
  const override = reasonFor(
    [
      ...contractWarnings(corrected, rulesOf(db, contract.projectId)),
      ...(addedFen > 0 ? budgetWarnings(invested, budgetLimit(db, contract.projectId)) : []),
      ...(lines === null ? [] : linesOf(db, contract.projectId, lines, 'lines')),
    ],
    input.overrideReason,
  )

  const reason = joinedReasons(input.reason, override)
  updateContract(db, corrected, reason)
  if (lines !== null) {
    removeSignedLines(db, contract.id, reason)
    for (const line of lines)
      insertContractLine(db, { id: newId(), contractId: contract.id, ...line, isSettlement: false }, null)
  }
  return detailOf(db, contract.id)
}

export const correctContractChange: CommandHandler<'correctContractChange'> = (db, { reason, ...input }) => {
  const change = requirePending(db, input.changeId)
  const contract = requireContract(db, change.contractId)
  const { number = change.number, title = change.title, amountFen = change.amountFen } = input
  const { budgetLineId = change.budgetLineId, drawsOnContingency = change.drawsOnContingency } = input
  linesOf(db, contract.projectId, wholeOf(budgetLineId, amountFen), 'budgetLineId')

  const corrected = { ...change, number, title, amountFen, budgetLineId, drawsOnContingency }
  assertOpen(requireProject(db, contract.projectId).state)
  if (JSON.stringify(corrected) === JSON.stringify(change)) throw new RuleBroken('nothingChanged')

  updateChange(db, corrected, reason)
  return corrected
}

/** A pending change that came to nothing. */
export const withdrawContractChange: CommandHandler<'withdrawContractChange'> = (
  db,
  { changeId, reason },
) => {
  const change = requirePending(db, changeId)

  assertOpen(requireProject(db, requireContract(db, change.contractId).projectId).state)
  removeChange(db, changeId, reason)
  return change
}

function requirePending(db: ReadDb, changeId: string) {
  const change = findContractChange(db, changeId)
  if (change === undefined) throw new RuleBroken('contractChangeUnknown', ['changeId'])
  if (change.state === 'approved') throw new RuleBroken('contractChangeApproved', ['changeId'])
  return change
}
