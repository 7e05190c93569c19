import { suggestDateParts } from './dateParts.ts'
import { fundFields } from './entryPart.ts'
import { dayField, fieldScore, fieldsOf, type ImportKind, isDatePart } from './field.ts'
import { bareHead } from './headText.ts'
import type { ColumnChoice } from './importMapping.ts'

/** Which column is which field, as the heads say; each field once, the surest first. A whole date goes before its parts. */
export function suggestColumns(heads: readonly string[], kind: ImportKind): ColumnChoice[] {
  const parts = suggestDateParts(heads, kind)
  const apart = heads.map((head, column) => (parts.some((part) => part.column === column) ? '' : head))
  const single = suggestSingle(apart, kind)
  const hasDay = single.some(({ field }) => field === dayField(kind))
  const chosen = hasDay ? suggestSingle(heads, kind) : [...single, ...parts]
  return chosen.toSorted((a, b) => a.column - b.column)
}

function suggestSingle(heads: readonly string[], kind: ImportKind): ColumnChoice[] {
  const fields = fieldsOf(kind).filter((field) => !isDatePart(field))
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
