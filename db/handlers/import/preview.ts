import { entryReader, partsOfRow } from '../../domain/import/entryPart.ts'
import { fieldsOf } from '../../domain/import/field.ts'
import { cellText, columnLetter } from '../../domain/import/grid.ts'
import { headerAt } from '../../domain/import/header.ts'
import type { ImportPreview, ImportRow } from '../../domain/import/importPreview.ts'
import { missingFields } from '../../domain/import/missingFields.ts'
import { unitOfRow } from '../../domain/import/rowReading.ts'
import { writtenTotal } from '../../domain/import/writtenTotal.ts'
import { type Language, ruleText } from '../../domain/ruleText.ts'
import type { QueryHandler, TaskHandler } from '../handler.ts'
import type { CheckedRow, SourceRow } from './checkRows.ts'
import { stage } from './stage.ts'
import { keepPreview, previewOf, type Staged } from './staged.ts'

/** The dry run: nothing in the library changes. */
export const previewImport: TaskHandler<'previewImport'> = async function* (db, input, moment) {
  return shown(keepPreview(yield* stage(db, input, moment)))
}

export const listImportRows: QueryHandler<'listImportRows'> = (
  _db,
  { previewId, state, isWarned, language, page, pageSize },
) => {
  const staged = previewOf(previewId)
  const rows = withSource(staged).filter(
    ({ row }) =>
      (state === undefined || row.state === state) && (isWarned !== true || row.warnings.length > 0),
  )
  const items = rows
    .slice((page - 1) * pageSize, page * pageSize)
    .map(({ row, source }) => shownRow(staged, row, source, language))
  return { items, total: rows.length, page, pageSize }
}

export function shown(staged: Staged): ImportPreview {
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
    tables: tablesOf(staged),
    top: staged.sheet.rows.slice(0, 15).map(({ number, cells }) => ({
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
    partsFen: partsOf(staged),
    writtenTotals:
      staged.checked === null || kind === 'tasks' || kind === 'budgetLines' ? [] : totalsOf(staged),
    hiddenRows: hiddenRows(staged),
    shownFigures: staged.sheet.shownFigures ?? 0,
    warnings: [...new Set(fresh.flatMap(({ warnings }) => warnings))],
    unknownNames: unknownNames(staged),
  }
}

/** Each checked row beside the row of the sheet that it is: the check keeps their order. */
function withSource({ rows, checked }: Staged) {
  return (checked?.rows ?? []).map((row, at) => ({ row, source: rows[at] }))
}

function partsOf(staged: Staged): ImportPreview['partsFen'] {
  return (partsOfRow(staged.mapping) ?? []).map((part) => ({
    part,
    amountFen: withSource(staged)
      .filter(({ row, source }) => row.state === 'new' && source?.part === part)
      .reduce((sum, { row }) => sum + (row.amountFen ?? 0), 0),
  }))
}

/** Of the sheet, and where its rows are two entries each, of either column. */
function totalsOf({ rows, grid, header, mapping, unit }: Staged): ImportPreview['writtenTotals'] {
  const cellsOf = new Map(grid.rows.map(({ number, cells }) => [number, cells]))
  const entries = header === null ? null : entryReader(mapping, header)
  return (entries?.parts ?? [null]).flatMap((part) => {
    const summed = rows
      .filter((row) => row.part === part || row.part === null)
      .map(({ number, part: own, fields, leftOut }) => ({
        fields:
          entries === null || part === null || own !== null
            ? fields
            : { ...fields, get: entries.cells(fields.get, part) },
        leftOut,
        cells: cellsOf.get(number) ?? [],
      }))
    const total = writtenTotal(summed, unit)
    return total === null ? [] : [{ ...total, part }]
  })
}

function hiddenRows({ grid, checked }: Staged): number {
  const hidden = new Set(grid.rows.flatMap(({ number, isHidden }) => (isHidden === true ? [number] : [])))
  if (hidden.size === 0) return 0
  const read = (checked?.rows ?? []).filter(({ state }) => state !== 'leftOut')
  return new Set(read.flatMap(({ number }) => (hidden.has(number) ? [number] : []))).size
}

function tablesOf({ sheet, tables }: Staged): ImportPreview['tables'] {
  return tables.map(({ headerRow, left, right }) => ({
    column: left,
    headerRow,
    letters: `${columnLetter(left)}–${columnLetter(right)}`,
    heads: (headerAt(sheet, headerRow)?.heads ?? [])
      .slice(left, right + 1)
      .filter((head) => head !== '')
      .slice(0, 3),
  }))
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
function unknownNames(staged: Staged): ImportPreview['unknownNames'] {
  const counted = new Map<string, ImportPreview['unknownNames'][number]>()
  for (const row of staged.checked?.rows ?? []) {
    for (const { code, field, params } of row.faults) {
      if (code !== 'importNameUnknown' && code !== 'importNameAmbiguous') continue
      const named = (['project', 'contract', 'budgetLine', 'fund'] as const).find((known) => known === field)
      if (named === undefined) continue
      // Of several names in one cell, the one that is not known.
      const text = typeof params['name'] === 'string' ? params['name'] : ''
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
    part: source?.part ?? null,
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
