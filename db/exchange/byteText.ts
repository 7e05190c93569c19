/** Longer texts are seldom said twice. */
const slotBytes = 96
const slots = 16_384

/**
 * Text from the bytes of an XML: references and Excel's _xHHHH_ decoded, one that was met lately given again instead of
 * made again: columns of a ledger say the same few names.
 */
export function textReader(): (bytes: Buffer, from: number, to: number) => string {
  const known = new Array<string>(slots).fill('')
  const lengths = new Int32Array(slots)
  const kept = Buffer.alloc(slots * slotBytes)

  return (bytes, from, to) => {
    const length = to - from
    let hash = length
    let isEscaped = false
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0
      hash = (Math.imul(hash, 31) + byte) | 0
      if (byte === ampersand || byte === underline) isEscaped = true
    }
    if (length > slotBytes) return made(bytes, from, to, isEscaped)
    const slot = (hash ^ (hash >>> 15)) & (slots - 1)
    if (lengths[slot] === length && isSame(bytes, from, length, kept, slot * slotBytes))
      return known[slot] ?? ''
    const text = made(bytes, from, to, isEscaped)
    known[slot] = text
    lengths[slot] = length
    bytes.copy(kept, slot * slotBytes, from, to)
    return text
  }
}

function isSame(bytes: Buffer, from: number, length: number, kept: Buffer, keptFrom: number): boolean {
  for (let at = 0; at < length; at += 1) if (bytes[from + at] !== kept[keptFrom + at]) return false
  return true
}

function made(bytes: Buffer, from: number, to: number, isEscaped: boolean): string {
  const text = bytes.toString('utf8', from, to)
  return isEscaped ? decoded(text) : text
}

/** Text that is no Unicode (half a surrogate pair) would not survive the store. */
function decoded(text: string): string {
  return text
    .replaceAll(
      /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g,
      (written, hex, decimal, name) => {
        if (typeof name === 'string') return named[name] ?? written
        const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
        return code <= 0x10_ffff ? String.fromCodePoint(code) : written
      },
    )
    .replaceAll(/_x([\da-fA-F]{4})_/g, (_written, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .toWellFormed()
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const ampersand = 38
const underline = 95
