import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import { sumKnown } from '../../../../db/domain/fen.ts'
import { useAllPages, useRequest } from '../../../api.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { CashEntries } from '../../cash/CashEntries.tsx'
import type { CashFigure } from '../../cash/cashFigure.ts'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { ChartOrTable } from './ChartOrTable.tsx'
import { ExportSpend } from './ExportSpend.tsx'
import { SpendLead } from './SpendLead.tsx'
import { SpendLines } from './SpendLines.tsx'
import { SpendTable } from './SpendTable.tsx'
import { spendOfYear } from './spendOfYear.ts'

/** What was paid in each month of a year, how it adds up, and beside it the months of 用款计划. */
export function SpendChart({ view, show }: Pick<MoneyTabProps, 'view' | 'show'>) {
  const { t } = useTranslation('money')
  const { projectId } = view
  const [figure, setFigure] = useState<CashFigure | null>(null)
  const scope = projectId === null ? {} : { projectId }
  const months = useRequest('booksByMonth', scope)
  const thisYear = Number(localDay(new Date()).slice(0, 4))
  const known = [...new Set((months.data?.items ?? []).map(({ month }) => Number(month.slice(0, 4))))]
  const asked = Number(view.year ?? '')
  const year = asked >= 1990 && asked <= 2199 ? asked : Math.max(...known, known.length === 0 ? thisYear : 0)
  const plans = useAllPages('listAnnualPlans', { ...scope, year }).data
  const cash = useRequest('cashPlan', { ...scope, year, pageSize: 1 })
  const yearFen = plans === undefined ? null : sumKnown(plans.map((plan) => plan.planFen))
  const years = [...new Set([...known, year, thisYear])].toSorted((a, b) => b - a)
  const openPlan = (from: string, to: string) =>
    setFigure({ title: [t('planTo'), ...new Set([from, to])].join(' · '), filter: { from, to } })
  return (
    <>
      <Loaded answer={months}>
        {({ items }) => (
          <Loaded answer={cash}>
            {(plan) => {
              const hasMonths = plan.planFen.some((fen) => fen !== 0)
              const rows = spendOfYear(items, year, hasMonths ? plan.planFen : null)
              const shown = { rows, yearFen, projectId, year, onPlan: openPlan }
              return (
                <ChartOrTable
                  title={t('chartSpend')}
                  lead={<SpendLead plan={plan} yearFen={yearFen} projectId={projectId} onPlan={setFigure} />}
                  actions={
                    <>
                      <ExportSpend rows={rows} yearFen={yearFen} year={year} />
                      <Select
                        size="small"
                        className="work-year"
                        aria-label={t('year')}
                        value={year}
                        onChange={(chosen) => show({ year: String(chosen) })}
                        options={years.map((value) => ({ value, label: t('yearOf', { year: value }) }))}
                      />
                    </>
                  }
                  chart={<SpendLines {...shown} />}
                  table={<SpendTable {...shown} />}
                />
              )
            }}
          </Loaded>
        )}
      </Loaded>
      {figure !== null && (
        <CashEntries figure={figure} scope={{ ...scope, year }} onClose={() => setFigure(null)} />
      )}
    </>
  )
}
