import './progress.css'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Plan } from '../../../db/domain/plan.ts'
import { useRequest } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { BoardTable, useFurther } from './BoardTable.tsx'
import { ExportBoard } from './ExportBoard.tsx'

/** 到期看板: by 责任单位, what is late, silent, and due within 30, 60 and 90 days. */
export function BoardTab({ plans }: { readonly plans: readonly Plan[] }) {
  const { t } = useTranslation('progress')
  const navigate = useNavigate()
  const furtherOf = useFurther()
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
        <span className="schedule-tools-gap" />
        {board.data !== undefined && (
          <ExportBoard board={board.data} plan={plans.find(({ id }) => id === planId)?.name} />
        )}
        <Button
          disabled={(board.data?.rows.length ?? 0) === 0}
          onClick={() => void navigate(`/schedule/board?${new URLSearchParams({ planId }).toString()}`)}
        >
          {t('printBoard')}
        </Button>
      </div>
      <Loaded answer={board}>
        {(value) =>
          value.rows.length === 0 ? (
            <LoadState kind="empty" text={`${t('boardEmpty')}。${furtherOf(value)}`} />
          ) : (
            <section className="week-scroll" aria-label={t('boardTable')} tabIndex={0}>
              <BoardTable board={value} />
              <p className="grey board-further">{furtherOf(value)}</p>
            </section>
          )
        }
      </Loaded>
    </>
  )
}
