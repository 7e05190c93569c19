import { suggestDateParts } from './dateParts.ts'
import { fundFields } from './entryPart.ts'
import { dayField, fieldScore, fieldsOf, type ImportKind, isByPlace } from './field.ts'
import { suggestFundShares } from './fundShare.ts'
import { bareHead } from './headText.ts'
import type { ColumnChoice } from './importMapping.ts'

/**
 * Which column is which field, as the heads say; each field once, the surest first. A whole date goes before its parts.
 * `isFund` tells what a source of the library is called.
 */
export function suggestColumns(
  heads: readonly string[],
  kind: ImportKind,
  isFund: (name: string) => boolean = () => false,
): ColumnChoice[] {
  const shares = kind === 'payments' ? suggestFundShares(heads, isFund) : []
  const own = without(heads, shares)
  const parts = suggestDateParts(own, kind)
  const single = suggestSingle(without(own, parts), kind, shares)
  const hasDay = single.some(({ field }) => field === dayField(kind))
  const chosen = hasDay ? suggestSingle(own, kind, shares) : [...single, ...parts]
  return [...chosen, ...shares].toSorted((a, b) => a.column - b.column)
}

/** The heads with those of the columns that are known already left empty. */
function without(heads: readonly string[], known: readonly ColumnChoice[]): string[] {
  return heads.map((head, column) => (known.some((choice) => choice.column === column) ? '' : head))
}

function suggestSingle(
  heads: readonly string[],
  kind: ImportKind,
  shares: readonly ColumnChoice[],
): ColumnChoice[] {
  const fields = fieldsOf(kind).filter(
    (field) => !isByPlace(field) && !(field === 'fund' && shares.length > 0),
  )
  const bare = heads.map(bareHead)
  const mayBe = kind === 'funds' ? fundFields(bare) : () => true
  const pairs = bare.flatMap((head, column) =>
    fields
      .filter((field) => mayBe(field, head))
      .map((field) => ({ column, field, score: fieldScore(kind, field, head) })),
  )
  const chosen: ColumnChoice[] = []
  for (const { column, field, score } of pairs.toSorted((a, b) => b.score - a.score || a.column - b.column)) {
    if (score === 0) break
    if (chosen.some((known) => known.column === column || known.field === field)) continue
    chosen.push({ column, field })
  }
  return chosen
}
