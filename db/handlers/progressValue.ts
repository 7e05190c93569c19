import { onlyLineOf } from '../domain/contract.ts'
import { assertAddsUp, pctIn } from '../domain/fenPart.ts'
import { assertMonthOpen } from '../domain/periodClose.ts'
import { assertMeasured, doneWarnings } from '../domain/progressValue.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { reasonFor } from '../domain/warning.ts'
import { committedByLine } from '../store/contractLine.ts'
import { lineScope } from '../store/lineScope.ts'
import { closedMonths } from '../store/periodClose.ts'
import { insertProgressValue, measuredOn, listProgressValues as readValues } from '../store/progressValue.ts'
import { linesOf, requireContract, wholeOf } from './contract.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** 计量: work measured in a month; a negative amount takes back what was measured too much. */
export const recordProgressValue: CommandHandler<'recordProgressValue'> = (
  db,
  { contractId, month, amountFen, split, note, overrideReason },
  { newId, today, at },
) => {
  const contract = requireContract(db, contractId)
  const parts = split ?? wholeOf(onlyLineOf(committedByLine(db, contractId)), amountFen)
  linesOf(db, contract.projectId, parts, 'split')
  const cumulativeFen = (contract.doneFen ?? 0) + amountFen

  assertOpen(requireProject(db, contract.projectId).state)
  if (month > today.slice(0, 7)) throw new RuleBroken('monthInFuture', ['month'])
  if (month < contract.signedOn.slice(0, 7))
    throw new RuleBroken('dateBeforeContract', ['month'], { signedOn: contract.signedOn })
  assertMonthOpen(closedMonths(db), month, 'month')
  assertAddsUp(parts, amountFen, 'lineSplitUnequal', 'split')
  const added = parts.map((part) => ({ ...part, month }))
  assertMeasured(measuredOn(db, contractId), added)
  reasonFor(doneWarnings(amountFen, cumulativeFen, contract.committedFen), overrideReason)

  const items = parts.map((part) => ({
    id: newId(),
    contractId,
    month,
    ...part,
    note,
    // A correction is told with its reason, whether it breaks a rule or not.
    reason: overrideReason ?? null,
    recordedAt: at,
    actorName: db.command.actor?.name ?? '',
  }))
  for (const value of items) insertProgressValue(db, value)
  return { items, total: items.length, cumulativeFen, donePct: pctIn(cumulativeFen, contract.committedFen) }
}

export const listProgressValues: QueryHandler<'listProgressValues'> = (
  db,
  { contractId, projectId, planId, lineKey, from, to, ...page },
) => readValues(db, { contractId, projectId, planId, from, to, ...lineScope(db, projectId, lineKey) }, page)
