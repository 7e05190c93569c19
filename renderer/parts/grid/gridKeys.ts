import type { GridColumn, GridCommand, GridPlace, GridRow } from './gridColumn.ts'

/** What a key does in the grid. */
export type GridStep =
  | { readonly kind: 'go'; readonly place: GridPlace }
  | { readonly kind: 'command'; readonly command: GridCommand; readonly rowId: string }
  /** `typed`: the sign that replaces what the cell holds; null edits what is there. */
  | { readonly kind: 'edit'; readonly place: GridPlace; readonly typed: string | null }

interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Reads a key as Excel and MS Project do; null where the grid has no use for it. */
export function gridStep<Row extends GridRow>(
  key: Key,
  at: GridPlace | null,
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  pageRows: number,
): GridStep | null {
  const rowIndex = at === null ? -1 : rows.findIndex((row) => row.id === at.rowId)
  const columnIndex =
    at === null
      ? 0
      : Math.max(
          0,
          columns.findIndex((own) => own.key === at.columnKey),
        )
  const row = rows[rowIndex]
  const go = (toRow: number, toColumn = columnIndex): GridStep | null => {
    const target = rows[Math.min(Math.max(toRow, 0), rows.length - 1)]
    const column = columns[Math.min(Math.max(toColumn, 0), columns.length - 1)]
    return target === undefined || column === undefined
      ? null
      : { kind: 'go', place: { rowId: target.id, columnKey: column.key } }
  }
  if (row === undefined) return moving.has(key.key) ? go(0, 0) : null
  const asked = commandOf(key, row, columnIndex)
  if (asked !== null) return { kind: 'command', command: asked, rowId: row.id }
  if (key.altKey) return null
  const isCtrl = key.ctrlKey || key.metaKey
  const last = { row: rows.length - 1, column: columns.length - 1 }
  const steps: Readonly<Record<string, () => GridStep | null>> = {
    ArrowDown: () => go(rowIndex + 1),
    ArrowUp: () => go(rowIndex - 1),
    ArrowRight: () => go(rowIndex, columnIndex + 1),
    ArrowLeft: () => go(rowIndex, columnIndex - 1),
    PageDown: () => go(rowIndex + pageRows),
    PageUp: () => go(rowIndex - pageRows),
    Home: () => (isCtrl ? go(0, 0) : go(rowIndex, 0)),
    End: () => (isCtrl ? go(last.row) : go(rowIndex, last.column)),
  }
  const step = steps[key.key]
  if (step !== undefined) return step()
  return isCtrl ? null : editing(key, row, columns[columnIndex])
}

function editing<Row extends GridRow>(
  key: Key,
  row: Row,
  column: GridColumn<Row> | undefined,
): GridStep | null {
  const canEdit = column?.draft !== undefined && column.draft(row) !== null
  const place = { rowId: row.id, columnKey: column?.key ?? '' }
  if (key.key === 'Enter' || key.key === 'F2')
    return canEdit
      ? { kind: 'edit', place, typed: null }
      : key.key === 'Enter'
        ? { kind: 'command', command: 'open', rowId: row.id }
        : null
  return canEdit && key.key.length === 1 && key.key !== ' ' ? { kind: 'edit', place, typed: key.key } : null
}

function commandOf(key: Key, row: GridRow, columnIndex: number): GridCommand | null {
  const isCtrl = key.ctrlKey || key.metaKey
  const held = `${isCtrl ? 'Ctrl+' : ''}${key.altKey ? 'Alt+' : ''}${key.shiftKey ? 'Shift+' : ''}${key.key}`
  return commands[held] ?? (isCtrl || key.altKey ? null : branchCommand(key.key, row, columnIndex))
}

const commands: Readonly<Record<string, GridCommand>> = {
  'Alt+Shift+ArrowRight': 'indent',
  'Alt+Shift+ArrowLeft': 'outdent',
  'Ctrl+ArrowUp': 'moveUp',
  'Ctrl+ArrowDown': 'moveDown',
  'Shift+F2': 'open',
  'Ctrl+F2': 'link',
  Insert: 'add',
  Delete: 'remove',
}

function branchCommand(key: string, row: GridRow, columnIndex: number): GridCommand | null {
  if (row.isExpanded === null) return null
  if (key === ' ') return row.isExpanded ? 'collapse' : 'expand'
  if (columnIndex > 0) return null
  if (key === 'ArrowRight' && !row.isExpanded) return 'expand'
  return key === 'ArrowLeft' && row.isExpanded ? 'collapse' : null
}

const moving = new Set([
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageDown',
  'PageUp',
])
