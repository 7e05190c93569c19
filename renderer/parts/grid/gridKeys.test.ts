import { describe, expect, test } from 'vitest'
import type { GridColumn, GridRow } from './gridColumn.ts'
import { gridStep } from './gridKeys.ts'

const rows: readonly GridRow[] = [
  { id: 'a', level: 1, isExpanded: true },
  { id: 'b', level: 2, isExpanded: null },
  { id: 'c', level: 1, isExpanded: false },
]
const columns: readonly GridColumn<GridRow>[] = [
  { key: 'name', title: '名称', width: 100, cell: (row) => row.id, draft: (row) => row.id },
  { key: 'float', title: '浮动', width: 100, cell: () => '3' },
]
const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }

function step(key: string, rowId: string, columnKey = 'name', more: Partial<typeof plain> = {}) {
  return gridStep({ ...plain, ...more, key }, { rowId, columnKey }, rows, columns, 10)
}

describe('表格键盘', () => {
  test('arrows move by cells and stop at the edges', () => {
    expect(step('ArrowDown', 'a')).toEqual({ kind: 'go', place: { rowId: 'b', columnKey: 'name' } })
    expect(step('ArrowUp', 'a')).toEqual({ kind: 'go', place: { rowId: 'a', columnKey: 'name' } })
    expect(step('ArrowRight', 'b')).toEqual({ kind: 'go', place: { rowId: 'b', columnKey: 'float' } })
    expect(step('PageDown', 'a')).toEqual({ kind: 'go', place: { rowId: 'c', columnKey: 'name' } })
    expect(step('End', 'a', 'name', { ctrlKey: true })).toMatchObject({ place: { rowId: 'c' } })
  })

  test('the first arrow into a grid goes to its first cell', () => {
    expect(gridStep({ ...plain, key: 'ArrowDown' }, null, rows, columns, 10)).toEqual({
      kind: 'go',
      place: { rowId: 'a', columnKey: 'name' },
    })
  })

  test('left and right in the first column close and open a branch before they move', () => {
    expect(step('ArrowLeft', 'a')).toMatchObject({ command: 'collapse' })
    expect(step('ArrowRight', 'c')).toMatchObject({ command: 'expand' })
    expect(step('ArrowRight', 'a')).toMatchObject({ kind: 'go' })
  })

  test('Enter and F2 edit a cell, a typed sign replaces it, and a cell that is computed opens the row', () => {
    expect(step('F2', 'b')).toEqual({ kind: 'edit', place: { rowId: 'b', columnKey: 'name' }, typed: null })
    expect(step('Enter', 'b')).toMatchObject({ kind: 'edit' })
    expect(step('基', 'b')).toMatchObject({ kind: 'edit', typed: '基' })
    expect(step('Enter', 'b', 'float')).toEqual({ kind: 'command', command: 'open', rowId: 'b' })
    expect(step('5', 'b', 'float')).toBeNull()
  })

  test('the keys of MS Project indent, reorder, add, remove and link', () => {
    expect(step('ArrowRight', 'b', 'float', { altKey: true, shiftKey: true })).toMatchObject({
      command: 'indent',
    })
    expect(step('ArrowLeft', 'b', 'float', { altKey: true, shiftKey: true })).toMatchObject({
      command: 'outdent',
    })
    expect(step('ArrowUp', 'b', 'name', { ctrlKey: true })).toMatchObject({ command: 'moveUp' })
    expect(step('Insert', 'b')).toMatchObject({ command: 'add' })
    expect(step('Delete', 'b')).toMatchObject({ command: 'remove' })
    expect(step('F2', 'b', 'name', { ctrlKey: true })).toMatchObject({ command: 'link' })
    expect(step('F2', 'b', 'name', { shiftKey: true })).toMatchObject({ command: 'open' })
    expect(step('z', 'b', 'name', { ctrlKey: true })).toBeNull()
  })
})
