import type { Day } from '../domain/day.ts'
import { dayOfIndex, indexOfDay } from '../domain/dayIndex.ts'
import { holidayName, publicHolidays } from '../domain/holiday.ts'
import { at } from '../domain/network.ts'
import { spanOf } from '../domain/planDate.ts'
import { assertOpen } from '../domain/project.ts'
import { movesTo, rescheduledTasks } from '../domain/proposal.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { scheduleOf } from '../domain/schedule.ts'
import type { Task } from '../domain/task.ts'
import { listCalendars, listExceptions } from '../store/calendar.ts'
import { asStep } from '../store/scheduleStep.ts'
import { updateTask } from '../store/task.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { calendarsOf, questionOf } from './planning.ts'
import { requireProject } from './project.ts'

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

/** Writes the reckoned dates as the planned ones: after a change of a calendar, or as of a data date. */
export const reschedule: CommandHandler<'reschedule'> = (db, input, { newId }) => {
  const { projectId, dataDate = null, dryRun: isDryRun, reason } = input
  assertOpen(requireProject(db, projectId).state)
  const question = questionOf(db, projectId, dataDate)

  const moved = rescheduledTasks(question)
  const { finish } = scheduleOf(question)
  const moves = movesTo(question.tasks, moved)

  if (isDryRun || moved.length === 0) db.writeNothing()
  else
    asStep(db, { id: newId(), projectId }, () => {
      for (const task of moved) updateTask(db, task, reason ?? null)
    })
  return { isDryRun, moves, newlyBroken: [], finishBefore: lastPlanned(question.tasks), finishAfter: finish }
}

function lastPlanned(tasks: readonly Task[]): Day | null {
  const days = tasks.flatMap(({ plannedFinish }) =>
    plannedFinish === null ? [] : spanOf(plannedFinish).last,
  )
  return days.toSorted().at(-1) ?? null
}

/** Both ends counted. Named are the days that are not as their weekday has them. */
export const workdays: QueryHandler<'workdays'> = (db, { from, to, projectId = null, calendarId = null }) => {
  if (to < from) throw new RuleBroken('planDateReversed', ['to'])
  const first = indexOfDay(from)
  const last = indexOfDay(to)
  if (last - first > 366 * 30) throw new RuleBroken('workdayRangeTooLong', ['to'])
  const { before } = calendarsOf(db, projectId).of(calendarId)
  const inForce = new Set(
    listCalendars(db, projectId).flatMap(({ id, isDefault }) => (isDefault || id === calendarId ? [id] : [])),
  )
  const exceptions = listExceptions(db, projectId).filter((exception) => inForce.has(exception.calendarId))
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
