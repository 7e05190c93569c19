import type { Day } from '../domain/day.ts'
import { dayOfIndex, indexOfDay } from '../domain/dayIndex.ts'
import { holidayName, publicHolidays } from '../domain/holiday.ts'
import { at } from '../domain/network.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { scheduleOf } from '../domain/schedule.ts'
import { listExceptions } from '../store/calendar.ts'
import type { QueryHandler } from './handler.ts'
import { calendarsOf, questionOf } from './planning.ts'

export const schedule: QueryHandler<'schedule'> = (db, { projectId, dataDate }, { today }) => {
  const asOf = dataDate === undefined ? today : dataDate
  const { items, start, finish } = scheduleOf(questionOf(db, projectId, asOf))
  return {
    items: [...items],
    dataDate: asOf,
    start,
    finish,
    yearsWithoutHolidays: start === null || finish === null ? [] : yearsUnknown(start, finish),
  }
}

/** Both ends counted. Named are the days that are not as their weekday has them. */
export const workdays: QueryHandler<'workdays'> = (db, { from, to, projectId = null, calendarId = null }) => {
  if (to < from) throw new RuleBroken('planDateReversed', ['to'])
  const first = indexOfDay(from)
  const last = indexOfDay(to)
  if (last - first > 366 * 30) throw new RuleBroken('workdayRangeTooLong', ['to'])
  const { before } = calendarsOf(db, projectId).of(calendarId)
  const exceptions = listExceptions(db, projectId)
  const special: { day: Day; isWork: boolean; name: string }[] = []
  for (let index = first; index <= last; index += 1) {
    const day = dayOfIndex(index)
    const isWork = at(before, index + 1) > at(before, index)
    const exception = exceptions.findLast(({ firstOn, lastOn }) => firstOn <= day && day <= lastOn)
    const name = exception?.name ?? holidayName(day)
    if (name !== null && special.length < 1000) special.push({ day, isWork, name })
  }
  return {
    workdays: at(before, last + 1) - at(before, first),
    calendarDays: last - first + 1,
    special,
    yearsWithoutHolidays: yearsUnknown(from, to),
  }
}

/** Years of which no list of holidays is known: there only weekends and the calendars' own exceptions count. */
function yearsUnknown(from: Day, to: Day): number[] {
  const { years } = publicHolidays()
  const first = Number(from.slice(0, 4))
  const count = Number(to.slice(0, 4)) - first + 1
  return Array.from({ length: count }, (_, index) => first + index).filter((year) => !years.has(year))
}
