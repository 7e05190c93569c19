import type { EntryPart } from '../../domain/import/entryPart.ts'
import { type ImportState, stateOfFault } from '../../domain/import/importPreview.ts'
import type { RowRead } from '../../domain/import/paymentRow.ts'
import { type FieldRow, faultOf, type RowFault } from '../../domain/import/rowReading.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import type { RuleCode } from '../../domain/ruleText.ts'
import type { WriteDb } from '../../store/change.ts'
import type { Step } from '../../store/verify.ts'

export type RowChoice = 'take' | 'leave' | null

/** A row of the sheet, not yet read: with the reason where it holds no record. */
export interface SourceRow {
  readonly number: number
  /** Of a row that is two entries: which of them. */
  readonly part: EntryPart | null
  readonly fields: FieldRow
  readonly leftOut: RuleCode | null
  /** What is wrong with the row as a whole. */
  readonly fault: RowFault | null
  readonly choice: RowChoice
  readonly isCorrected: boolean
}

export interface CheckedRow {
  readonly number: number
  readonly state: ImportState
  readonly faults: readonly RowFault[]
  readonly warnings: readonly RuleCode[]
  readonly amountFen: number | null
}

/** All rows with what is the matter with each, and how to write those that are new. */
export interface Checked {
  readonly rows: readonly CheckedRow[]
  readonly write: (db: WriteDb, batch: BatchWriting) => Generator<Step, void>
}

export interface BatchWriting {
  readonly importId: string
  readonly at: string
  readonly actorName: string
  readonly overrideReason: string | null
  readonly newId: () => string
}

/** A draft that is to be written. */
export interface Taken<Draft> {
  readonly row: number
  readonly draft: Draft
  readonly warnings: readonly RuleCode[]
}

/** What a kind of record knows of its own rows. */
export interface KindRules<Draft> {
  readonly read: (row: FieldRow) => RowRead<Draft>
  /** Faults that only the rows together show, by row. */
  readonly together?: (
    drafts: readonly { readonly row: number; readonly draft: Draft }[],
  ) => ReadonlyMap<number, RowFault>
  /** Rows with the same key are the same record; null: the row is like no other. */
  readonly key: (draft: Draft) => string | null
  /** What the library holds that is the same to a reader: named by place in the slice. */
  readonly existing: (drafts: readonly Draft[]) => ReadonlyMap<number, string>
  /** The rules of entering it, after the rows taken so far. Warnings ask for a reason. @throws RuleBroken */
  readonly check: (draft: Draft) => readonly RuleCode[]
  readonly amountOf: (draft: Draft) => number
  /** Whether it changes a record that is there instead of making one. */
  readonly isUpdate?: (draft: Draft) => boolean
}

const stride = 1000

/** Reads each row, looks for its like in the library and above it, and holds it to the rules of its kind. */
export function* checkRows<Draft>(
  source: readonly SourceRow[],
  takesDuplicates: boolean,
  rules: KindRules<Draft>,
): Generator<Step, { readonly rows: readonly CheckedRow[]; readonly taken: readonly Taken<Draft>[] }> {
  const total = source.length
  const read: { readonly source: SourceRow; readonly read: RowRead<Draft> | null }[] = []
  for (const row of source) {
    if (read.length % stride === 0) yield { done: Math.floor(read.length / 2), total }
    const isOut = row.leftOut !== null || row.choice === 'leave'
    read.push({ source: row, read: isOut ? null : wholeRead(row) })
  }
  const drafts = read.flatMap(({ source: { number }, read: own }) =>
    own === null || own.draft === null ? [] : [{ row: number, draft: own.draft }],
  )
  const together = rules.together?.(drafts) ?? new Map<number, RowFault>()
  const seen = new Map<string, number>()
  const taken: Taken<Draft>[] = []
  const rows: CheckedRow[] = []
  for (let start = 0; start < read.length; start += stride) {
    yield { done: Math.floor((total + start) / 2), total }
    const slice = read.slice(start, start + stride)
    const places = slice.flatMap(({ read: own }, at) =>
      own === null || own.draft === null ? [] : [{ at, draft: own.draft }],
    )
    const existing = rules.existing(places.map(({ draft }) => draft))
    const like = new Map(places.map(({ at }, place) => [at, existing.get(place)]))
    for (const [at, { source: row, read: own }] of slice.entries()) {
      const checked = judge(row, own, like.get(at))
      rows.push(checked)
      if (isTaken(checked) && own !== null && own.draft !== null)
        taken.push({ row: row.number, draft: own.draft, warnings: checked.warnings })
    }
  }
  return { rows, taken }

  function wholeRead({ fault, fields }: SourceRow): RowRead<Draft> {
    return fault === null ? rules.read(fields) : { draft: null, faults: [fault] }
  }

  function judge(row: SourceRow, own: RowRead<Draft> | null, like: string | undefined): CheckedRow {
    if (own === null) {
      const code = row.leftOut ?? 'importRowLeft'
      return rowOf(row.number, [{ code, field: null, params: {} }], null)
    }
    if (own.draft === null) return rowOf(row.number, own.faults, null)
    const { draft } = own
    const amountFen = rules.amountOf(draft)
    const apart = together.get(row.number)
    if (apart !== undefined) return rowOf(row.number, [apart], amountFen)
    const key = rules.key(draft)
    const twin = key === null ? undefined : seen.get(key)
    if (key !== null && twin === undefined) seen.set(key, row.number)
    if (!takesDuplicates && row.choice !== 'take') {
      if (like !== undefined)
        return rowOf(row.number, [{ code: 'importDuplicateEntry', field: null, params: { like } }], amountFen)
      if (twin !== undefined)
        return rowOf(
          row.number,
          [{ code: 'importDuplicateRow', field: null, params: { row: twin } }],
          amountFen,
        )
    }
    return ruled(row.number, draft, amountFen)
  }

  function ruled(number: number, draft: Draft, amountFen: number): CheckedRow {
    try {
      const said = rules.check(draft)
      const warnings = said.length > 1 ? [...new Set(said)] : said
      const state = rules.isUpdate?.(draft) === true ? 'update' : 'new'
      return { number, state, faults: [], warnings, amountFen }
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error
      return rowOf(number, [faultOf(error, error.fields[0] ?? null)], amountFen)
    }
  }
}

/** Whether the import writes it. */
export function isTaken({ state }: CheckedRow): boolean {
  return state === 'new' || state === 'update'
}

function rowOf(number: number, faults: readonly RowFault[], amountFen: number | null): CheckedRow {
  const [first] = faults
  const state = first === undefined ? 'error' : stateOfFault(first.code)
  return { number, state, faults, warnings: [], amountFen }
}
