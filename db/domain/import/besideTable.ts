import { fieldScore, fieldsOf, type ImportField, type ImportKind, importKind, recordField } from './field.ts'
import { type Cell, cellText, coveredCells, type Grid, isBlank } from './grid.ts'
import { findHeader, type Header, headerAt, scoreOf } from './header.ts'
import { bareHead } from './headText.ts'
import type { ColumnChoice, ImportMapping } from './importMapping.ts'
import { suggestColumns } from './suggestColumns.ts'

/** Where a table stands on its sheet: the row of its heads, and its columns. */
export interface TablePlace {
  readonly headerRow: number
  readonly left: number
  readonly right: number
}

/** What of a sheet is read: its one table, or of several side by side the one chosen. */
export interface TableView {
  readonly grid: Grid
  /** Null where no heads were found. */
  readonly header: Header | null
  /** All that stand side by side, from the left; empty where one alone is on the sheet. */
  readonly tables: readonly TablePlace[]
  readonly table: TablePlace | null
}

/** The table that a person chose by its first column or its row of heads, else the one that names most fields of the kind. */
export function tableInView(sheet: Grid, kind: ImportKind, mapping: ImportMapping): TableView {
  const covered = coveredCells(sheet)
  const header = headerOf(sheet, kind, mapping)
  const tables = header === null ? [] : tablesBeside(sheet, header, kind, covered)
  const scored = tables.map((table) => {
    const heads = headerAt(sheet, table.headerRow, covered)?.heads ?? []
    return { table, score: scoreOf(within(heads, [table]), kind) }
  })
  const inRow = scored.filter(({ table }) => table.headerRow === mapping.headerRow)
  const best = (inRow.length > 0 ? inRow : scored).toSorted((a, b) => b.score - a.score)[0]?.table
  const columns = mapping.columns ?? []
  const holding =
    columns.length === 0
      ? best
      : tables.find((table) => columns.every(({ column }) => isWithin([table], column)))
  // Columns of more than one, as a script may give them, are read from the sheet as a whole.
  const table = tables.find(({ left }) => left === mapping.tableColumn) ?? holding ?? null
  if (table === null) return { grid: sheet, header, tables, table }
  const grid = withCells(sheet, (column) => isWithin([table], column))
  const found = findHeader(grid, kind)
  // What stood over its heads is a title where the table is alone.
  const own = found?.first === table.headerRow + 1 ? found : headerAt(grid, table.headerRow)
  return { grid, header: own, tables, table }
}

/** A saved mapping's row of heads is looked for again where that row has none. */
function headerOf(sheet: Grid, kind: ImportKind, { headerRow }: ImportMapping): Header | null {
  return (headerRow === undefined ? null : headerAt(sheet, headerRow)) ?? findHeader(sheet, kind)
}

function tablesBeside(grid: Grid, header: Header, kind: ImportKind, covered: Covered): readonly TablePlace[] {
  const first = tablesIn(grid, header, kind)
  const known = first.length > 0 ? first : [wholeOf(header)]
  const all = [...known]
  for (const other of otherHeads(grid, header, known, covered)) {
    for (const table of tablesIn(grid, { ...other, heads: beyond(other.heads, known) }, kind))
      if (!all.some((one) => isOver(one, table))) all.push(table)
  }
  return all.length < 2 ? [] : all.toSorted((a, b) => a.left - b.left)
}

type Covered = ReturnType<typeof coveredCells>

/**
 * The sheet without what stands apart from the columns that are read, behind an empty one: a 合计 there is of something
 * else, and leaves out no row.
 */
export function withoutAside(grid: Grid, header: Header, columns: readonly ColumnChoice[]): Grid {
  const blocks = blocksOf(grid, header)
  const aside = blocks.filter(
    ({ left, right }) => !columns.some(({ column }) => column >= left && column <= right),
  )
  if (aside.length === 0 || aside.length === blocks.length) return grid
  return withCells(grid, (column, row) => row <= header.last || !isWithin(aside, column))
}

/** Of one row of heads: the blocks that are tables each; what is none belongs to the one before it. Empty where fewer are two. */
function tablesIn(grid: Grid, header: Header, kind: ImportKind): readonly TablePlace[] {
  const tables: TablePlace[] = []
  for (const block of blocksOf(grid, header).flatMap((whole) => repeated(header, whole, kind))) {
    const last = tables.at(-1)
    if (isTable(header.heads, block)) tables.push({ headerRow: header.first, ...block })
    else if (last !== undefined) tables[tables.length - 1] = { ...last, right: block.right }
  }
  return tables
}

interface Block {
  readonly left: number
  readonly right: number
}

/** Columns side by side, parted by ones that have neither head nor content. */
function blocksOf(grid: Grid, { heads, last }: Header): readonly Block[] {
  const unnamed = heads.flatMap((head, column) => (head === '' ? [column] : []))
  const filled = new Set(
    unnamed.filter((column) =>
      grid.rows.some(({ number, cells }) => number > last && cellText(cells[column]) !== ''),
    ),
  )
  const blocks: Block[] = []
  for (const [column, head] of heads.entries()) {
    if (head === '' && !filled.has(column)) continue
    const block = blocks.at(-1)
    if (block?.right === column - 1) blocks[blocks.length - 1] = { ...block, right: column }
    else blocks.push({ left: column, right: column })
  }
  return blocks
}

/** A block whose fields begin anew is several tables without a column between them. */
function repeated({ heads }: Header, block: Block, kind: ImportKind): readonly Block[] {
  const said = heads.map((head) => meaning(head, kind))
  const length = 3
  const isAnew = (column: number) =>
    Array.from({ length }, (_, at) => said[block.left + at]).every(
      (one, at) => one !== '' && one !== undefined && one === said[column + at],
    )
  const starts = heads.flatMap((_, column) =>
    column === block.left || (column >= block.left + length && column <= block.right && isAnew(column))
      ? [column]
      : [],
  )
  return starts.map((left, at) => ({ left, right: (starts[at + 1] ?? block.right + 1) - 1 }))
}

/** The field that a head surely names, else what it says. */
function meaning(head: string, kind: ImportKind): string {
  const bare = bareHead(head)
  const field = fieldsOf(kind)
    .map((known) => ({ known, score: fieldScore(kind, known, bare) }))
    .filter(({ score }) => score >= 2)
    .toSorted((a, b) => b.score - a.score)[0]?.known
  return field ?? bare
}

/** Whether the heads name amounts (of tasks: dates) and whose they are, of whatever kind. */
function isTable(heads: readonly string[], { left, right }: Block): boolean {
  const own = heads.slice(left, right + 1)
  return importKind.options.some((kind) => {
    const named = suggestColumns(own, kind).filter(
      ({ column, field }) =>
        recordField(kind, field) !== field || fieldScore(kind, field, bareHead(own[column] ?? '')) >= 2,
    )
    const has = (fields: readonly ImportField[]) =>
      named.some(({ field }) => fields.includes(recordField(kind, field)))
    return has(figuresOf[kind]) && has(ownersOf[kind])
  })
}

const figuresOf: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  payments: ['amount'],
  contracts: ['amount'],
  budgetLines: ['amount'],
  funds: ['amount'],
  tasks: ['start', 'finish', 'duration'],
}
const ownersOf: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  payments: ['payee', 'purpose', 'project'],
  contracts: ['counterparty', 'number'],
  budgetLines: ['name'],
  funds: ['fund', 'project'],
  tasks: ['taskName'],
}

/** Other rows that may be heads of columns which no table holds yet: near the top, or reaching further than the first. */
function otherHeads(
  grid: Grid,
  header: Header,
  known: readonly TablePlace[],
  covered: Covered,
): readonly Header[] {
  const near = grid.rows.slice(0, 40)
  const wide = grid.rows.filter(({ cells }) => cells.length > header.heads.length).slice(0, 200)
  return [...new Set([...near, ...wide])]
    .filter(
      ({ number, cells }) =>
        (number < header.first || number > header.last) &&
        cells.filter((cell, column) => isWords(cell) && !isWithin(known, column)).length >= 2,
    )
    .flatMap(({ number }) => headerAt(grid, number, covered) ?? [])
}

function isWords(cell: Cell): boolean {
  return typeof cell === 'string' && cell.trim() !== ''
}

function wholeOf({ first, heads }: Header): TablePlace {
  const named = heads.flatMap((head, column) => (head === '' ? [] : [column]))
  return { headerRow: first, left: named[0] ?? 0, right: named.at(-1) ?? 0 }
}

function isWithin(blocks: readonly Block[], column: number): boolean {
  return blocks.some(({ left, right }) => column >= left && column <= right)
}

/** The heads of these columns alone. */
function within(heads: readonly string[], kept: readonly Block[]): readonly string[] {
  return heads.map((head, column) => (isWithin(kept, column) ? head : ''))
}

/** The heads of all columns but these. */
function beyond(heads: readonly string[], known: readonly Block[]): readonly string[] {
  return heads.map((head, column) => (isWithin(known, column) ? '' : head))
}

function isOver(one: Block, other: Block): boolean {
  return one.left <= other.right && other.left <= one.right
}

function withCells(grid: Grid, isKept: (column: number, row: number) => boolean): Grid {
  const rows = grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => (isKept(column, row.number) ? cell : null)),
  }))
  return {
    ...grid,
    rows: rows.filter((row) => !isBlank(row)),
    merges: grid.merges.filter(({ top, left }) => isKept(left, top)),
  }
}
