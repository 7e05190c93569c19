import { RuleBroken } from '../domain/ruleBroken.ts'
import type { Archive } from './archiveGuard.ts'
import { attributeReader, tagReader } from './byteTags.ts'

const part = 'xl/styles.xml'

/** Which styles show a figure as a day or a time, by their number in the cells. */
export async function dateStyles(
  archive: Archive,
  textOf: (bytes: Buffer, from: number, to: number) => string,
): Promise<(style: number) => boolean> {
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
  return (style) => areDates[style] === true
}

/** ECMA-376 part 1, 18.8.30: 14–22 and 45–47 everywhere, 27–36 and 50–58 in Chinese, Japanese and Korean. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** Its letters of year, day, hour or second tell it, or three of the month; m alone may be of minutes or of millions. */
function isDateFormat(code: string): boolean {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return true
  const letters = code.replaceAll(/"[^"]*"|\\.|[*_].|\[[^\]]*\]/g, '').toLowerCase()
  if (/^\s*(?:general|@)?\s*$/.test(letters)) return false
  return /[ydhs]|m{3}|am\/pm|a\/p/.test(letters)
}
