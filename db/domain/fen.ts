import Big from 'big.js'
import Nzh from 'nzh'
import { z } from 'zod'
import { RuleBroken } from './ruleBroken.ts'

/** Money: a whole number of 分 (0.01 元). Unknown is null, never 0. */
export type Fen = number
export type AmountUnit = 'yuan' | 'wan'

export const maxFen = 9_999_999_999_999
export const fen = z
  .int({ error: 'amountNotWhole' })
  .min(-maxFen, { error: 'amountTooLarge' })
  .max(maxFen, { error: 'amountTooLarge' })
export const positiveFen = z
  .int({ error: 'amountNotWhole' })
  .min(1, { error: 'amountNotPositive' })
  .max(maxFen, { error: 'amountTooLarge' })
/** A total may pass the limit of one entry; it stays a safe integer. */
export const totalFen = z.int()

/**
 * Reads an amount as people type it (1,234.56 · 12.5万 · １２元). A unit written behind the figure wins over `unit`.
 * @throws RuleBroken amountEmpty, amountNotNumber, amountTooPrecise, amountNotPositive, amountTooLarge
 */
export function parseAmount(text: string, unit: AmountUnit): Fen {
  const amount = parseSignedAmount(text, unit)
  if (amount <= 0) throw new RuleBroken('amountNotPositive', ['amountFen'])
  return amount
}

/** The same, where it may be zero or negative. @throws RuleBroken as parseAmount, but for amountNotPositive */
export function parseSignedAmount(text: string, unit: AmountUnit): Fen {
  const typed = text.normalize('NFKC').replaceAll(/[\s¥￥]/g, '')
  if (typed === '') throw new RuleBroken('amountEmpty', ['amountFen'])
  const match = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(万元|万|元)?$/.exec(typed)
  const figure = match?.[1]
  if (figure === undefined) throw new RuleBroken('amountNotNumber', ['amountFen'])
  const written = match?.[2]
  const isWan = written === undefined ? unit === 'wan' : written !== '元'
  const amount = new Big(figure.replaceAll(',', '')).times(isWan ? 1_000_000 : 100)
  if (!amount.eq(amount.round(0, Big.roundDown))) throw new RuleBroken('amountTooPrecise', ['amountFen'])
  if (amount.abs().gt(maxFen)) throw new RuleBroken('amountTooLarge', ['amountFen'])
  return amount.toNumber()
}

/** 万元 as printed in a source ("13444.15") to 分, exactly. */
export function fenFromWan(wan: string): Fen {
  return parseAmount(wan, 'wan')
}

/**
 * Grouped digits with two decimals in the unit, without the unit's name. 万元 is rounded half up for display only;
 * what is not zero is never shown as 0.00 but as <0.01.
 */
export function formatFen(amount: Fen, unit: AmountUnit): string {
  const value = new Big(amount).div(unit === 'wan' ? 1_000_000 : 100).round(2, Big.roundHalfUp)
  if (value.eq(0) && amount !== 0) return amount > 0 ? '<0.01' : '>-0.01'
  const [whole = '', decimals = ''] = value.toFixed(2).split('.')
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`
}

/** 大写金额, e.g. 壹万贰仟元整 (支付结算办法 附一 正确填写票据和结算凭证的基本规定). */
export function amountInWords(amount: Fen): string {
  return Nzh.cn.toMoney(new Big(amount).div(100).toFixed(2), { outSymbol: false, forceZheng: true })
}

/** The sum of known amounts, or null where none is known. */
export function sumKnown(amounts: readonly (Fen | null)[]): Fen | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0)
}
