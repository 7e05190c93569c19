import Big from 'big.js'
import { parseDay } from '../day.ts'
import { dayOfSerial } from './typedCell.ts'

/** A cell as the clipboard's HTML gives it. */
export interface PastedCell {
  /** As it was seen. */
  readonly shown: string
  /** What it holds, where the program that it was copied from says so; else null. */
  readonly exact: number | null
  /** Text, or a figure that is shown whole. */
  readonly isWhole: boolean
}

/**
 * What a cell holds. A figure is its own, not its rounding; a day is the one behind 3月5日, a rate keeps its %, and a
 * figure that is shown in 万 says the unit that it is in itself. What is shown goes before what does not fit to it.
 */
export function cellOf({ shown, exact }: PastedCell): string | number {
  if (exact === null || /^0\d/.test(shown)) return shown
  const match = /^[¥￥$]?(\(?-?)[¥￥$]?([\d,]*\.?\d+(?:E[+-]?\d+)?)\)?\s*(万元|万|元|%)?$/i.exec(shown)
  if (match === null) return dayBehind(shown, exact) ?? (/\d/.test(shown) ? shown : exact)
  const [, sign = '', figure = '', unit = ''] = match
  return figureBehind(shown, exact, { isNegative: sign !== '', figure, unit })
}

interface SeenFigure {
  readonly isNegative: boolean
  readonly figure: string
  readonly unit: string
}

function figureBehind(
  shown: string,
  exact: number,
  { isNegative, figure, unit }: SeenFigure,
): string | number {
  const digits = plain(exact)
  const seen = new Big(figure.replaceAll(',', '')).times(isNegative ? -1 : 1)
  const step = new Big(10).pow(-(/\.(\d+)/.exec(figure)?.[1]?.length ?? 0))
  const isSeen = (value: Big) => value.minus(seen).abs().times(2).lte(step)
  if (unit === '%') return isSeen(new Big(digits).times(100)) ? `${plain(exact * 100)}%` : shown
  if (/E/i.test(figure) || isSeen(new Big(digits))) return unit === '' ? exact : `${digits}${unit}`
  // Seen in thousands, 万 or millions: the figure itself is in 元.
  const isScaled = [3, 4, 6, 8].some((places) => isSeen(new Big(digits).div(new Big(10).pow(places))))
  return isScaled ? `${digits}元` : shown
}

/** Whether the cell may have decimals that are not shown, and that nothing tells. */
export function isAsShown({ shown, exact, isWhole }: PastedCell): boolean {
  return (
    exact === null && !isWhole && /^[¥￥$(-]*[\d,]*\.?\d+(?:E[+-]?\d+)?\)?\s*(?:万元|万|元|%)?$/i.test(shown)
  )
}

/** The day of a serial number, where what is shown agrees to it: of a workbook that counts from 1904 it does not. */
function dayBehind(shown: string, exact: number): string | null {
  const typed = parseDay(shown.replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2})?$/, ''))
  if (typed !== null) return typed
  const day = dayOfSerial(exact, false)
  const said = shown.match(/\d+/g)?.map(Number) ?? []
  if (day === null || said.length < 2 || !/[年月/.-]/.test(shown)) return null
  const parts = day.split('-').map(Number)
  const known = [...parts, (parts[0] ?? 0) % 100]
  return said.every((figure) => known.includes(figure)) ? day : null
}

/** To the fifteen digits that a spreadsheet keeps. */
function plain(value: number): string {
  return new Big(value.toPrecision(15)).toFixed()
}
