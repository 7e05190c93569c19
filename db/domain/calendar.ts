import { z } from 'zod'
import { day } from './day.ts'
import { indexOfDay } from './dayIndex.ts'
import type { Holidays } from './holiday.ts'
import { RuleBroken } from './ruleBroken.ts'
import { requiredLine } from './text.ts'
import { type CalendarLayer, type WorkIndex, workIndexOf } from './workIndex.ts'

/**
 * 工作日历. The library has one without a project, each project may have its own on top of it, and tasks may choose
 * a further one on top of both. What a calendar does not say is as in the calendar below it; below all stands Monday
 * to Friday with the public holidays.
 */
export const calendar = z.object({
  id: z.string(),
  projectId: z.string().nullable(),
  name: z.string(),
  /** The library's or the project's own, without being chosen. */
  isDefault: z.boolean(),
  workingWeekdays: z.string().nullable(),
  keepsHolidays: z.boolean().nullable(),
})
export type Calendar = z.infer<typeof calendar>

/** A day or period of rest (雨季停工) or of work, whatever the calendar says otherwise. */
export const calendarException = z.object({
  id: z.string(),
  calendarId: z.string(),
  name: z.string(),
  firstOn: day,
  lastOn: day,
  isWork: z.boolean(),
})
export type CalendarException = z.infer<typeof calendarException>

export const calendarRow = calendar.extend({ exceptions: z.array(calendarException), taskCount: z.int() })

/** Without calendarId it makes one; `isDefault` (as when left out): the library's or the project's own. */
export const setCalendarInput = z.strictObject({
  calendarId: z.string().optional(),
  projectId: z.string().nullish(),
  name: requiredLine(100).optional(),
  isDefault: z.boolean().default(true),
  workingWeekdays: z
    .string()
    .regex(/^(?!.*(.).*\1)[1-7]{1,7}$/, { error: 'calendarNoWorkday' })
    .nullish(),
  keepsHolidays: z.boolean().nullish(),
})
export type SetCalendar = z.infer<typeof setCalendarInput>

export const setCalendarExceptionInput = z.strictObject({
  exceptionId: z.string().optional(),
  calendarId: z.string(),
  name: requiredLine(100),
  firstOn: day,
  /** Left out: the one day. */
  lastOn: day.optional(),
  isWork: z.boolean().default(false),
})
export type SetCalendarException = z.infer<typeof setCalendarExceptionInput>

/** @throws RuleBroken calendarPeriodReversed */
export function exceptionOf(input: SetCalendarException, id: string): CalendarException {
  const lastOn = input.lastOn ?? input.firstOn
  if (lastOn < input.firstOn) throw new RuleBroken('calendarPeriodReversed', ['lastOn'])
  const { calendarId, name, firstOn, isWork } = input
  return { id, calendarId, name, firstOn, lastOn, isWork }
}

/** @throws RuleBroken textMissing where a new one has no name */
export function calendarSet(known: Calendar | undefined, input: SetCalendar, id: string): Calendar {
  const name = input.name ?? known?.name
  if (name === undefined) throw new RuleBroken('textMissing', ['name'])
  const { workingWeekdays = known?.workingWeekdays ?? null, keepsHolidays = known?.keepsHolidays ?? null } =
    input
  const projectId = known === undefined ? (input.projectId ?? null) : known.projectId
  const isDefault = known === undefined ? input.isDefault : known.isDefault
  return { id: known?.id ?? id, projectId, name, isDefault, workingWeekdays, keepsHolidays }
}

/**
 * The library's and a project's own calendar stay: what they say can be taken back. One that tasks use stays, too.
 * @throws RuleBroken calendarDefault, calendarUsed
 */
export function assertMayRemove({ name, isDefault }: Calendar, tasks: readonly string[]): void {
  if (isDefault) throw new RuleBroken('calendarDefault', ['calendarId'], { name })
  if (tasks.length === 0) return
  const named = tasks.slice(0, 3).join('、')
  const params = { name, count: tasks.length, tasks: tasks.length > 3 ? `${named}…` : named }
  throw new RuleBroken('calendarUsed', ['calendarId'], params)
}

/** The calendars of one project, made ready for reckoning when first asked for. */
export interface ProjectCalendars {
  readonly own: WorkIndex
  readonly of: (calendarId: string | null) => WorkIndex
}

export function projectCalendars(
  calendars: readonly Calendar[],
  exceptions: readonly CalendarException[],
  projectId: string | null,
  holidays: Holidays,
): ProjectCalendars {
  const exceptionsOf = Map.groupBy(exceptions, ({ calendarId }) => calendarId)
  const layerOf = (calendar: Calendar): CalendarLayer => ({
    workingWeekdays: calendar.workingWeekdays,
    keepsHolidays: calendar.keepsHolidays,
    exceptions: (exceptionsOf.get(calendar.id) ?? []).map(({ firstOn, lastOn, isWork }) => ({
      first: indexOfDay(firstOn),
      last: indexOfDay(lastOn),
      isWork,
    })),
  })
  const defaults = [null, ...(projectId === null ? [] : [projectId])].flatMap((owner) =>
    calendars.filter((calendar) => calendar.isDefault && calendar.projectId === owner),
  )
  const ownLayers = defaults.map(layerOf)
  const own = workIndexOf(ownLayers, holidays)
  const known = new Map<string, WorkIndex>()
  const of = (calendarId: string | null): WorkIndex => {
    const calendar = calendars.find(({ id }) => id === calendarId)
    if (calendar === undefined || defaults.includes(calendar)) return own
    const index = known.get(calendar.id) ?? workIndexOf([...ownLayers, layerOf(calendar)], holidays)
    known.set(calendar.id, index)
    return index
  }
  return { own, of }
}
