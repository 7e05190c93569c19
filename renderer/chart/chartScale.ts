import type { Day } from '../../db/domain/day.ts'

export const chartSteps = ['year', 'quarter', 'month'] as const
export type ChartStep = (typeof chartSteps)[number]

/** Where a day lies across the chart. All columns of a step are equally wide, as frappe-gantt draws them. */
export interface ChartScale {
  readonly step: ChartStep
  /** First day of the first column. */
  readonly start: Day
  readonly columnCount: number
  readonly columnWidth: number
}

/** Whole columns around two days, with one more on either side for labels; as wide as `room` where that is wider. */
export function chartScale(
  step: ChartStep,
  first: Day,
  last: Day,
  columnWidth: number,
  room: number,
): ChartScale {
  const months = monthsPerColumn[step]
  const startColumn = Math.floor(monthIndex(first) / months) - before[step]
  const endColumn = Math.floor(monthIndex(last) / months) + after[step]
  const columnCount = endColumn - startColumn + 1
  return {
    step,
    start: dayOfMonthIndex(startColumn * months),
    columnCount,
    columnWidth: Math.max(columnWidth, room / columnCount),
  }
}

export function widthOf(scale: ChartScale): number {
  return scale.columnCount * scale.columnWidth
}

/** Pixels from the chart's left edge to the morning of a day, or to its evening. */
export function xOf(scale: ChartScale, day: Day, edge: 'morning' | 'evening'): number {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const within = (dayOfMonth - (edge === 'morning' ? 1 : 0)) / daysInMonth
  return (
    ((monthIndex(day) - monthIndex(scale.start) + within) / monthsPerColumn[scale.step]) * scale.columnWidth
  )
}

/** Months since year 0 at a place across the chart, and back: for keeping a place when the scale changes. */
export function monthsAt(scale: ChartScale, x: number): number {
  return monthIndex(scale.start) + (x / scale.columnWidth) * monthsPerColumn[scale.step]
}

export function xOfMonths(scale: ChartScale, months: number): number {
  return ((months - monthIndex(scale.start)) / monthsPerColumn[scale.step]) * scale.columnWidth
}

/** The first day of each column. */
export function columnsOf(scale: ChartScale): readonly Day[] {
  const start = monthIndex(scale.start)
  return Array.from({ length: scale.columnCount }, (_column, index) =>
    dayOfMonthIndex(start + index * monthsPerColumn[scale.step]),
  )
}

const monthsPerColumn: Readonly<Record<ChartStep, number>> = { year: 12, quarter: 3, month: 1 }

const before: Readonly<Record<ChartStep, number>> = { year: 0, quarter: 1, month: 1 }
const after: Readonly<Record<ChartStep, number>> = { year: 1, quarter: 3, month: 4 }

function monthIndex(day: Day) {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function dayOfMonthIndex(index: number): Day {
  return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}-01`
}
