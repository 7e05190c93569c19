import { z } from 'zod'
import { type Day, day } from './day.ts'

/**
 * A date as coarse as its source gives it, in EDTF (ISO 8601-2): `2021`, `2020-41` (second half),
 * `2020-34` (second quarter), `2019-10`, `2019-12-31`, `2021/2025`.
 */
export type PlanDate = string
export type Precision = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'period'
export interface PlanDateSpan {
  readonly first: Day
  readonly last: Day
  readonly precision: Precision
}

export const planDate = z.string().refine((text) => planDateSpan(text) !== null, { error: 'planDateInvalid' })

/** The first and last possible day of a plan date; null when the text is not one of the forms above. */
export function planDateSpan(text: string): PlanDateSpan | null {
  const [from, to, more] = text.split('/')
  if (from === undefined || more !== undefined) return null
  const start = pointSpan(from)
  if (to === undefined || start === null) return start
  const end = pointSpan(to)
  return end === null || end.last < start.first
    ? null
    : { first: start.first, last: end.last, precision: 'period' }
}

/** The span of a plan date that has been parsed before. @throws RangeError when it has not. */
export function spanOf(date: PlanDate): PlanDateSpan {
  const span = planDateSpan(date)
  if (span === null) throw new RangeError('not a plan date')
  return span
}

/** Reads what people type (2024年下半年, 2024年3月, 2024Q2, 2021-2025, 2024.3.5) into EDTF; null when unreadable. */
export function parsePlanDate(text: string): PlanDate | null {
  const typed = text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ')
  if (planDateSpan(typed) !== null) return typed
  const point = parsePoint(typed)
  if (point !== null) return point
  const parts = /^(.+?)(?:年)? ?(?:至|到|~|--|—|–|\/|(?<=^\d{4}年?)-(?=\d{4}年?$)) ?(.+)$/.exec(typed)
  if (parts !== null) {
    const from = parsePoint(parts[1] ?? '')
    const to = parsePoint(parts[2] ?? '')
    const period = `${from ?? ''}/${to ?? ''}`
    return from !== null && to !== null && planDateSpan(period) !== null ? period : null
  }
  return null
}

/** As people say it: 2020年下半年, 2022年5月16日, 2021—2025年; in English 2020 H2, 16 May 2022. */
export function planDateInWords(date: PlanDate, language: 'zh-CN' | 'en'): string {
  const [from = '', to] = date.split('/')
  if (to !== undefined) {
    return language === 'en'
      ? `${pointInWords(from, 'en')} – ${pointInWords(to, 'en')}`
      : `${pointInWords(from, 'zh-CN').replace(/^(\d{4})年$/, '$1')}—${pointInWords(to, 'zh-CN')}`
  }
  return pointInWords(from, language)
}

const halves: Readonly<Record<string, readonly [string, string]>> = {
  '40': ['01-01', '06-30'],
  '41': ['07-01', '12-31'],
}
const quarters: Readonly<Record<string, readonly [string, string]>> = {
  '33': ['01-01', '03-31'],
  '34': ['04-01', '06-30'],
  '35': ['07-01', '09-30'],
  '36': ['10-01', '12-31'],
}

function pointSpan(text: string): PlanDateSpan | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  const year = match?.[1]
  if (match === null || year === undefined || year < '1900' || year > '2199') return null
  const part = match[2]
  if (part === undefined) return { first: `${year}-01-01`, last: `${year}-12-31`, precision: 'year' }
  if (match[3] !== undefined) {
    return day.safeParse(text).success ? { first: text, last: text, precision: 'day' } : null
  }
  const half = halves[part]
  if (half !== undefined)
    return { first: `${year}-${half[0]}`, last: `${year}-${half[1]}`, precision: 'half' }
  const quarter = quarters[part]
  if (quarter !== undefined)
    return { first: `${year}-${quarter[0]}`, last: `${year}-${quarter[1]}`, precision: 'quarter' }
  const last = lastDayOfMonth(year, part)
  return last === null ? null : { first: `${text}-01`, last, precision: 'month' }
}

function lastDayOfMonth(year: string, month: string): Day | null {
  for (const last of ['31', '30', '29', '28']) {
    const candidate = `${year}-${month}-${last}`
    if (day.safeParse(candidate).success) return candidate
  }
  return null
}

function parsePoint(text: string): PlanDate | null {
  const [, year, rest = ''] = /^(\d{4})(.*)$/.exec(text) ?? []
  if (year === undefined) return null
  if (rest === '' || rest === '年') return planDateSpan(year) === null ? null : year
  const season = parseSeason(rest)
  if (season !== null) return planDateSpan(year) === null ? null : `${year}-${season}`
  const [, month, dayOfMonth] = /^[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$/.exec(rest) ?? []
  if (month === undefined || Number(month) > 12) return null
  const written = `${year}-${month.padStart(2, '0')}${dayOfMonth === undefined ? '' : `-${dayOfMonth.padStart(2, '0')}`}`
  return planDateSpan(written) === null ? null : written
}

/** 上半年, H2, 第三季度, Q4 … as EDTF's number of that part of a year. */
function parseSeason(text: string): string | null {
  const half = /^年?([上下])半年$|^ ?[Hh]([12])$/.exec(text)
  if (half !== null) return half[1] === '上' || half[2] === '1' ? '40' : '41'
  const quarter = /^年?第?([一二三四1-4])季度?$|^ ?[Qq]([1-4])$/.exec(text)
  if (quarter === null) return null
  const number = quarter[1] ?? quarter[2] ?? ''
  return String(33 + ('一二三四'.includes(number) ? '一二三四'.indexOf(number) : Number(number) - 1))
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function pointInWords(point: string, language: 'zh-CN' | 'en'): string {
  const precision = pointSpan(point)?.precision
  const [year = '', part = '', dayOfMonth = ''] = point.split('-')
  if (precision === undefined) return point
  const say = language === 'en' ? sayEnglish : sayChinese
  return say(precision, year, part, String(Number(dayOfMonth)))
}

function sayChinese(precision: Precision, year: string, part: string, dayOfMonth: string): string {
  switch (precision) {
    case 'half':
      return `${year}年${part === '40' ? '上' : '下'}半年`
    case 'quarter':
      return `${year}年第${'一二三四'.charAt(Number(part) - 33)}季度`
    case 'month':
      return `${year}年${String(Number(part))}月`
    case 'day':
      return `${year}年${String(Number(part))}月${dayOfMonth}日`
    case 'year':
    case 'period':
      return `${year}年`
  }
}

function sayEnglish(precision: Precision, year: string, part: string, dayOfMonth: string): string {
  const month = monthNames[Number(part) - 1] ?? part
  switch (precision) {
    case 'half':
      return `${year} H${String(Number(part) - 39)}`
    case 'quarter':
      return `${year} Q${String(Number(part) - 32)}`
    case 'month':
      return `${month} ${year}`
    case 'day':
      return `${dayOfMonth} ${month} ${year}`
    case 'year':
    case 'period':
      return year
  }
}
