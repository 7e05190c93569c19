/**
 * A name that every file system takes: no folder in it, nothing that Windows reserves (CON, NUL, a name that ends in a
 * dot), at most 180 bytes of UTF-8 so that a path of a few of them fits. The extension stays.
 */
export function safeName(name: string): string {
  const clean = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '_')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
  const end = /\.[\p{L}\p{N}]{1,10}$/u.exec(clean)?.[0] ?? ''
  const stem = shortened(clean.slice(0, clean.length - end.length), maxBytes - bytesOf(end)).replace(
    /[\s.]+$/,
    '',
  )
  if (stem === '') return `_${end}`
  return reserved.test(stem) ? `_${stem}${end}` : `${stem}${end}`
}

/**
 * The same names, each once: two that differ in case alone are one file on Windows, so the later gets a number.
 * `taken` holds those given out so far, in lower case.
 */
export function onceAmong(taken: Set<string>, name: string): string {
  const [, stem = name, end = ''] = /^(.+?)(\.[^.]+)?$/u.exec(name) ?? []
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? name : `${stem} (${String(count)})${end}`
    if (taken.has(tried.toLowerCase())) continue
    taken.add(tried.toLowerCase())
    return tried
  }
}

const maxBytes = 180
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i

function shortened(text: string, bytes: number): string {
  let short = ''
  let used = 0
  for (const character of text) {
    used += bytesOf(character)
    if (used > bytes) break
    short += character
  }
  return short
}

/** Of UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
