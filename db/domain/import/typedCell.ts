import Big from 'big.js'
import { type Day, day, isPlainDay, parseDay } from '../day.ts'
import { type AmountUnit, type Fen, maxFen, parseSignedAmount } from '../fen.ts'
import { RuleBroken } from '../ruleBroken.ts'
import { type Cell, cellText } from './grid.ts'

/**
 * A day as offices keep it: a date cell, a serial number of either count, 20240305, or as people type it, a time of
 * day behind it left off.
 * @throws RuleBroken dateMissing, dateInvalid
 */
export function readDay(cell: Cell | undefined, isDate1904: boolean, field: string): Day {
  if (typeof cell === 'string' && isPlainDay(cell)) return cell
  const text = cellText(cell)
  if (text === '') throw new RuleBroken('dateMissing', [field])
  const serial =
    typeof cell === 'number' || /^\d{5}(?:\.\d+)?$/.test(text) ? dayOfSerial(Number(text), isDate1904) : null
  const typed = serial ?? parseDay(text.replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/, ''))
  if (typed === null) throw new RuleBroken('dateUnread', [field], { text: text.slice(0, 40) })
  return typed
}

/** Null where the number is no day from 1954 to 2173: an amount or a year is not taken for one. */
export function dayOfSerial(serial: number, isDate1904: boolean): Day | null {
  if (!(serial >= 20_000 && serial < 100_000)) return null
  const days = Math.floor(serial) + (isDate1904 ? 1462 : 0)
  // Serial 1 is 1900-01-01, and Excel counts a 29 February 1900 that never was: from March on 0 is 1899-12-30.
  const read = day.safeParse(new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10))
  return read.success ? read.data : null
}

/**
 * An amount to the 分, signed. The fifteen digits that Excel keeps are read: what a formula adds behind them is noise.
 * @throws RuleBroken amountEmpty, amountNotNumber, amountTooPrecise, amountTooLarge
 */
export function readAmount(cell: Cell | undefined, unit: AmountUnit): Fen {
  const whole = typeof cell === 'number' ? wholeFen(cell, unit) : null
  if (whole !== null) return whole
  return parseSignedAmount(typeof cell === 'number' ? plainDigits(cell) : signed(cellText(cell)), unit)
}

/**
 * 3, 3% and 0.03 (a cell formatted as a percentage) are the same rate; null where none is given.
 * @throws RuleBroken pctUnread
 */
export function readPct(cell: Cell | undefined, field: string): number | null {
  const text = cellText(cell).normalize('NFKC').replaceAll(/\s/g, '')
  if (text === '' || text === '-' || text === '/' || text === '无') return null
  const figure = /^(\d+(?:\.\d+)?)(%?)$/.exec(text)
  if (figure === null) throw new RuleBroken('pctUnread', [field], { text: text.slice(0, 40) })
  const value = Number(figure[1])
  const isShare = figure[2] === '' && typeof cell === 'number' && value > 0 && value < 1
  const pct = isShare ? new Big(value).times(100).toNumber() : value
  if (pct > 100) throw new RuleBroken('pctOutOfRange', [field])
  return pct
}

/** 是 · 否 · √ · Y; nothing is no. @throws RuleBroken yesNoUnread */
export function readYesNo(cell: Cell | undefined, field: string): boolean {
  const text = cellText(cell).normalize('NFKC').toLowerCase()
  if (['', '否', '不是', 'n', 'no', 'false', '0', '×', 'x', '-', '/', '无'].includes(text)) return false
  if (
    ['是', 'y', 'yes', 'true', '1', '√', '✓', '中小企业', '小微企业', '中型', '小型', '微型'].includes(text)
  )
    return true
  throw new RuleBroken('yesNoUnread', [field], { text: text.slice(0, 40) })
}

/** Whole days, 天 or 日 behind them left off; null where none are given. @throws RuleBroken daysUnread */
export function readDays(cell: Cell | undefined, field: string): number | null {
  const text = cellText(cell).normalize('NFKC').replaceAll(/\s/g, '')
  if (text === '') return null
  const days = /^(\d{1,4})(?:天|日|个?工作日|days?)?$/.exec(text)?.[1]
  if (days === undefined) throw new RuleBroken('daysUnread', [field], { text: text.slice(0, 40) })
  return Number(days)
}

/**
 * The 分 of a figure that is the number nearest to so many 分, within the fifteen digits that are read: its digits then
 * say the same. Null for any other.
 */
function wholeFen(value: number, unit: AmountUnit): Fen | null {
  const scale = unit === 'wan' ? 1_000_000 : 100
  const fen = Math.round(value * scale)
  return fen / scale === value && Math.abs(fen) <= maxFen ? fen + 0 : null
}

/** (1,234.56) is how accounts write -1,234.56. */
function signed(text: string): string {
  const inner = /^\(([^-()][^()]*)\)(万元|万|元)?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, ''))
  return inner === null ? text : `-${inner[1] ?? ''}${inner[2] ?? ''}`
}

function plainDigits(value: number): string {
  return new Big(value.toPrecision(15)).toFixed()
}
