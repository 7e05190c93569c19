import listed from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { indexOfDay } from './dayIndex.ts'

/**
 * 法定节假日 and 调休上班日 as 国务院办公厅 publishes them year by year; the list of
 * the chinese-days package, read as what it is: its program reckons for 12 ms in each process that loads it.
 */
export interface Holidays {
  /** Day indices of rest days that are not simply weekends, and of weekend days on which work is made up. */
  readonly restDays: readonly number[]
  readonly workDays: readonly number[]
  /** Years of which the list is known; of any other only weekends count. */
  readonly years: ReadonlySet<number>
}

let known: Holidays | null = null

export function publicHolidays(): Holidays {
  known ??= readHolidays()
  return known
}

/** What a holiday or made-up working day is called: 春节; null on any other day. */
export function holidayName(day: string): string | null {
  const name = workDays.get(day) ?? restDays.get(day)
  return name?.split(',')[1] ?? null
}

// The package names a day "National Day,国庆节,3".
const restDays: ReadonlyMap<string, string> = new Map(Object.entries(listed.holidays))
const workDays: ReadonlyMap<string, string> = new Map(Object.entries(listed.workdays))

function readHolidays(): Holidays {
  return {
    restDays: indices(restDays),
    workDays: indices(workDays),
    years: new Set([...restDays.keys(), ...workDays.keys()].map((day) => Number(day.slice(0, 4)))),
  }
}

function indices(days: ReadonlyMap<string, string>): number[] {
  return [...days.keys()].map(indexOfDay).sort((one, other) => one - other)
}
