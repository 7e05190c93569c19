import type { KeyboardEvent } from 'react'
import type { BatchChange } from './batchState.ts'

/** What a key in a cell asks of the grid. */
export type BatchKey =
  /** Enter: where the payment needs something next. */
  | { readonly kind: 'next' }
  | { readonly kind: 'step'; readonly rows: number; readonly columns: number; readonly isExtending: boolean }
  /** Tab: the neighbour, over the end of the row. */
  | { readonly kind: 'tab'; readonly isBack: boolean }
  | { readonly kind: 'edge'; readonly isEnd: boolean; readonly isWhole: boolean }
  | { readonly kind: 'change'; readonly change: BatchChange }
  | { readonly kind: 'save' | 'leave' | 'copy' | 'today' | 'nextProblem' }

interface Cell {
  /** Something was typed since the cell was entered: the arrows stay in the text then. */
  readonly isTouched: boolean
  readonly input: HTMLInputElement
}

/** Null: the key is the text's own. */
export function batchKeyOf(event: KeyboardEvent, cell: Cell): BatchKey | null {
  if (event.ctrlKey || event.metaKey) {
    const name = event.key.toLowerCase()
    if (name === 'c' && !isWholeSelected(cell)) return null
    return controlKeys[`${event.shiftKey ? 'shift+' : ''}${name}`] ?? null
  }
  if (event.altKey) return null
  return plainKeys[event.key]?.(event.shiftKey, cell) ?? null
}

const step =
  (rows: number, columns: number) =>
  (isExtending: boolean, cell: Cell): BatchKey | null =>
    // Sideways the arrows go through the text once something was typed.
    columns !== 0 && !isWholeSelected(cell) ? null : { kind: 'step', rows, columns, isExtending }

const edge =
  (isEnd: boolean) =>
  (isShifted: boolean, cell: Cell): BatchKey | null =>
    isShifted || !isWholeSelected(cell) ? null : { kind: 'edge', isEnd, isWhole: false }

const plainKeys: Readonly<Record<string, (isShifted: boolean, cell: Cell) => BatchKey | null>> = {
  Enter: (isShifted) =>
    isShifted ? { kind: 'step', rows: -1, columns: 0, isExtending: false } : { kind: 'next' },
  Tab: (isBack) => ({ kind: 'tab', isBack }),
  ArrowUp: step(-1, 0),
  ArrowDown: step(1, 0),
  ArrowLeft: step(0, -1),
  ArrowRight: step(0, 1),
  PageUp: step(-10, 0),
  PageDown: step(10, 0),
  Home: edge(false),
  End: edge(true),
  Delete: (_, cell) => (isWholeSelected(cell) ? { kind: 'change', change: 'clear' } : null),
  F2: (_, { input }) => {
    input.setSelectionRange(input.value.length, input.value.length)
    return null
  },
  F8: () => ({ kind: 'nextProblem' }),
  Escape: () => ({ kind: 'leave' }),
}

const controlKeys: Readonly<Record<string, BatchKey>> = {
  enter: { kind: 'save' },
  s: { kind: 'save' },
  d: { kind: 'change', change: 'fillDown' },
  'shift+d': { kind: 'change', change: 'copyRowDown' },
  z: { kind: 'change', change: 'undo' },
  'shift+z': { kind: 'change', change: 'redo' },
  y: { kind: 'change', change: 'redo' },
  k: { kind: 'change', change: 'confirm' },
  ';': { kind: 'today' },
  c: { kind: 'copy' },
  delete: { kind: 'change', change: 'deleteRows' },
  insert: { kind: 'change', change: 'insertRow' },
  home: { kind: 'edge', isEnd: false, isWhole: true },
  end: { kind: 'edge', isEnd: true, isWhole: true },
}

/** As a cell is when it was just entered, or is empty. */
function isWholeSelected({ isTouched, input }: Cell) {
  return !isTouched && input.selectionStart === 0 && input.selectionEnd === input.value.length
}
