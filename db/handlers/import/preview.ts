import { fieldsOf, type ImportField } from '../../domain/import/field.ts'
import { cellText, columnLetter } from '../../domain/import/grid.ts'
import type { ImportPreview, ImportRow } from '../../domain/import/importPreview.ts'
import { missingFields } from '../../domain/import/missingFields.ts'
import { unitOfRow } from '../../domain/import/rowReading.ts'
import { writtenTotal } from '../../domain/import/writtenTotal.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import { type Language, ruleText } from '../../domain/ruleText.ts'
import type { QueryHandler, TaskHandler } from '../handler.ts'
import type { CheckedRow, SourceRow } from './checkRows.ts'
import { checkAgain, stage } from './stage.ts'
import { type Correction, keepPreview, previewOf, type Staged } from './staged.ts'

/** The dry run: nothing in the library changes. */
export const previewImport: TaskHandler<'previewImport'> = async function* (db, input, moment) {
  return shown(keepPreview(yield* stage(db, input, moment)))
}

export const correctImportRow: TaskHandler<'correctImportRow'> = function* (db, input, moment) {
  const staged = previewOf(input.previewId)
  if (!staged.grid.rows.some(({ number }) => number === input.row))
    throw new RuleBroken('importRowUnknown', ['row'], { row: input.row })
  const corrections = new Map(staged.corrections)
  corrections.set(input.row, corrected(corrections.get(input.row), input))
  return shown(keepPreview(yield* checkAgain(db, staged, corrections, moment)))
}

export const listImportRows: QueryHandler<'listImportRows'> = (
  _db,
  { previewId, state, isWarned, language, page, pageSize },
) => {
  const staged = previewOf(previewId)
  const source = new Map(staged.rows.map((row) => [row.number, row]))
  const rows = (staged.checked?.rows ?? []).filter(
    (row) => (state === undefined || row.state === state) && (isWarned !== true || row.warnings.length > 0),
  )
  const items = rows
    .slice((page - 1) * pageSize, page * pageSize)
    .map((row) => shownRow(staged, row, source.get(row.number), language))
  return { items, total: rows.length, page, pageSize }
}

function corrected(
  known: Correction | undefined,
  {
    values = {},
    choice,
  }: {
    readonly values?: Partial<Record<ImportField, string | null>> | undefined
    readonly choice?: 'take' | 'leave' | null | undefined
  },
): Correction {
  const typed = new Map(known?.values)
  for (const field of fieldNames(values)) {
    const value = values[field]
    if (value === null) typed.delete(field)
    else if (value !== undefined) typed.set(field, value)
  }
  return { values: typed, choice: choice === undefined ? (known?.choice ?? null) : choice }
}

function fieldNames(values: Partial<Record<ImportField, string | null>>) {
  return Object.keys(values) as ImportField[]
}

function shown(staged: Staged): ImportPreview {
  const { kind, grid, header, mapping } = staged
  const rows = staged.checked?.rows ?? []
  const of = (state: CheckedRow['state']) => rows.filter((row) => row.state === state)
  const fresh = of('new')
  return {
    previewId: staged.id,
    kind,
    source: staged.source.name,
    sheets: [...staged.source.sheets],
    sheet: grid.sheet,
    header: header === null ? null : { first: header.first, last: header.last },
    top: grid.rows.slice(0, 15).map(({ number, cells }) => ({
      number,
      cells: cells.slice(0, 30).map((cell) => cellText(cell).slice(0, 60)),
    })),
    columns: columnsOf(staged),
    mapping,
    unit: staged.unit,
    isUnitWritten: staged.isUnitWritten,
    missing: header === null ? [] : missingFields(kind, mapping, header),
    counts: {
      new: fresh.length,
      update: of('update').length,
      duplicate: of('duplicate').length,
      error: of('error').length,
      leftOut: of('leftOut').length,
      warned: fresh.filter(({ warnings }) => warnings.length > 0).length,
    },
    amountFen: fresh.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0),
    writtenTotal:
      staged.checked === null || kind === 'tasks' || kind === 'budgetLines' ? null : totalOf(staged),
    hiddenRows: hiddenRows(staged),
    warnings: [...new Set(fresh.flatMap(({ warnings }) => warnings))],
    unknownNames: unknownNames(staged),
  }
}

function totalOf({ rows, grid, unit }: Staged) {
  const cellsOf = new Map(grid.rows.map(({ number, cells }) => [number, cells]))
  return writtenTotal(
    rows.map(({ number, fields, leftOut }) => ({ fields, leftOut, cells: cellsOf.get(number) ?? [] })),
    unit,
  )
}

function hiddenRows({ grid, checked }: Staged): number {
  const hidden = new Set(grid.rows.flatMap(({ number, isHidden }) => (isHidden === true ? [number] : [])))
  if (hidden.size === 0) return 0
  return (checked?.rows ?? []).filter(({ number, state }) => state !== 'leftOut' && hidden.has(number)).length
}

function columnsOf({ grid, header, mapping }: Staged): ImportPreview['columns'] {
  const sampled = grid.rows.filter(({ number }) => number > (header?.last ?? 0)).slice(0, 20)
  const width = Math.min(
    200,
    Math.max(header?.heads.length ?? 0, ...sampled.map(({ cells }) => cells.length)),
  )
  const hidden = new Set(grid.hiddenColumns)
  return Array.from({ length: width }, (_, column) => ({
    column,
    letter: columnLetter(column),
    head: header?.heads[column] ?? '',
    samples: sampled
      .map(({ cells }) => cellText(cells[column]).slice(0, 40))
      .filter((text) => text !== '')
      .slice(0, 3),
    isHidden: hidden.has(column),
    field: mapping.columns?.find((known) => known.column === column)?.field ?? null,
  }))
}

/** Names that no record has, as the rows write them: to be told apart once for all of them. */
function unknownNames({ rows, checked }: Staged): ImportPreview['unknownNames'] {
  const source = new Map(rows.map((row) => [row.number, row]))
  const counted = new Map<string, ImportPreview['unknownNames'][number]>()
  for (const { number, faults } of checked?.rows ?? []) {
    for (const { code, field } of faults) {
      if (code !== 'importNameUnknown' && code !== 'importNameAmbiguous') continue
      const named = (['project', 'contract', 'budgetLine', 'fund'] as const).find((known) => known === field)
      if (named === undefined) continue
      const text = cellText(source.get(number)?.fields.get(named)).slice(0, 200)
      const key = `${named} ${text}`
      const rowCount = (counted.get(key)?.rowCount ?? 0) + 1
      counted.set(key, { field: named, text, rowCount })
    }
  }
  return [...counted.values()].toSorted((a, b) => b.rowCount - a.rowCount).slice(0, 50)
}

function shownRow(
  { kind, grid, unit }: Staged,
  row: CheckedRow,
  source: SourceRow | undefined,
  language: Language,
): ImportRow {
  const own = grid.rows.find(({ number }) => number === row.number)
  const texts = fieldsOf(kind).flatMap((field) => {
    const cell = source?.fields.get(field)
    return cell === undefined ? [] : [[field, cellText(cell).slice(0, 200)] as const]
  })
  const plain =
    row.state === 'leftOut'
      ? [['memo', (own?.cells ?? []).map(cellText).filter(Boolean).join(' ').slice(0, 200)] as const]
      : texts
  return {
    row: row.number,
    state: row.state,
    choice: source?.choice ?? null,
    isCorrected: source?.isCorrected ?? false,
    isHidden: own?.isHidden ?? false,
    unit: source === undefined ? unit : unitOf(source, unit),
    cells: Object.fromEntries(plain),
    amountFen: row.amountFen,
    reasons: row.faults.map(({ code, field, params }) => ({
      code,
      field,
      message: ruleText(code, params, language),
    })),
    warnings: row.warnings.map((code) => ({ code, message: ruleText(code, {}, language) })),
  }
}

function unitOf({ fields }: SourceRow, unit: Staged['unit']): Staged['unit'] | null {
  const said = unitOfRow(fields, unit)
  return typeof said === 'string' ? said : null
}
