import { RuleBroken } from '../../../db/domain/ruleBroken.ts'

/** Something that a cell can name. */
export interface Named {
  readonly value: string
  readonly label: string
  /** Other texts by which people know it: a code, an alias, a number. */
  readonly others: readonly string[]
}

/**
 * What a text means: the one so called, else the only one whose name holds it.
 * @throws RuleBroken nameUnknown, nameAmbiguous
 */
export function pickNamed(text: string, items: readonly Named[]): Named {
  const typed = plain(text)
  const exact =
    items.filter(({ label }) => plain(label) === typed).at(0) ??
    onlyOf(items.filter(({ others }) => others.some((other) => plain(other) === typed)))
  if (exact !== undefined) return exact
  const like = matching(text, items)
  const [found] = like
  if (found === undefined) throw new RuleBroken('nameUnknown', [], { text: text.trim() })
  if (like.length > 1)
    throw new RuleBroken('nameAmbiguous', [], {
      text: text.trim(),
      count: like.length,
      like: like
        .slice(0, 3)
        .map(({ label }) => label)
        .join('、'),
    })
  return found
}

/** Those whose name or other name holds every word of the text, in their order. */
export function matching(text: string, items: readonly Named[]): readonly Named[] {
  const words = plain(text).split(' ')
  return items.filter(({ label, others }) => {
    const all = plain([label, ...others].join(' '))
    return words.every((word) => all.includes(word))
  })
}

function onlyOf(items: readonly Named[]): Named | undefined {
  return items.length === 1 ? items[0] : undefined
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
