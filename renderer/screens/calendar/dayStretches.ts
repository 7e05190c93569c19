import { type Day, daysBetween } from '../../../db/domain/day.ts'

export interface SpecialDay {
  readonly day: Day
  readonly isWork: boolean
  readonly name: string
}

/** Days in a row of one name and effect. */
export interface DayStretch {
  readonly name: string
  readonly isWork: boolean
  readonly first: Day
  readonly last: Day
  readonly days: number
}

/** Days of a year told as people tell them: 春节 from its first to its last day. */
export function dayStretches(days: readonly SpecialDay[]): readonly DayStretch[] {
  const found: DayStretch[] = []
  for (const { day, isWork, name } of days) {
    const before = found.at(-1)
    const goesOn =
      before !== undefined &&
      before.name === name &&
      before.isWork === isWork &&
      daysBetween(before.last, day) === 1
    if (goesOn) found[found.length - 1] = { ...before, last: day, days: before.days + 1 }
    else found.push({ name, isWork, first: day, last: day, days: 1 })
  }
  return found
}
