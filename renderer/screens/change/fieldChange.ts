import type { Change } from '../../../db/domain/change.ts'

export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** The fields that differ between two images of a row, in the order of their names; a NULL is left out of an image. */
export function fieldChanges({ before, after }: Pick<Change, 'before' | 'after'>): readonly FieldChange[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names]
    .filter((field) => isTold(field))
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
    .toSorted((a, b) => a.field.localeCompare(b.field))
}

/** Keys, what is computed from another field, and who and when (the change itself says it) tell a person nothing. */
function isTold(field: string) {
  return !untold.has(field) && !/_(id|first|last)$/.test(field)
}

const untold = new Set([
  'id',
  'sort_order',
  'actor_name',
  'recorded_at',
  'created_at',
  'status_by',
  'status_at',
])
