import Big from 'big.js'
import { z } from 'zod'
import { day } from '../../domain/day.ts'

/** The elements of MSPDI that are looked at, as text turned into numbers and checked; all others pass unread. */
const instant = z
  .string()
  .refine(
    (text) =>
      text.startsWith('NA') ||
      (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text) && day.safeParse(text.slice(0, 10)).success),
  )
  .optional()
const whole = z
  .string()
  .regex(/^-?\d{1,12}(?:\.0+)?$/)
  .transform(Number)
const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((text) => (text === '1' || text === 'true' ? 1 : 0))
  .optional()
/** Hundredths of the currency: 分. */
const cost = z
  .string()
  .regex(/^-?\d{1,13}(?:\.\d{1,6})?$/)
  .transform((text) => new Big(text).round(0, Big.roundHalfUp).toNumber())
  .optional()
const text = z.string().max(20_000).optional()

/** One element reads as itself, several as a list, none as nothing. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (value: unknown) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(item),
  )
}

function within<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((value) => (value === undefined || value === '' ? {} : value), z.object(shape))
}

const period = z.object({ FromDate: instant, ToDate: instant }).optional()
const weekDay = z.object({ Name: text, DayType: whole, DayWorking: flag, TimePeriod: period })
const exception = z.object({ Name: text, DayWorking: flag, TimePeriod: period })
const calendar = z.object({
  UID: whole,
  Name: text,
  WeekDays: within({ WeekDay: listOf(weekDay) }),
  Exceptions: within({ Exception: listOf(exception) }),
})
export type RawCalendar = z.infer<typeof calendar>

const link = z.object({
  PredecessorUID: whole,
  Type: whole.default(1),
  CrossProject: flag,
  LinkLag: whole.optional(),
  LagFormat: whole.optional(),
})
export type RawLink = z.infer<typeof link>

const task = z.object({
  UID: whole,
  GUID: z.string().max(100).optional(),
  Name: text,
  IsNull: flag,
  Active: flag,
  Recurring: flag,
  OutlineLevel: whole.optional(),
  Summary: flag,
  Milestone: flag,
  Start: instant,
  Finish: instant,
  Duration: z.string().max(40).optional(),
  DurationFormat: whole.optional(),
  PercentComplete: whole.pipe(z.number().min(0).max(100)).optional(),
  ActualStart: instant,
  ActualFinish: instant,
  Cost: cost,
  ConstraintType: whole.optional(),
  ConstraintDate: instant,
  Deadline: instant,
  CalendarUID: whole.optional(),
  Notes: text,
  PredecessorLink: listOf(link),
  Baseline: listOf(z.object({ Number: whole.default(0), Start: instant, Finish: instant, Cost: cost })),
  ExtendedAttribute: listOf(z.object({ FieldID: z.string().default(''), Value: text })),
})
export type RawTask = z.infer<typeof task>

export const mspdiFile = z.object({
  Project: z.object({
    Name: text,
    Title: text,
    MinutesPerDay: whole.pipe(z.number().min(1).max(1440)).default(480),
    CalendarUID: whole.optional(),
    Calendars: within({ Calendar: listOf(calendar) }),
    Tasks: within({ Task: listOf(task) }),
    Resources: within({ Resource: listOf(z.object({ UID: whole.default(0) })) }),
    Assignments: within({ Assignment: listOf(z.unknown()) }),
  }),
})
export type RawFile = z.infer<typeof mspdiFile>['Project']
