import {
  type BatchCells,
  type BatchColumn,
  type BatchRow,
  batchColumns,
  newRow,
  withCells,
} from './batchRow.ts'

/** A cell by its place. */
export interface Place {
  readonly row: number
  readonly column: number
}

export interface BatchState {
  readonly rows: readonly BatchRow[]
  /** What undo and redo go back and forth to. */
  readonly past: readonly (readonly BatchRow[])[]
  readonly future: readonly (readonly BatchRow[])[]
  readonly active: Place
  /** The other corner of the selection; the active cell itself where nothing more is selected. */
  readonly anchor: Place
}

export type BatchAction =
  /** Writes into rows; those beyond the last are added. */
  | { readonly kind: 'write'; readonly at: number; readonly changes: readonly Partial<BatchCells>[] }
  | { readonly kind: 'goTo'; readonly place: Place; readonly isExtending?: boolean }
  | { readonly kind: BatchChange | 'startOver' }

/** What a key does to the selected cells or their rows. */
export type BatchChange =
  | 'fillDown'
  | 'copyRowDown'
  | 'clear'
  | 'deleteRows'
  | 'insertRow'
  | 'confirm'
  | 'undo'
  | 'redo'

export function stateOf(rows: readonly BatchRow[]): BatchState {
  return { rows, past: [], future: [], active: origin, anchor: origin }
}

/** What a key or a paste does to the grid. Each change of the rows is one step of undo. */
export function batchReducer(state: BatchState, action: BatchAction): BatchState {
  const { rows, active } = state
  const area = areaOf(state)
  switch (action.kind) {
    case 'write':
      return withRows(state, written(rows, action.at, action.changes))
    case 'goTo':
      return goneTo(state, action.place, action.isExtending === true)
    case 'fillDown':
      return withRows(state, filledDown(rows, area))
    case 'copyRowDown': {
      const above = rows[active.row - 1]
      if (above === undefined) return state
      return withRows(state, written(rows, active.row, [{ ...above.cells, voucherNo: '', invoiceNo: '' }]))
    }
    case 'clear': {
      const empty = Object.fromEntries(columnsOf(area).map((column) => [column, '']))
      return withRows(
        state,
        rows.map((row, index) => (isIn(index, area) ? withCells(row, empty) : row)),
      )
    }
    case 'deleteRows': {
      const left = rows.filter((_, index) => !isIn(index, area))
      return goneTo(
        withRows(state, left.length === 0 ? [newRow()] : left),
        { ...active, row: Math.min(area.top, Math.max(0, left.length - 1)) },
        false,
      )
    }
    case 'insertRow':
      return withRows(state, rows.toSpliced(active.row, 0, newRow(rows[active.row - 1])))
    case 'confirm':
      return withRows(
        state,
        rows.map((row, index) =>
          index === active.row ? { ...row, isNoDuplicate: !row.isNoDuplicate } : row,
        ),
      )
    case 'undo': {
      const before = state.past.at(-1)
      if (before === undefined) return state
      const back = { ...state, rows: before, past: state.past.slice(0, -1), future: [rows, ...state.future] }
      return goneTo(back, active, false)
    }
    case 'redo': {
      const [next, ...later] = state.future
      if (next === undefined) return state
      return goneTo({ ...state, rows: next, past: [...state.past, rows], future: later }, active, false)
    }
    case 'startOver':
      return stateOf([newRow()])
  }
}

/** The selected cells: a rectangle, at least the active cell. */
export interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export function areaOf({ active, anchor }: Pick<BatchState, 'active' | 'anchor'>): Area {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  }
}

export function columnsOf({ left, right }: Area): readonly BatchColumn[] {
  return batchColumns.slice(left, right + 1)
}

const origin: Place = { row: 0, column: 0 }
const maxUndo = 200

function isIn(index: number, { top, bottom }: Area) {
  return index >= top && index <= bottom
}

function withRows(state: BatchState, rows: readonly BatchRow[]): BatchState {
  const isSame = rows.length === state.rows.length && rows.every((row, index) => row === state.rows[index])
  if (isSame) return state
  return { ...state, rows, past: [...state.past, state.rows].slice(-maxUndo), future: [] }
}

function written(
  rows: readonly BatchRow[],
  at: number,
  changes: readonly Partial<BatchCells>[],
): readonly BatchRow[] {
  const all = [...rows]
  while (all.length < at + changes.length) all.push(newRow(all.at(-1)))
  return all.map((row, index) => withCells(row, changes[index - at] ?? {}))
}

/** The cell above into the selected one; of several rows the first into all others. */
function filledDown(rows: readonly BatchRow[], area: Area): readonly BatchRow[] {
  const source = rows[area.top === area.bottom ? area.top - 1 : area.top]
  if (source === undefined) return rows
  const copied = Object.fromEntries(columnsOf(area).map((column) => [column, source.cells[column]]))
  return rows.map((row, index) => (row !== source && isIn(index, area) ? withCells(row, copied) : row))
}

/** Stays within the grid; a step below the last row adds one. */
function goneTo(state: BatchState, place: Place, isExtending: boolean): BatchState {
  const isBelow = place.row >= state.rows.length && !isExtending
  const rows = isBelow ? [...state.rows, newRow(state.rows.at(-1))] : state.rows
  const active = {
    row: Math.max(0, Math.min(place.row, rows.length - 1)),
    column: Math.max(0, Math.min(place.column, batchColumns.length - 1)),
  }
  return { ...state, rows, active, anchor: isExtending ? state.anchor : active }
}
