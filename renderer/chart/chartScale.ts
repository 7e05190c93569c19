import type { Day } from '../../db/domain/day.ts'

export const chartSteps = ['year', 'quarter', 'month', 'week', 'day'] as const
export type ChartStep = (typeof chartSteps)[number]
export type DayEdge = 'morning' | 'evening'

/** Where a day lies across the chart. All columns of a step are equally wide, as frappe-gantt draws them. */
export interface ChartScale {
  readonly step: ChartStep
  /** First day of the first column. */
  readonly start: Day
  readonly columnCount: number
  readonly columnWidth: number
}

/** Whole columns around two days, with some more on either side for labels; as wide as `room` where that is wider. */
export function chartScale(
  step: ChartStep,
  first: Day,
  last: Day,
  columnWidth: number,
  room: number,
): ChartScale {
  const startColumn = Math.floor(placeOf(step, first, 'morning')) - margins[step].before
  const endColumn = Math.floor(placeOf(step, last, 'morning')) + margins[step].after
  const columnCount = endColumn - startColumn + 1
  return {
    step,
    start: dayOfPlace(step, startColumn),
    columnCount,
    columnWidth: Math.max(columnWidth, room / columnCount),
  }
}

/** The finest step in which everything fits the room; years, as narrow as they must be, where none does. */
export function fitScale(first: Day, last: Day, room: number): ChartScale {
  const fitting = chartSteps
    .toReversed()
    .map((step) => chartScale(step, first, last, leastWidths[step], room))
    .find((scale) => widthOf(scale) <= room + 0.5)
  return fitting ?? chartScale('year', first, last, 24, room)
}

/** Narrower columns could not hold their words. */
const leastWidths: Readonly<Record<ChartStep, number>> = {
  year: 30,
  quarter: 58,
  month: 36,
  week: 44,
  day: 22,
}

export function widthOf(scale: ChartScale): number {
  return scale.columnCount * scale.columnWidth
}

/** Pixels from the chart's left edge to the morning of a day, or to its evening. */
export function xOf(scale: ChartScale, day: Day, edge: DayEdge): number {
  return (placeOf(scale.step, day, edge) - placeOf(scale.step, scale.start, 'morning')) * scale.columnWidth
}

/** The day at a place across the chart. */
export function dayAt(scale: ChartScale, x: number): Day {
  return dayOfPlace(scale.step, placeOf(scale.step, scale.start, 'morning') + x / scale.columnWidth)
}

/** The columns that touch a stretch of the chart, as a smaller scale; `left` is where it begins. */
export function cutScale(
  scale: ChartScale,
  from: number,
  to: number,
): { readonly scale: ChartScale; readonly left: number } {
  const firstColumn = Math.min(
    Math.max(0, Math.floor(from / scale.columnWidth)),
    Math.max(0, scale.columnCount - 1),
  )
  const endColumn = Math.min(scale.columnCount, Math.max(firstColumn + 1, Math.ceil(to / scale.columnWidth)))
  const start = dayOfPlace(scale.step, Math.round(placeOf(scale.step, scale.start, 'morning')) + firstColumn)
  return {
    scale: { ...scale, start, columnCount: endColumn - firstColumn },
    left: firstColumn * scale.columnWidth,
  }
}

/** The first day of each column. */
export function columnsOf(scale: ChartScale): readonly Day[] {
  const start = Math.round(placeOf(scale.step, scale.start, 'morning'))
  return Array.from({ length: scale.columnCount }, (_column, index) => dayOfPlace(scale.step, start + index))
}

const monthsPerColumn = { year: 12, quarter: 3, month: 1 } as const

const margins: Readonly<Record<ChartStep, { readonly before: number; readonly after: number }>> = {
  year: { before: 0, after: 1 },
  quarter: { before: 1, after: 3 },
  month: { before: 1, after: 4 },
  week: { before: 1, after: 6 },
  day: { before: 3, after: 21 },
}

/** Columns from a fixed beginning to a day, its part of the column included. */
function placeOf(step: ChartStep, day: Day, edge: DayEdge): number {
  const part = edge === 'morning' ? 0 : 1
  if (step === 'day') return dayNumber(day) + part
  if (step === 'week') return (dayNumber(day) + part - firstMonday) / 7
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const within = (Number(day.slice(8, 10)) - 1 + part) / daysInMonth
  return (year * 12 + month - 1 + within) / monthsPerColumn[step]
}

function dayOfPlace(step: ChartStep, place: number): Day {
  if (step === 'day') return dayOfNumber(Math.floor(place + tiny))
  if (step === 'week') return dayOfNumber(Math.floor(place * 7 + tiny) + firstMonday)
  const months = place * monthsPerColumn[step] + tiny
  const year = Math.floor(months / 12)
  const month = Math.floor(months - year * 12)
  const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const within = months - year * 12 - month
  const dayOfMonth = Math.min(daysInMonth, Math.floor(within * daysInMonth + tiny) + 1)
  return `${String(year)}-${String(month + 1).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

/** Against figures that fall a hair short of a whole one. */
const tiny = 1e-6
/** 5 January 1970, in days since the first. */
const firstMonday = 4
const msPerDay = 86_400_000

function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / msPerDay
}

function dayOfNumber(number: number): Day {
  return new Date(number * msPerDay).toISOString().slice(0, 10)
}
