import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useAllPages, useRequest } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { BoardTable, useFurther } from './BoardTable.tsx'
import { TablePaper } from './TablePaper.tsx'

/** 到期看板 for paper: one table, whose head and legend Chromium draws again on each page. */
export function BoardPrint() {
  const { t } = useTranslation('progress')
  const [query] = useSearchParams()
  const planId = query.get('planId') ?? ''
  const board = useRequest('dueBoard', planId === '' ? {} : { planId })
  const plans = useAllPages('listPlans', {}).data ?? []
  const furtherOf = useFurther()
  const plan = plans.find(({ id }) => id === planId)?.name ?? t('allPlans')
  return (
    <TablePaper title={t('boardTitle', { plan })}>
      {(above) => (
        <Loaded answer={board}>
          {(value) => (
            <BoardTable
              board={value}
              above={above}
              below={
                <span>
                  {t('boardLegend')} {furtherOf(value)}
                </span>
              }
            />
          )}
        </Loaded>
      )}
    </TablePaper>
  )
}
