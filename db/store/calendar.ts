import type { Calendar, CalendarException } from '../domain/calendar.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

/** The library's and those of a project; null: the library's alone. In the order of making. */
export function listCalendars(db: ReadDb, projectId: string | null): Calendar[] {
  return db
    .all<StoredCalendar>(
      `SELECT * FROM calendar WHERE removed_at IS NULL AND (project_id IS NULL OR project_id = @projectId) ORDER BY rowid`,
      { projectId },
    )
    .map(calendarOf)
}

export function findCalendar(db: ReadDb, calendarId: string): Calendar | undefined {
  const row = db.get<StoredCalendar>('SELECT * FROM calendar WHERE id = @calendarId AND removed_at IS NULL', {
    calendarId,
  })
  return row === undefined ? undefined : calendarOf(row)
}

/** Of the same calendars. */
export function listExceptions(db: ReadDb, projectId: string | null): CalendarException[] {
  return db
    .all<StoredException>(
      `SELECT exception.* FROM calendar_exception AS exception JOIN calendar ON calendar.id = exception.calendar_id
        WHERE exception.removed_at IS NULL AND calendar.removed_at IS NULL
          AND (calendar.project_id IS NULL OR calendar.project_id = @projectId)
        ORDER BY exception.rowid`,
      { projectId },
    )
    .map(exceptionOf)
}

export function findException(db: ReadDb, exceptionId: string): CalendarException | undefined {
  const row = db.get<StoredException>(
    'SELECT * FROM calendar_exception WHERE id = @exceptionId AND removed_at IS NULL',
    { exceptionId },
  )
  return row === undefined ? undefined : exceptionOf(row)
}

/** The names of the tasks that chose it, in the order of their projects. */
export function tasksOfCalendar(db: ReadDb, calendarId: string): string[] {
  return db
    .all<{ name: string }>(
      'SELECT name FROM task WHERE calendar_id = @calendarId AND removed_at IS NULL ORDER BY project_id, sort_order',
      { calendarId },
    )
    .map(({ name }) => name)
}

export function insertCalendar(db: WriteDb, calendar: Calendar): void {
  db.insert({
    entity: 'calendar',
    sql: `INSERT INTO calendar (id, project_id, name, is_default, working_weekdays, keeps_holidays, recorded_at, removed_at)
      VALUES (@id, @project_id, @name, @is_default, @working_weekdays, @keeps_holidays, @recorded_at, @removed_at)`,
    row: {
      ...calendarColumns(calendar),
      project_id: calendar.projectId,
      is_default: calendar.isDefault ? 1 : 0,
      recorded_at: db.command.at,
      removed_at: null,
    },
  })
}

export function updateCalendar(db: WriteDb, calendar: Calendar): void {
  db.update({
    entity: 'calendar',
    sql: `UPDATE calendar SET name = @name, working_weekdays = @working_weekdays, keeps_holidays = @keeps_holidays
      WHERE id = @id RETURNING *`,
    params: calendarColumns(calendar),
    before: rowOf(db, 'SELECT * FROM calendar WHERE id = @id', calendar.id),
    reason: null,
  })
}

export function removeCalendar(db: WriteDb, calendarId: string, reason: string): void {
  db.update({
    entity: 'calendar',
    sql: 'UPDATE calendar SET removed_at = @at WHERE id = @id RETURNING *',
    params: { id: calendarId, at: db.command.at },
    before: rowOf(db, 'SELECT * FROM calendar WHERE id = @id', calendarId),
    reason,
  })
}

export function insertException(db: WriteDb, exception: CalendarException): void {
  db.insert({
    entity: 'calendar_exception',
    sql: `INSERT INTO calendar_exception (id, calendar_id, name, first_on, last_on, is_work, recorded_at, removed_at)
      VALUES (@id, @calendar_id, @name, @first_on, @last_on, @is_work, @recorded_at, @removed_at)`,
    row: {
      ...exceptionColumns(exception),
      calendar_id: exception.calendarId,
      recorded_at: db.command.at,
      removed_at: null,
    },
  })
}

export function updateException(db: WriteDb, exception: CalendarException): void {
  db.update({
    entity: 'calendar_exception',
    sql: `UPDATE calendar_exception SET name = @name, first_on = @first_on, last_on = @last_on, is_work = @is_work
      WHERE id = @id RETURNING *`,
    params: exceptionColumns(exception),
    before: rowOf(db, exceptionByIdSql, exception.id),
    reason: null,
  })
}

export function removeException(db: WriteDb, exceptionId: string): void {
  db.update({
    entity: 'calendar_exception',
    sql: 'UPDATE calendar_exception SET removed_at = @at WHERE id = @id RETURNING *',
    params: { id: exceptionId, at: db.command.at },
    before: rowOf(db, exceptionByIdSql, exceptionId),
    reason: null,
  })
}

const exceptionByIdSql = 'SELECT * FROM calendar_exception WHERE id = @id'

function rowOf(db: ReadDb, sql: string, id: string): Row {
  const row = db.get<Row>(sql, { id })
  if (row === undefined) throw new Error('no row of that id')
  return row
}

interface StoredCalendar {
  readonly id: string
  readonly project_id: string | null
  readonly name: string
  readonly is_default: number
  readonly working_weekdays: string | null
  readonly keeps_holidays: number | null
}

function calendarOf(row: StoredCalendar): Calendar {
  return {
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    isDefault: row.is_default === 1,
    workingWeekdays: row.working_weekdays,
    keepsHolidays: row.keeps_holidays === null ? null : row.keeps_holidays === 1,
  }
}

function calendarColumns({ id, name, workingWeekdays, keepsHolidays }: Calendar) {
  return {
    id,
    name,
    working_weekdays: workingWeekdays,
    keeps_holidays: keepsHolidays === null ? null : keepsHolidays ? 1 : 0,
  }
}

interface StoredException {
  readonly id: string
  readonly calendar_id: string
  readonly name: string
  readonly first_on: string
  readonly last_on: string
  readonly is_work: number
}

function exceptionOf(row: StoredException): CalendarException {
  return {
    id: row.id,
    calendarId: row.calendar_id,
    name: row.name,
    firstOn: row.first_on,
    lastOn: row.last_on,
    isWork: row.is_work === 1,
  }
}

function exceptionColumns({ id, name, firstOn, lastOn, isWork }: CalendarException) {
  return { id, name, first_on: firstOn, last_on: lastOn, is_work: isWork ? 1 : 0 }
}
