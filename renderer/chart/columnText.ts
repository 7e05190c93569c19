import type { Day } from '../../db/domain/day.ts'
import type { Language } from '../../db/domain/ruleText.ts'
import type { ChartStep } from './chartScale.ts'

/**
 * The two header lines of a column; the upper one is empty where it would repeat the column before. A year is as long
 * as its column, `width` in pixels, has room for; the upper line as long as the columns that it stands over, `room`.
 */
export function columnText(
  step: ChartStep,
  column: Day,
  before: Day | null,
  language: Language,
  width = 100,
  room = 5 * width,
) {
  const upper = upperText(step, column, language)
  const isRepeated = before !== null && upperText(step, before, language) === upper
  return {
    upper: isRepeated ? '' : fitted(upper, step, language, room),
    lower: lowerText(step, column, language, width),
  }
}

/** Pixels from a column to where the next upper text stands. */
export function upperRoom(
  step: ChartStep,
  columns: readonly Day[],
  index: number,
  width: number,
  language: Language,
): number {
  const own = upperText(step, columns[index] ?? '', language)
  const next = columns.findIndex((column, at) => at > index && upperText(step, column, language) !== own)
  return ((next === -1 ? columns.length : next) - index) * width
}

/** The longest form that does not run into the next one; none where not even the shortest has room. */
function fitted(upper: string, step: ChartStep, language: Language, room: number): string {
  const forms =
    step === 'year' && language === 'en'
      ? [upper, upper.replace(' five-year plan', ' plan'), upper.replace(' five-year plan', '')]
      : [upper]
  return forms.find((form) => pixelsOf(form) <= room) ?? ''
}

/** About as wide as the text is drawn, with the air around it: 12 px a Chinese character, 7 px a letter. */
function pixelsOf(text: string): number {
  return Array.from(text, (letter) => (letter > '\u2000' ? 12 : 7)).reduce((sum, own) => sum + own, 14)
}

/** Whether the line before a column is drawn stronger. */
export function startsUpper(step: ChartStep, column: Day): boolean {
  switch (step) {
    case 'year':
      return (Number(column.slice(0, 4)) - termZero) % 5 === 0
    case 'quarter':
    case 'month':
      return column.slice(5, 7) === '01'
    case 'week':
      return Number(column.slice(8)) <= 7
    case 'day':
      return isMonday(column)
  }
}

function upperText(step: ChartStep, column: Day, language: Language) {
  const year = Number(column.slice(0, 4))
  if (step === 'week' || step === 'day') {
    const month = Number(column.slice(5, 7))
    return language === 'en'
      ? `${monthNames[month - 1] ?? ''} ${String(year)}`
      : `${String(year)}年${String(month)}月`
  }
  if (step !== 'year') return language === 'en' ? String(year) : `${String(year)}年`
  const term = Math.floor((year - termZero) / 5)
  return language === 'en' ? `${ordinal(term)} five-year plan` : `“${chineseTerm(term)}”`
}

function lowerText(step: ChartStep, column: Day, language: Language, width: number) {
  const year = column.slice(0, 4)
  const month = Number(column.slice(5, 7))
  switch (step) {
    case 'year':
      return yearText(year, language, width)
    case 'quarter':
      return language === 'en' ? `Q${String((month + 2) / 3)}` : `第${'一二三四'.charAt((month - 1) / 3)}季度`
    case 'month':
      return language === 'en' ? (monthNames[month - 1] ?? '') : `${String(month)}月`
    case 'week':
      return language === 'en'
        ? String(Number(column.slice(8)))
        : `${String(month)}/${String(Number(column.slice(8)))}`
    case 'day':
      return String(Number(column.slice(8)))
  }
}

function yearText(year: string, language: Language, width: number) {
  if (width < 28) return year.slice(2)
  return language === 'en' || width < 40 ? year : `${year}年`
}

function isMonday(day: Day) {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1
}

/** 五年规划: the third one began in 1966; since then a new one begins every five years. */
const termZero = 1966 - 3 * 5
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function chineseTerm(term: number) {
  const digits = '零一二三四五六七八九'
  const tens = Math.floor(term / 10)
  const ones = term % 10
  const figure = `${tens > 1 ? digits.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits.charAt(ones) : ''}`
  return `${figure}五`
}

function ordinal(figure: number) {
  const ending =
    figure % 100 >= 11 && figure % 100 <= 13 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[figure % 10] ?? 'th')
  return `${String(figure)}${ending}`
}
