import { RuleBroken } from '../domain/ruleBroken.ts'
import type { Archive } from './archiveGuard.ts'
import { attributeReader, tagReader } from './byteTags.ts'

const part = 'xl/styles.xml'

/** How styles show a figure, by their number in the cells. */
export interface NumberStyles {
  /** As a day or a time. */
  readonly isDate: (style: number) => boolean
  /**
   * The unit that the figure itself is in, where the format says one (0.00"万元") or shows fewer places than it has; of a
   * share that is shown in hundredths, %.
   */
  readonly unitOf: (style: number) => '元' | '万元' | '%' | null
}

export async function numberStyles(
  archive: Archive,
  textOf: (bytes: Buffer, from: number, to: number) => string,
): Promise<NumberStyles> {
  const formats = new Map<number, string>()
  const formatOf: number[] = []
  let isInCells = false
  const attributes = attributeReader()
  const { place } = attributes
  const tags = tagReader({
    open: (bytes, from, to, end, isEmpty) => {
      const name = bytes.toString('latin1', from, to)
      if (name === 'cellXfs') isInCells = !isEmpty
      if (name !== 'numFmt' && !(name === 'xf' && isInCells)) return
      const found = new Map<string, string>()
      attributes.begin(to, end)
      while (attributes.next(bytes))
        found.set(bytes.toString('latin1', place.nameFrom, place.nameTo), textOf(bytes, place.from, place.to))
      const id = Number(found.get('numFmtId') ?? 0)
      if (name === 'numFmt') formats.set(id, found.get('formatCode') ?? '')
      else formatOf.push(id)
    },
    close: (bytes, from, to) => {
      if (bytes.toString('latin1', from, to) === 'cellXfs') isInCells = false
    },
    text: () => undefined,
    defined: () => {
      throw new RuleBroken('importEntities', ['file'], { part })
    },
  })
  for await (const chunk of archive.part(part)) tags.push(chunk)
  tags.end()
  const areDates = formatOf.map((id) => {
    const own = formats.get(id)
    return own === undefined ? isBuiltInDate(id) : isDateFormat(own)
  })
  const units = formatOf.map((id) => (isBuiltInPct(id) ? '%' : unitOfFormat(formats.get(id) ?? '')))
  return { isDate: (style) => areDates[style] === true, unitOf: (style) => units[style] ?? null }
}

/** ECMA-376 part 1, 18.8.30: 14–22 and 45–47 everywhere, 27–36 and 50–58 in Chinese, Japanese and Korean. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

function isBuiltInPct(id: number): boolean {
  return id === 9 || id === 10
}

/** Its letters of year, day, hour or second tell it, or three of the month; m alone may be of minutes or of millions. */
function isDateFormat(code: string): boolean {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return true
  const letters = code.replaceAll(/"[^"]*"|\\.|[*_].|\[[^\]]*\]/g, '').toLowerCase()
  if (/^\s*(?:general|@)?\s*$/.test(letters)) return false
  return /[ydhs]|m{3}|am\/pm|a\/p/.test(letters)
}

/**
 * Of 1234567 shown as 123.5万 the figure is in 元: a comma behind the last digit, or a point that is only drawn, moves
 * what is seen and leaves what is kept.
 */
function unitOfFormat(code: string): '元' | '万元' | '%' | null {
  const positive = (code.split(';')[0] ?? '').replaceAll(/\[[^\]]*\]|[_*]./g, '')
  const digits = positive.replaceAll(/"[^"]*"|\\./g, '')
  if (digits.includes('%')) return '%'
  if (
    /[0#?],+(?![0#?,])/.test(digits) ||
    /[0#?](?:\\|!)\.[0#?]/.test(positive) ||
    /[0#?]"\."[0#?]/.test(positive)
  )
    return '元'
  const literal = /[0#?l]\s*(万元|万|元)\s*$/i.exec(positive.replaceAll(/["\\!]/g, ''))?.[1]
  if (literal === undefined) return null
  return literal === '元' ? '元' : '万元'
}
