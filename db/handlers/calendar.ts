import { assertMayRemove, calendarSet, exceptionOf } from '../domain/calendar.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import {
  findCalendar,
  findException,
  insertCalendar,
  insertException,
  listExceptions,
  listCalendars as readCalendars,
  removeCalendar as removeCalendarRow,
  removeException,
  tasksOfCalendar,
  updateCalendar,
  updateException,
} from '../store/calendar.ts'
import type { ReadDb } from '../store/database.ts'
import { asStep } from '../store/scheduleStep.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** The library's and a project's, each with its exceptions. */
export const listCalendars: QueryHandler<'listCalendars'> = (db, { projectId = null }) => {
  const items = readCalendars(db, projectId).map((calendar) => rowOf(db, projectId, calendar.id))
  return { items, total: items.length, page: 1, pageSize: items.length }
}

export const setCalendar: CommandHandler<'setCalendar'> = (db, input, { newId }) => {
  const known = input.calendarId === undefined ? undefined : requireCalendar(db, input.calendarId)
  const projectId = known === undefined ? (input.projectId ?? null) : known.projectId
  if (projectId !== null) requireProject(db, projectId)
  const calendars = readCalendars(db, projectId).filter((calendar) => calendar.projectId === projectId)

  const own = known ?? (input.isDefault ? calendars.find(({ isDefault }) => isDefault) : undefined)
  const calendar = calendarSet(own, input, newId())
  if (calendars.some(({ id, name }) => id !== calendar.id && name === calendar.name))
    throw new RuleBroken('calendarNameTaken', ['name'])

  asStep(db, { id: newId(), projectId }, () => {
    if (own === undefined) insertCalendar(db, calendar)
    else updateCalendar(db, calendar)
  })
  return rowOf(db, projectId, calendar.id)
}

export const setCalendarException: CommandHandler<'setCalendarException'> = (db, input, { newId }) => {
  const { id: calendarId, projectId } = requireCalendar(db, input.calendarId)
  const known = input.exceptionId === undefined ? undefined : requireException(db, input.exceptionId)

  const exception = exceptionOf(input, known?.id ?? newId())
  if (known !== undefined && known.calendarId !== calendarId)
    throw new RuleBroken('calendarExceptionUnknown', ['exceptionId'])

  asStep(db, { id: newId(), projectId }, () => {
    if (known === undefined) insertException(db, exception)
    else updateException(db, exception)
  })
  return rowOf(db, projectId, calendarId)
}

export const removeCalendarException: CommandHandler<'removeCalendarException'> = (db, input, { newId }) => {
  const exception = requireException(db, input.exceptionId)
  const { id, projectId } = requireCalendar(db, exception.calendarId)

  asStep(db, { id: newId(), projectId }, () => {
    removeException(db, exception.id)
  })
  return rowOf(db, projectId, id)
}

export const removeCalendar: CommandHandler<'removeCalendar'> = (db, { calendarId, reason }, { newId }) => {
  const calendar = requireCalendar(db, calendarId)
  const row = rowOf(db, calendar.projectId, calendarId)

  assertMayRemove(calendar, tasksOfCalendar(db, calendarId))

  asStep(db, { id: newId(), projectId: calendar.projectId }, () => {
    removeCalendarRow(db, calendarId, reason)
  })
  return row
}

function rowOf(db: ReadDb, projectId: string | null, calendarId: string) {
  return {
    ...requireCalendar(db, calendarId),
    exceptions: listExceptions(db, projectId).filter((exception) => exception.calendarId === calendarId),
    taskCount: tasksOfCalendar(db, calendarId).length,
  }
}

function requireCalendar(db: ReadDb, calendarId: string) {
  const calendar = findCalendar(db, calendarId)
  if (calendar === undefined) throw new RuleBroken('calendarUnknown', ['calendarId'])
  return calendar
}

function requireException(db: ReadDb, exceptionId: string) {
  const exception = findException(db, exceptionId)
  if (exception === undefined) throw new RuleBroken('calendarExceptionUnknown', ['exceptionId'])
  return exception
}
