import { RuleBroken } from '../domain/ruleBroken.ts'
import type { Archive } from './archiveGuard.ts'
import { tagReader } from './byteTags.ts'

const part = 'xl/sharedStrings.xml'

/** Texts that cells name by their number: rich text as its runs say it together, its reading aid left out. */
export async function sharedStrings(
  archive: Archive,
  textOf: (bytes: Buffer, from: number, to: number) => string,
): Promise<readonly string[]> {
  const texts: string[] = []
  let said = ''
  let isInText = false
  let isInReading = false
  const tags = tagReader({
    open: (bytes, from, to, _end, isEmpty) => {
      const name = bytes.toString('latin1', from, to)
      if (name === 'si') said = ''
      // An empty one has no close: it is a text, too.
      if (name === 'si' && isEmpty) texts.push('')
      if (name === 'rPh') isInReading = !isEmpty
      isInText = name === 't' && !isEmpty && !isInReading
    },
    close: (bytes, from, to, textFrom, textTo) => {
      const name = bytes.toString('latin1', from, to)
      if (isInText && name === 't') said += textOf(bytes, textFrom, textTo)
      if (name === 'rPh') isInReading = false
      if (name === 'si') texts.push(said.trim() === '' ? '' : said)
      isInText = false
    },
    text: (bytes, from, to) => {
      if (isInText) said += textOf(bytes, from, to)
    },
    defined: () => {
      throw new RuleBroken('importEntities', ['file'], { part })
    },
  })
  for await (const chunk of archive.part(part)) tags.push(chunk)
  tags.end()
  return texts
}
