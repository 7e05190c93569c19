import type { ChartLink, LinkEnd } from '../../../chart/chartRow.ts'
import type { ScheduleRow } from './scheduleRows.ts'
import { exactDays, isCritical, type TaskLine } from './taskLine.ts'

interface Placed {
  readonly row: number
  readonly line: TaskLine
  readonly days: { readonly start: string; readonly finish: string }
}

/** The arrows between rows that are shown; an end without an exact day has none. */
export function chartLinks(
  rows: readonly ScheduleRow[],
  titleOf: (predecessor: string, successor: string, link: string) => string,
): readonly ChartLink[] {
  const placed = new Map<string, Placed>()
  for (const [row, shown] of rows.entries()) {
    if (shown.kind !== 'task') continue
    const days = exactDays(shown.line)
    if (days !== null) placed.set(shown.id, { row, line: shown.line, days })
  }
  return [...placed.values()].flatMap((to) =>
    to.line.task.predecessors.flatMap((link): ChartLink[] => {
      const from = placed.get(link.predecessorId)
      if (from === undefined) return []
      const lag = link.lagDays === 0 ? '' : `${link.lagDays > 0 ? '+' : ''}${String(link.lagDays)}d`
      return [
        {
          id: link.id,
          fromRow: from.row,
          toRow: to.row,
          from: endOf(from, link.kind.charAt(0)),
          to: endOf(to, link.kind.charAt(1)),
          isCritical:
            isCritical(from.line) && isCritical(to.line) && to.line.schedule?.heldById === from.line.task.id,
          title: titleOf(from.line.task.name, to.line.task.name, `${link.kind}${lag}`),
        },
      ]
    }),
  )
}

function endOf({ days, line }: Placed, letter: string): LinkEnd {
  if (line.task.kind === 'milestone')
    return { day: days.finish, edge: letter === 'S' ? 'morning' : 'evening' }
  return letter === 'S' ? { day: days.start, edge: 'morning' } : { day: days.finish, edge: 'evening' }
}
