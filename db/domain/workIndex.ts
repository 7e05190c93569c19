import { dayCount } from './dayIndex.ts'
import { type Holidays } from './holiday.ts'

/** A calendar made ready for reckoning: the workdays before any day, and the day of any workday. */
export interface WorkIndex {
  /** By day: how many workdays lie before it. */
  readonly before: Int32Array
  /** By number of workday: its day. */
  readonly dayOf: Int32Array
}

/** One layer of a calendar; later layers win. */
export interface CalendarLayer {
  /** Digits of the working days of a week, 1 = Monday; null: as the layer below. */
  readonly workingWeekdays: string | null
  readonly keepsHolidays: boolean | null
  readonly exceptions: readonly {
    readonly first: number
    readonly last: number
    readonly isWork: boolean
  }[]
}

/** Monday to Friday with the public holidays, then what each layer says otherwise. */
export function workIndexOf(layers: readonly CalendarLayer[], holidays: Holidays): WorkIndex {
  return indexed(workdaysOf(layers, holidays))
}

/** Every day is a workday: what calendar days are counted by. */
export function everyDay(): WorkIndex {
  return indexed(new Uint8Array(dayCount).fill(1))
}

function workdaysOf(layers: readonly CalendarLayer[], holidays: Holidays): Uint8Array {
  const weekdays =
    layers.findLast(({ workingWeekdays }) => workingWeekdays !== null)?.workingWeekdays ?? '12345'
  const keepsHolidays = layers.findLast((layer) => layer.keepsHolidays !== null)?.keepsHolidays ?? true
  const works = new Uint8Array(dayCount)
  for (const digit of weekdays) for (let day = Number(digit) - 1; day < dayCount; day += 7) works[day] = 1
  if (keepsHolidays) {
    for (const day of holidays.restDays) works[day] = 0
    for (const day of holidays.workDays) works[day] = 1
  }
  for (const { exceptions } of layers)
    for (const { first, last, isWork } of exceptions) works.fill(isWork ? 1 : 0, first, last + 1)
  return works
}

function indexed(works: Uint8Array): WorkIndex {
  const before = new Int32Array(dayCount + 1)
  const dayOf = new Int32Array(dayCount)
  let count = 0
  for (let day = 0; day < dayCount; day += 1) {
    before[day] = count
    if (works[day] === 1) {
      dayOf[count] = day
      count += 1
    }
  }
  before[dayCount] = count
  return { before, dayOf: dayOf.subarray(0, count) }
}
