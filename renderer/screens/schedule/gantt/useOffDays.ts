import { useCallback, useMemo } from 'react'
import type { Day } from '../../../../db/domain/day.ts'
import { useRequest } from '../../../api.ts'
import { type ChartScale, columnsOf, dayAt, widthOf } from '../../../chart/chartScale.ts'

type Stretch = readonly [Day, Day]

/**
 * The days on which nobody works, by the calendar of the project or of the library, as stretches within a scale. Only
 * weeks and days are wide enough to shade.
 */
export function useOffDays(projectId: string | null, span: { readonly first: Day; readonly last: Day }) {
  const own = projectId === null ? {} : { projectId }
  const days = useRequest('workdays', { from: span.first, to: span.last, ...own })
  const calendars = useRequest('listCalendars', own)
  const weekdays =
    calendars.data?.items.find((one) => one.isDefault && one.projectId === projectId)?.workingWeekdays ??
    calendars.data?.items.find((one) => one.isDefault && one.projectId === null)?.workingWeekdays ??
    '12345'
  const special = useMemo(
    () => new Map(days.data?.special.map(({ day, isWork }) => [day, isWork] as const) ?? []),
    [days.data],
  )
  const offDays = useCallback(
    (scale: ChartScale): readonly Stretch[] => {
      if (scale.step !== 'week' && scale.step !== 'day') return []
      const first = columnsOf(scale)[0] ?? scale.start
      const last = dayAt(scale, widthOf(scale) - 1)
      return stretches(first, last, (day, weekday) => special.get(day) ?? weekdays.includes(String(weekday)))
    },
    [special, weekdays],
  )
  return { offDays }
}

/** `works`: whether a day, of a weekday with 1 for Monday, is a workday. */
function stretches(first: Day, last: Day, works: (day: Day, weekday: number) => boolean): Stretch[] {
  const found: Stretch[] = []
  let from: Day | null = null
  let before: Day = first
  for (let time = Date.parse(first); time <= Date.parse(last); time += 86_400_000) {
    const date = new Date(time)
    const day = date.toISOString().slice(0, 10)
    const isOff = !works(day, date.getUTCDay() || 7)
    if (isOff) from ??= day
    else if (from !== null) {
      found.push([from, before])
      from = null
    }
    before = day
  }
  if (from !== null) found.push([from, before])
  return found
}
