import type { Day } from '../domain/day.ts'
import { type CloseChecklist, closedPeriod, type OpenItem, reopenedPeriod } from '../domain/periodClose.ts'
import type { ReadDb } from '../store/database.ts'
import { openItemsOf } from '../store/openItem.ts'
import {
  findPeriodClose,
  monthLedger,
  openMonths,
  listPeriods as readPeriods,
  savePeriodClose,
} from '../store/periodClose.ts'
import { openAlerts } from './alert.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'

/** 结账: what this ledger held, what the finance ledger shows, and what was still open, stay with it. */
export const closeMonth: CommandHandler<'closeMonth'> = (db, input, { newId, today, at }) => {
  const { month, reason } = input
  const { ledger, items } = checklistOf(db, month, today)
  const close = closedPeriod(
    findPeriodClose(db, month),
    {
      id: newId(),
      month,
      closedAt: at,
      closedBy: db.command.actor?.name ?? '',
      closeReason: reason,
      bookFen: input.bookFen ?? null,
      ledgerFen: ledger.paidFen,
      differenceNote: input.differenceNote,
      openItems: Object.fromEntries(items.map(({ kind, count }) => [kind, count])),
    },
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

export const monthChecklist: QueryHandler<'monthChecklist'> = (db, { month }, { today }) =>
  checklistOf(db, month, today)

function checklistOf(db: ReadDb, month: string, today: Day): CloseChecklist {
  const known = findPeriodClose(db, month)
  const earlier = openMonths(db).filter((open) => open < month)
  const red = openAlerts(db, today).filter(({ weight }) => weight === 1)
  const items: OpenItem[] = [
    ...openItemsOf(db, month),
    { kind: 'redAlerts', count: red.length, amountFen: null },
    { kind: 'earlierOpen', count: earlier.length, amountFen: null },
  ]
  return {
    month,
    isClosed: known !== undefined && known.reopenedAt === null,
    ledger: monthLedger(db, month),
    items,
  }
}
