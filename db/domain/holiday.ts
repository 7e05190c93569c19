import chineseDays from 'chinese-days'
import { dayOfIndex, indexOfDay } from './dayIndex.ts'

/** 法定节假日 and 调休上班日 as 国务院办公厅 publishes them year by year; from the chinese-days package. */
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
  return listedName(chineseDays.getDayDetail(day).name)
}

function readHolidays(): Holidays {
  const restDays: number[] = []
  const workDays: number[] = []
  const years = new Set<number>()
  for (let index = indexOfDay('2000-01-01'); index <= indexOfDay('2060-12-31'); index += 1) {
    const day = dayOfIndex(index)
    const { name, work } = chineseDays.getDayDetail(day)
    if (listedName(name) === null) continue
    years.add(Number(day.slice(0, 4)))
    if (work) workDays.push(index)
    else restDays.push(index)
  }
  return { restDays, workDays, years }
}

/** The package names a listed day "National Day,国庆节,3" and any other by its weekday. */
function listedName(name: string): string | null {
  const [, chinese] = name.split(',')
  return chinese ?? null
}
