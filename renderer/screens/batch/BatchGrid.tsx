import type { MouseEvent } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BatchLine, type RowState } from './BatchLine.tsx'
import type { BatchKey } from './batchKey.ts'
import { type BatchColumn, type BatchRow, batchColumns } from './batchRow.ts'
import { areaOf } from './batchState.ts'
import { CellEditor } from './CellEditor.tsx'
import { itemsOf } from './cellText.ts'
import { matching } from './pickNamed.ts'
import type { useBatch } from './useBatch.ts'
import type { CellMessages } from './useFaults.ts'

interface Props {
  readonly batch: ReturnType<typeof useBatch>
  readonly stateOf: (row: BatchRow, index: number) => RowState
  readonly messagesOf: (row: BatchRow, index: number) => CellMessages
  /** Of the line below the grid that says what the active cell is about. */
  readonly noteId: string
  readonly onKey: (key: BatchKey, cells: BatchRow['cells'] | undefined) => void
  readonly onPasted: (rowCount: number, ignored: readonly string[]) => void
}

/** The rows of a batch as a grid of cells: one is written in, the others are plain text. */
export function BatchGrid({ batch, stateOf, messagesOf, noteId, onKey, onPasted }: Props) {
  const { t } = useTranslation('batch')
  const { state, lists, payees, isWriting } = batch
  const { rows, active } = state
  const area = areaOf(state)
  const body = useRef<HTMLTableSectionElement>(null)
  useLayoutEffect(() => {
    body.current?.querySelector('.batch-input')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active.row, active.column])

  function choicesFor(column: BatchColumn, row: BatchRow): ((text: string) => readonly string[]) | null {
    if (column === 'payee')
      // Those of this batch first: a pile of vouchers has few payees, and none of them may be posted yet.
      return (text) =>
        [...new Set([...rows.map(({ cells }) => cells.payee), ...payees.map(({ payee }) => payee)])].filter(
          (payee) => payee !== '' && payee.includes(text.trim()),
        )
    const items = itemsOf(column, row.cells, lists)
    return items === null ? null : (text) => matching(text, items).map(({ label }) => label)
  }

  function editor(row: BatchRow, index: number, messages: CellMessages) {
    const column = batchColumns[active.column] ?? 'paidOn'
    return (
      <CellEditor
        key={`${row.id} ${column} ${row.cells[column]}`}
        label={t('cell', { row: index + 1, column: t(`column.${column}`) })}
        value={row.cells[column]}
        isWrong={messages[column] !== undefined}
        describedBy={noteId}
        choicesFor={choicesFor(column, row)}
        isStrict={column !== 'payee' && column !== 'fund'}
        isFigure={column === 'amount'}
        takesFocus={isWriting}
        onType={column === 'payee' ? batch.setPayeeText : ignore}
        onLeave={(text, key) => {
          const cells = batch.commit(text)
          if (key === null) batch.setWriting(false)
          else onKey(key, cells)
        }}
        onPaste={(text) => {
          const pasted = batch.paste(text)
          if (pasted !== null) onPasted(pasted.rowCount, pasted.ignored)
          return pasted !== null
        }}
      />
    )
  }

  return (
    <div className="batch-scroll" onMouseDown={(event) => chooseCell(event, batch.goTo)}>
      <table
        className="sheet batch-sheet"
        role="grid"
        aria-label={t('grid')}
        aria-rowcount={rows.length + 1}
        aria-colcount={batchColumns.length + 1}
      >
        <colgroup>
          <col className="batch-col-number" />
          {batchColumns.map((column) => (
            <col key={column} className={`batch-col-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('row')}</th>
            {batchColumns.map((column) => (
              <th key={column} scope="col" className={column === 'amount' ? 'is-figure' : ''}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => {
            const messages = messagesOf(row, index)
            const isActive = index === active.row
            const isSelected = index >= area.top && index <= area.bottom && area.top !== area.bottom
            const isWide = isSelected || (isActive && area.left !== area.right)
            return (
              <BatchLine
                key={row.id}
                row={row}
                index={index}
                state={stateOf(row, index)}
                messages={messages}
                active={isActive ? active.column : null}
                selectedFrom={isWide ? area.left : null}
                selectedTo={isWide ? area.right : null}
                editor={isActive ? editor(row, index, messages) : null}
                t={t}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function ignore() {
  // Only payees are asked for while they are typed.
}

/** A press on a cell goes there, with Shift it selects up to there; in the cell that is written in it is the text's own. */
function chooseCell(event: MouseEvent, goTo: (row: number, column: number, isExtending: boolean) => void) {
  if (!(event.target instanceof Element) || event.target.closest('.batch-input') !== null) return
  const cell = event.target.closest<HTMLElement>('td[data-column]')
  const row = event.target.closest<HTMLElement>('tr[data-row]')
  if (cell === null || row === null) return
  event.preventDefault()
  // The text under way is handed over first.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  goTo(Number(row.dataset['row']), Number(cell.dataset['column']), event.shiftKey)
}
