import { RuleBroken } from '../ruleBroken.ts'
import { bareName } from '../text.ts'

/** A record with all that it is called: name, aliases, number, code. */
export interface Named {
  readonly id: string
  readonly names: readonly (string | null)[]
}

export interface NameIndex {
  /** @throws RuleBroken importNameUnknown with the nearest name, importNameAmbiguous */
  readonly find: (text: string, field: string) => string
}

/** Finds records by any of their names: width of characters, white space and brackets of either kind do not count. */
export function nameIndex(
  records: readonly Named[],
  chosen: ReadonlyMap<string, string> = new Map(),
): NameIndex {
  const byName = new Map<string, Set<string>>()
  // As written, for 1.1 and 11 are two codes.
  const asWritten = new Map<string, Set<string>>()
  for (const { id, names } of records) {
    for (const name of names) {
      const key = keyOf(name ?? '')
      if (key === '') continue
      byName.set(key, (byName.get(key) ?? new Set()).add(id))
      const written = bareName(name ?? '')
      asWritten.set(written, (asWritten.get(written) ?? new Set()).add(id))
    }
  }
  const found = new Map<string, string>()
  return {
    find: (text, field) => {
      const known = found.get(text)
      if (known !== undefined) return known
      const key = keyOf(text)
      const byHand = chosen.get(key)
      const written = asWritten.get(bareName(text))
      const named = written?.size === 1 ? written : (byName.get(key) ?? new Set<string>())
      const ids = byHand === undefined ? named : new Set([byHand])
      const [id, ...others] = ids
      if (id === undefined)
        throw new RuleBroken('importNameUnknown', [field], {
          text: text.slice(0, 60),
          name: text.slice(0, 500),
          like: nearest(byName, key),
        })
      if (others.length > 0)
        throw new RuleBroken('importNameAmbiguous', [field], {
          text: text.slice(0, 60),
          name: text.slice(0, 500),
        })
      found.set(text, id)
      return id
    },
  }
}

/** As names are compared here. */
export function keyOf(name: string): string {
  return bareName(name).replaceAll(/[()（）【】[\]〔〕“”"'·.,，、-]/g, '')
}

/** A name that holds the text or stands in it; '—' where none does. */
function nearest(byName: ReadonlyMap<string, unknown>, key: string): string {
  if (key.length < 2) return '—'
  for (const name of byName.keys()) if (name.includes(key) || key.includes(name)) return name
  return '—'
}
