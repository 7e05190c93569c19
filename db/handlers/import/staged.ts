import type { TablePlace } from '../../domain/import/besideTable.ts'
import type { EntryPart } from '../../domain/import/entryPart.ts'
import type { ImportField, ImportKind } from '../../domain/import/field.ts'
import type { Grid } from '../../domain/import/grid.ts'
import type { Header } from '../../domain/import/header.ts'
import type { ImportMapping } from '../../domain/import/importMapping.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import type { Checked, RowChoice, SourceRow } from './checkRows.ts'
import type { ImportSource } from './source.ts'

/** What a person has in view before importing: the source as it was chosen, and how it was read last. */
export interface Staged {
  readonly id: string
  readonly kind: ImportKind
  readonly source: ImportSource
  /** The sheet as it was read, and what of it is in view. */
  readonly sheet: Grid
  readonly grid: Grid
  readonly tables: readonly TablePlace[]
  readonly header: Header | null
  readonly mapping: ImportMapping
  readonly unit: 'yuan' | 'wan'
  readonly isUnitWritten: boolean
  readonly corrections: ReadonlyMap<CorrectionKey, Correction>
  readonly rows: readonly SourceRow[]
  /** Null while columns are missing that the kind needs. */
  readonly checked: Checked | null
}

/** A row by its number; one of its two entries apart. */
export type CorrectionKey = number | `${number} ${EntryPart}`

export function correctionKey(row: number, part: EntryPart | null): CorrectionKey {
  return part === null ? row : `${row} ${part}`
}

/** What a person changed in one row of the preview. */
export interface Correction {
  readonly values: ReadonlyMap<ImportField, string>
  readonly choice: RowChoice
}

/**
 * The previews in view, in this process alone: they hold nothing that the library needs, and a preview that is gone is
 * made again from its file.
 */
const previews = new Map<string, Staged>()
const kept = 3

export function keepPreview(staged: Staged): Staged {
  previews.delete(staged.id)
  previews.set(staged.id, staged)
  for (const id of [...previews.keys()].slice(0, -kept)) previews.delete(id)
  return staged
}

/** @throws RuleBroken importGone */
export function previewOf(previewId: string): Staged {
  const staged = previews.get(previewId)
  if (staged === undefined) throw new RuleBroken('importGone', ['previewId'])
  return staged
}

export function dropPreview(previewId: string): void {
  previews.delete(previewId)
}
