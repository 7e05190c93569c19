import type { RequestOutput } from '../../../db/requests/requests.ts'

export type CalendarRow = RequestOutput<'listCalendars'>['items'][number]

/** Those of the scope itself: of a project its own, else the library's. */
export function ownCalendars(
  items: readonly CalendarRow[],
  projectId: string | null,
): readonly CalendarRow[] {
  return items.filter((calendar) => calendar.projectId === projectId)
}

/** The one that holds in the scope without being chosen; null while nobody has set it. */
export function defaultCalendar(items: readonly CalendarRow[], projectId: string | null): CalendarRow | null {
  return ownCalendars(items, projectId).find(({ isDefault }) => isDefault) ?? null
}
