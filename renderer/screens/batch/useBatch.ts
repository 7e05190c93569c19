import { useCallback, useMemo, useReducer, useState } from 'react'
import { localDay } from '../../../db/domain/day.ts'
import { useKnownPayees } from '../payment/PayeeInput.tsx'
import type { BatchKey } from './batchKey.ts'
import { type BatchDraft, type BatchRow, batchColumns, isEmptyRow, newRow } from './batchRow.ts'
import { areaOf, batchReducer, columnsOf, stateOf } from './batchState.ts'
import { blockInColumns } from './blockColumns.ts'
import { recalledCells, recalledFromBatch, settledText } from './cellText.ts'
import { nextVoucher } from './nextVoucher.ts'
import { blockText, isBlock, readBlock } from './pastedBlock.ts'
import { placeAfter } from './placeAfter.ts'
import { type BatchLists, type RowReading, readBatchRow } from './readBatchRow.ts'
import { useBatchLists } from './useBatchLists.ts'

/** The grid as it stands: its rows, what they read as, and what keys and pastes do to them. */
export function useBatch(draft: BatchDraft) {
  const [state, dispatch] = useReducer(batchReducer, draft.rows, stateOf)
  /** Whether the active cell takes the focus: not while the person is at another control. */
  const [isWriting, setWriting] = useState(true)
  const { rows, active } = state
  const today = localDay(new Date())
  const projectNames = [...new Set(rows.map(({ cells }) => cells.project))].filter((name) => name !== '')
  const lists = useBatchLists(projectNames)
  const read = useMemo(() => reader(lists, today), [lists, today])
  const readings = useMemo(() => rows.map(read), [rows, read])
  const [payeeText, setPayeeText] = useState('')
  const payees = useKnownPayees(payeeText)
  const column = batchColumns[active.column] ?? 'paidOn'
  const row = rows[active.row]

  /** Writes what was typed into the active cell, with what it brings; answers the row as it then is. */
  const commit = useCallback(
    (text: string): BatchRow['cells'] | undefined => {
      if (row === undefined) return undefined
      const typed = column === 'voucherNo' ? nextVoucher(text, voucherAbove(rows, active.row)) : text
      const settled = settledText(column, typed, row.cells, lists, today)
      const isNewPayee = column === 'payee' && settled !== row.cells.payee
      const known = payees.find(({ payee }) => payee === settled)
      const recalled =
        isNewPayee && settled !== ''
          ? (recalledFromBatch(rows, active.row, settled) ??
            (known === undefined ? {} : recalledCells(row, known, lists)))
          : {}
      const changes = { [column]: settled, ...recalled }
      dispatch({ kind: 'write', at: active.row, changes: [changes] })
      return { ...row.cells, ...changes }
    },
    [row, rows, column, lists, today, payees, active.row],
  )

  const goTo = useCallback((rowIndex: number, columnIndex: number, isExtending = false) => {
    setWriting(true)
    dispatch({ kind: 'goTo', place: { row: rowIndex, column: columnIndex }, isExtending })
  }, [])

  const copy = useCallback(() => {
    const area = areaOf(state)
    const block = state.rows
      .slice(area.top, area.bottom + 1)
      .map(({ cells }) => columnsOf(area).map((name) => cells[name]))
    void navigator.clipboard.writeText(blockText(block))
  }, [state])

  /** What a key asks for that is about cells alone. */
  const press = useCallback(
    (key: BatchKey, cells: BatchRow['cells'] | undefined) => {
      setWriting(true)
      const place = placeAfter(key, { active, cells, rowCount: rows.length })
      if (place !== null) goTo(place.row, place.column, key.kind === 'step' && key.isExtending)
      else if (key.kind === 'change') dispatch({ kind: key.change })
      else if (key.kind === 'copy') copy()
      else if (key.kind === 'today' && column === 'paidOn')
        dispatch({ kind: 'write', at: active.row, changes: [{ paidOn: today }] })
    },
    [active, column, copy, goTo, rows.length, today],
  )

  /** A block is written from the active cell on; answers how many rows, and the columns left out; null where it is none. */
  const paste = useCallback(
    (text: string): { readonly rowCount: number; readonly ignored: readonly string[] } | null => {
      if (!isBlock(text)) return null
      const block = blockInColumns(readBlock(text), column)
      const changes = block.rows.map((cells, index) => {
        const whole = { ...(rows[active.row + index]?.cells ?? newRow().cells), ...cells }
        const names = batchColumns.filter((name) => cells[name] !== undefined)
        return Object.fromEntries(
          names.map((name) => [name, settledText(name, cells[name] ?? '', whole, lists, today)]),
        )
      })
      dispatch({ kind: 'write', at: active.row, changes })
      return { rowCount: changes.length, ignored: block.ignored }
    },
    [active.row, column, lists, rows, today],
  )

  return {
    state,
    readings,
    lists,
    payees,
    isWriting,
    setWriting,
    setPayeeText,
    commit,
    press,
    goTo,
    paste,
    startOver: () => {
      dispatch({ kind: 'startOver' })
    },
    /** Clears all rows in one step that undo takes back. */
    clearAll: () => {
      dispatch({ kind: 'goTo', place: { row: 0, column: 0 } })
      dispatch({
        kind: 'goTo',
        place: { row: rows.length - 1, column: batchColumns.length - 1 },
        isExtending: true,
      })
      dispatch({ kind: 'deleteRows' })
    },
    filledCount: rows.filter((each) => !isEmptyRow(each)).length,
  }
}

/** Of the nearest row above that has one. */
function voucherAbove(rows: readonly BatchRow[], row: number): string | undefined {
  return rows.slice(0, row).findLast(({ cells }) => cells.voucherNo !== '')?.cells.voucherNo
}

/** Each row is read once for as long as it and the lists stay what they are. */
function reader(lists: BatchLists, today: string) {
  const known = new WeakMap<BatchRow, RowReading>()
  return (row: BatchRow): RowReading => {
    const reading = known.get(row) ?? readBatchRow(row, lists, today)
    known.set(row, reading)
    return reading
  }
}
