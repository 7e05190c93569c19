import type { TFunction } from 'i18next'
import { memo, type ReactNode } from 'react'
import { type BatchRow, batchColumns } from './batchRow.ts'
import type { CellMessages } from './useFaults.ts'

export type RowState = 'empty' | 'ready' | 'wrong' | 'doubt' | 'confirmed'

interface Props {
  readonly row: BatchRow
  readonly index: number
  readonly state: RowState
  readonly messages: CellMessages
  /** The column that is written in, or null where the row is another. */
  readonly active: number | null
  /** The first and the last selected column, or null. */
  readonly selectedFrom: number | null
  readonly selectedTo: number | null
  readonly editor: ReactNode
  readonly t: TFunction<'batch'>
}

/** One row: plain text but for the cell that is written in. Drawn again only when it changes itself. */
export const BatchLine = memo(Line)

function Line(props: Props) {
  const { row, index, state, messages, active, selectedFrom, selectedTo, editor, t } = props
  return (
    <tr aria-rowindex={index + 2} className={`is-${state}`} data-row={index}>
      <th
        scope="row"
        className="batch-number"
        title={state === 'empty' ? '' : t(stateText[state], { row: index + 1 })}
      >
        {index + 1}
        <span aria-hidden="true">{stateMark[state]}</span>
        {state !== 'empty' && (
          <span className="visually-hidden">{t(stateText[state], { row: index + 1 })}</span>
        )}
      </th>
      {batchColumns.map((column, place) => {
        const isSelected =
          selectedFrom !== null && selectedTo !== null && place >= selectedFrom && place <= selectedTo
        const message = messages[column]
        const text = row.cells[column]
        return (
          <td
            key={column}
            role="gridcell"
            aria-colindex={place + 2}
            aria-selected={isSelected || place === active}
            aria-invalid={message !== undefined}
            data-column={place}
            title={message ?? text}
            className={column === 'amount' ? 'is-figure figure' : ''}
          >
            {place === active ? (
              editor
            ) : text === '' && column === 'fund' && state !== 'empty' ? (
              <span className="grey">{t('fundByRule')}</span>
            ) : (
              text
            )}
          </td>
        )
      })}
    </tr>
  )
}

const stateText = {
  empty: 'row',
  ready: 'rowReady',
  wrong: 'rowWrong',
  doubt: 'rowDoubt',
  confirmed: 'rowConfirmed',
} as const
const stateMark: Readonly<Record<RowState, string>> = {
  empty: '',
  ready: '✓',
  wrong: '!',
  doubt: '?',
  confirmed: '✓',
}
