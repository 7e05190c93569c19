/** Up to fifteen digits with a point among them, read exactly; null where it is written in another way. */
export function figureAt(bytes: Buffer, from: number, to: number): number | null {
  const isNegative = bytes[from] === minus
  const start = isNegative ? from + 1 : from
  if (to - start > 16 || to === start) return null
  let digits = 0
  let decimals = -1
  for (let at = start; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === point && decimals === -1) decimals = 0
    else if (byte >= 48 && byte <= 57) {
      digits = digits * 10 + byte - 48
      if (decimals >= 0) decimals += 1
    } else return null
  }
  // Both are exact as numbers, so that their quotient is the number nearest to what is written.
  if (digits > 999_999_999_999_999) return null
  const figure = decimals > 0 ? digits / 10 ** decimals : digits
  return isNegative ? -figure : figure
}

/** B7 is 1. */
export function columnAt(bytes: Buffer, from: number, to: number): number {
  let column = 0
  for (let at = from; at < to; at += 1) {
    const byte = (bytes[at] ?? 0) & ~0x20
    if (byte < 65 || byte > 90) break
    column = column * 26 + byte - 64
    if (column > 16_384) throw new Error('a cell beyond the sheet')
  }
  if (column === 0) throw new Error('a cell without a column')
  return column - 1
}

/** Digits alone; NaN where anything else stands. */
export function wholeAt(bytes: Buffer, from: number, to: number): number {
  if (to === from || to - from > 9) return Number.NaN
  let whole = 0
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 48 || byte > 57) return Number.NaN
    whole = whole * 10 + byte - 48
  }
  return whole
}

const minus = 45
const point = 46
