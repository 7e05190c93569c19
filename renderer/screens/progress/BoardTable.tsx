import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type DueColumn, dueColumns } from '../../../db/domain/dueBoard.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { BoardCard } from './BoardCard.tsx'

type Board = RequestOutput<'dueBoard'>

interface BoardTableProps {
  readonly board: Board
  /** Over the heads, and again on each page of paper. */
  readonly above?: ReactNode
  /** Under the last row of each page of paper. */
  readonly below?: ReactNode
}

/** The board itself: a row for each 责任单位, a column for each stretch of time. */
export function BoardTable({ board, above, below }: BoardTableProps) {
  const { t } = useTranslation('progress')
  const count = (column: DueColumn) => board.rows.reduce((sum, { cards }) => sum + cards[column].length, 0)
  const width = dueColumns.length + 1
  return (
    <table className="sheet board-sheet" aria-label={t('boardTable')}>
      <colgroup>
        <col className="board-who" />
        <col span={dueColumns.length} />
      </colgroup>
      <thead>
        {above !== undefined && (
          <tr className="board-above">
            <td colSpan={width}>{above}</td>
          </tr>
        )}
        <tr>
          <th scope="col">{t('responsibleFilter')}</th>
          {dueColumns.map((column) => (
            <th key={column} scope="col" className={`board-${column}`}>
              {t(`boardColumn.${column}`)} <span className="board-count">{count(column)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {board.rows.map(({ responsible, cards }) => (
          <tr key={responsible ?? ''}>
            <th scope="row">{responsible ?? <span className="grey">{t('nobody')}</span>}</th>
            {dueColumns.map((column) => (
              <td key={column}>
                <ul className="board-cards">
                  {cards[column].map((card) => (
                    <BoardCard key={card.item.id} card={card} column={column} />
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {below !== undefined && (
        <tfoot>
          <tr className="board-below">
            <td colSpan={width}>{below}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** What lies beyond the board, in words. */
export function useFurther(): (board: Board) => string {
  const { t } = useTranslation('progress')
  return ({ laterCount, undatedCount }) => t('further', { later: laterCount, undated: undatedCount })
}
