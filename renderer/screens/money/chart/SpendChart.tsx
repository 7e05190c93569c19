import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import { sumKnown } from '../../../../db/domain/fen.ts'
import { useAllPages, useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { useAmountUnit } from '../../../state.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { ChartOrTable } from './ChartOrTable.tsx'
import { SpendLines } from './SpendLines.tsx'
import { SpendTable } from './SpendTable.tsx'
import { spendOfYear } from './spendOfYear.ts'

/** What was paid in each month of a year, how it adds up, and the year's plan beside it. */
export function SpendChart({ view, show }: MoneyTabProps) {
  const { t } = useTranslation(['money', 'terms'])
  const unit = useAmountUnit()
  const { projectId } = view
  const scope = projectId === null ? {} : { projectId }
  const months = useRequest('booksByMonth', scope)
  const thisYear = Number(localDay(new Date()).slice(0, 4))
  const known = [...new Set((months.data?.items ?? []).map(({ month }) => Number(month.slice(0, 4))))]
  const asked = Number(view.year ?? '')
  const year = asked >= 1990 && asked <= 2199 ? asked : Math.max(...known, known.length === 0 ? thisYear : 0)
  const plans = useAllPages('listAnnualPlans', { ...scope, year }).data
  const planFen = plans === undefined ? null : sumKnown(plans.map((plan) => plan.planFen))
  const years = [...new Set([...known, year, thisYear])].toSorted((a, b) => b - a)
  return (
    <Loaded answer={months}>
      {({ items }) => {
        const rows = spendOfYear(items, year)
        return (
          <ChartOrTable
            title={t('chartSpend')}
            lead={
              planFen === null ? (
                <span>
                  {t('chartUnit', { unit: t(`terms:${unit}`) })} · {t('planNone', { year })}
                </span>
              ) : (
                <>
                  {t('chartUnit', { unit: t(`terms:${unit}`) })} · {t('planOf', { year })}{' '}
                  <Amount fen={planFen} withUnit />
                </>
              )
            }
            actions={
              <Select
                size="small"
                className="work-year"
                aria-label={t('year')}
                value={year}
                onChange={(chosen) => show({ year: String(chosen) })}
                options={years.map((value) => ({ value, label: t('yearOf', { year: value }) }))}
              />
            }
            chart={<SpendLines rows={rows} planFen={planFen} projectId={projectId} year={year} />}
            table={<SpendTable rows={rows} planFen={planFen} projectId={projectId} year={year} />}
          />
        )
      }}
    </Loaded>
  )
}
