import Big from 'big.js'
import { type AmountUnit, type Fen, maxFen, parseAmount } from './fen.ts'
import { RuleBroken } from './ruleBroken.ts'

/**
 * An amount as people type it, or as they reckon it: 1200*3+50, (3+2.5)万, =8,000/3. A division is rounded to the 分, half
 * up; everything else stays exact. Figures are in 元 unless 万 stands behind them or their bracket.
 * @throws RuleBroken as parseAmount does, and amountFormula
 */
export function typedSum(text: string, unit: AmountUnit): Fen {
  const typed = text
    .normalize('NFKC')
    .replaceAll(/[\s¥￥]/g, '')
    .replaceAll('×', '*')
    .replaceAll('÷', '/')
    .replaceAll('−', '-')
    .replace(/^=/, '')
  if (!/[+*/()]|.-/.test(typed)) return parseAmount(typed, unit)
  const { value, rest } = sumAt(typed)
  if (rest !== '') throw formula()
  const fen = value.times(unit === 'wan' ? 1_000_000 : 100)
  const whole = fen.round(0, Big.roundHalfUp)
  if (!typed.includes('/') && !fen.eq(whole)) throw new RuleBroken('amountTooPrecise', ['amountFen'])
  if (whole.lte(0)) throw new RuleBroken('amountNotPositive', ['amountFen'])
  if (whole.gt(maxFen)) throw new RuleBroken('amountTooLarge', ['amountFen'])
  return whole.toNumber()
}

/** What was read, and the text behind it. */
interface Read {
  readonly value: Big
  readonly rest: string
}

/** term (+ term | - term)* */
function sumAt(text: string): Read {
  let { value, rest } = productAt(text)
  for (let sign = rest[0]; sign === '+' || sign === '-'; sign = rest[0]) {
    const next = productAt(rest.slice(1))
    value = sign === '+' ? value.plus(next.value) : value.minus(next.value)
    rest = next.rest
  }
  return { value, rest }
}

/** factor (* factor | / factor)* */
function productAt(text: string): Read {
  let { value, rest } = factorAt(text)
  for (let sign = rest[0]; sign === '*' || sign === '/'; sign = rest[0]) {
    const next = factorAt(rest.slice(1))
    if (sign === '/' && next.value.eq(0)) throw formula()
    value = sign === '*' ? value.times(next.value) : value.div(next.value)
    rest = next.rest
  }
  return { value, rest }
}

/** A figure or a bracket, with 万 or 元 behind it. */
function factorAt(text: string): Read {
  if (text.startsWith('(')) {
    const { value, rest } = sumAt(text.slice(1))
    if (!rest.startsWith(')')) throw formula()
    return scaled(value, rest.slice(1))
  }
  const figure = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/.exec(text)?.[0]
  if (figure === undefined) throw formula()
  return scaled(new Big(figure.replaceAll(',', '')), text.slice(figure.length))
}

function scaled(value: Big, behind: string): Read {
  const unit = /^(?:万元|万|元)/.exec(behind)?.[0] ?? ''
  return { value: unit.startsWith('万') ? value.times(10_000) : value, rest: behind.slice(unit.length) }
}

function formula() {
  return new RuleBroken('amountFormula', ['amountFen'])
}
