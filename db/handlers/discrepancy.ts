import { RuleBroken } from '../domain/ruleBroken.ts'
import {
  findDiscrepancy,
  listDiscrepancies as readDiscrepancies,
  updateDiscrepancyStatus,
} from '../store/discrepancy.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'

export const listDiscrepancies: QueryHandler<'listDiscrepancies'> = (db, { planId, ...page }) =>
  readDiscrepancies(db, { planId }, page)

/** Records what became of it; the figures of the sources stay as they are. */
export const setDiscrepancyStatus: CommandHandler<'setDiscrepancyStatus'> = (
  db,
  { discrepancyId, status, reason },
) => {
  if (findDiscrepancy(db, discrepancyId) === undefined)
    throw new RuleBroken('discrepancyUnknown', ['discrepancyId'])

  updateDiscrepancyStatus(db, discrepancyId, { status, reason, by: db.command.actor?.name ?? '' })
  const updated = findDiscrepancy(db, discrepancyId)
  if (updated === undefined) throw new Error('the discrepancy is gone')
  return updated
}
