import type { EntryPart } from '../../domain/import/entryPart.ts'
import type { ImportField } from '../../domain/import/field.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import type { TaskHandler } from '../handler.ts'
import { shown } from './preview.ts'
import { checkAgain } from './stage.ts'
import {
  type Correction,
  type CorrectionKey,
  correctionKey,
  keepPreview,
  previewOf,
  type Staged,
} from './staged.ts'

export const correctImportRow: TaskHandler<'correctImportRow'> = function* (db, input, moment) {
  const staged = previewOf(input.previewId)
  if (!staged.grid.rows.some(({ number }) => number === input.row))
    throw new RuleBroken('importRowUnknown', ['row'], { row: input.row })
  const corrections = new Map(staged.corrections)
  for (const [key, correction] of correctionsOf(staged, input)) corrections.set(key, correction)
  return shown(keepPreview(yield* checkAgain(db, staged, corrections, moment)))
}

/** What is typed of one entry's amount or day is of that entry; whatever else is typed is of its row. */
function correctionsOf(
  { corrections, rows }: Staged,
  { row, part = null, values = {}, choice }: CorrectionInput,
): [CorrectionKey, Correction][] {
  const typed = fieldNames(values).map((field) => [field, values[field] ?? null] as const)
  const isOfEntry = (field: ImportField) => field === 'amount' || field === 'enteredOn'
  const known = rows.filter(({ number }) => number === row)
  const isSplit = known.some((one) => one.part !== null)
  if (isSplit && part === null && (choice !== undefined || typed.some(([field]) => isOfEntry(field))))
    throw new RuleBroken('importPartMissing', ['part'], { row })
  if (part === null) return [[row, corrected(corrections.get(row), typed, choice)]]
  const own = correctionKey(row, part)
  const ofRow = typed.filter(([field]) => !isOfEntry(field))
  // Where the row was taken whole, taking that back is of the row.
  const isOfRow = choice === null && (corrections.get(own)?.choice ?? null) === null
  return [
    [row, corrected(corrections.get(row), ofRow, isOfRow ? choice : undefined)],
    [
      own,
      corrected(
        corrections.get(own),
        typed.filter(([field]) => isOfEntry(field)),
        choice,
      ),
    ],
  ]
}

interface CorrectionInput {
  readonly row: number
  readonly part?: EntryPart | null | undefined
  readonly values?: Partial<Record<ImportField, string | null>> | undefined
  readonly choice?: Correction['choice'] | undefined
}

/** null takes back what was typed before. */
function corrected(
  known: Correction | undefined,
  typed: readonly (readonly [ImportField, string | null])[],
  choice: Correction['choice'] | undefined,
): Correction {
  const values = new Map(known?.values)
  for (const [field, value] of typed) {
    if (value === null) values.delete(field)
    else values.set(field, value)
  }
  return { values, choice: choice === undefined ? (known?.choice ?? null) : choice }
}

function fieldNames(values: Partial<Record<ImportField, string | null>>) {
  return Object.keys(values) as ImportField[]
}
