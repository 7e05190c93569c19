import { closedPeriod, reopenedPeriod } from '../domain/periodClose.ts'
import { findPeriodClose, listPeriods as readPeriods, savePeriodClose } from '../store/periodClose.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'

/** 结账 */
export const closeMonth: CommandHandler<'closeMonth'> = (db, { month, reason }, { newId, today, at }) => {
  const known = findPeriodClose(db, month)
  const by = db.command.actor?.name ?? ''
  const close = closedPeriod(
    known,
    { id: newId(), month, closedAt: at, closedBy: by, closeReason: reason },
    today,
  )
  savePeriodClose(db, close, reason)
  return close
}

/** 反结账 */
export const reopenMonth: CommandHandler<'reopenMonth'> = (db, { month, reason }, { at }) => {
  const known = findPeriodClose(db, month)
  const close = reopenedPeriod(known, { at, by: db.command.actor?.name ?? '', reason })
  savePeriodClose(db, close, reason)
  return close
}

export const listPeriods: QueryHandler<'listPeriods'> = (db, page) => readPeriods(db, page)
