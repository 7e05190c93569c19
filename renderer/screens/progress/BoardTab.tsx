import './progress.css'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dueColumns } from '../../../db/domain/dueBoard.ts'
import type { Plan } from '../../../db/domain/plan.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { useRequest } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { BoardCard } from './BoardCard.tsx'

type Board = RequestOutput<'dueBoard'>

/** 到期看板: by 责任单位, what is late, silent, and due within 30, 60 and 90 days. */
export function BoardTab({ plans }: { readonly plans: readonly Plan[] }) {
  const { t } = useTranslation('progress')
  const [planId, setPlanId] = useState('')
  const board = useRequest('dueBoard', planId === '' ? {} : { planId }, { keepsPrevious: true })
  return (
    <>
      <div className="week-tools">
        <Select
          className="week-filter"
          aria-label={t('planFilter')}
          value={planId}
          onChange={setPlanId}
          options={[
            { value: '', label: t('allPlans') },
            ...plans.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <span className="grey">{t('boardLead')}</span>
      </div>
      <Loaded answer={board}>{(value) => <BoardTable board={value} />}</Loaded>
    </>
  )
}

function BoardTable({ board }: { readonly board: Board }) {
  const { t } = useTranslation('progress')
  const further = t('further', { later: board.laterCount, undated: board.undatedCount })
  if (board.rows.length === 0) return <LoadState kind="empty" text={`${t('boardEmpty')}。${further}`} />
  const count = (column: (typeof dueColumns)[number]) =>
    board.rows.reduce((sum, { cards }) => sum + cards[column].length, 0)
  return (
    <section className="week-scroll" aria-label={t('boardTable')} tabIndex={0}>
      <table className="sheet board-sheet" aria-label={t('boardTable')}>
        <thead>
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
      </table>
      <p className="grey board-further">{further}</p>
    </section>
  )
}
