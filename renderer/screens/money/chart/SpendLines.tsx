import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Fen } from '../../../../db/domain/fen.ts'
import { Chart } from '../../../parts/Chart.tsx'
import { chartColors, chartFrame, moneyAxis, nameAxis } from '../../../parts/chartStyle.ts'
import { useAmountUnit, useAppState } from '../../../state.tsx'
import { spendAddress } from './spendAddress.ts'
import type { SpendMonth } from './spendOfYear.ts'

export interface SpendProps {
  readonly rows: readonly SpendMonth[]
  /** The year's plan; null: 未编制. */
  readonly yearFen: Fen | null
  readonly projectId: string | null
  readonly year: number
  /** Opens what 用款计划 has for the months from the first to the second. */
  readonly onPlan: (from: string, to: string) => void
}

/**
 * Planned and paid months as bars, what they add up to as lines. Where the plan has no months, that of the year is a
 * level that the line should reach, called so.
 */
export function SpendLines({ rows, yearFen, projectId, year, onPlan }: SpendProps) {
  const { t } = useTranslation('money')
  const unit = useAmountUnit()
  const { theme, isProjector } = useAppState().settings
  const goTo = useNavigate()
  const hasMonths = rows.some(({ planFen }) => planFen !== null)
  const option = useMemo(() => {
    const line = (name: string, color: string, type: 'solid' | 'dashed' | 'dotted', symbol: string) => ({
      type: 'line' as const,
      name,
      symbol,
      symbolSize: 7,
      itemStyle: { color },
      lineStyle: { color, type, width: 2 },
      cursor: 'pointer',
    })
    const bar = (name: string, color: string, data: (Fen | null)[]) => ({
      ...{ type: 'bar' as const, name, itemStyle: { color }, data },
      ...{ barMaxWidth: 22, barGap: '10%', cursor: 'pointer' },
    })
    const level = {
      ...line(t('spend.planYear'), chartColors.plan, 'dotted', 'none'),
      data: rows.map(() => yearFen),
    }
    const planned = [
      bar(
        t('spend.plan'),
        chartColors.plan,
        rows.map(({ planFen }) => planFen),
      ),
      {
        ...line(t('spend.planSoFar'), chartColors.plan, 'dotted', 'rect'),
        data: rows.map(({ planSoFarFen }) => planSoFarFen),
      },
    ]
    return {
      ...chartFrame(unit, isProjector ? 14 : 12),
      darkMode: theme === 'dark',
      xAxis: nameAxis(rows.map((_, index) => t('monthShort', { month: index + 1 }))),
      yAxis: moneyAxis(unit),
      series: [
        ...(hasMonths ? planned.slice(0, 1) : []),
        bar(
          t('spend.paid'),
          chartColors.paid,
          rows.map(({ paidFen }) => paidFen),
        ),
        ...(hasMonths ? planned.slice(1) : yearFen === null ? [] : [level]),
        {
          ...line(t('spend.paidSoFar'), chartColors.contract, 'solid', 'circle'),
          data: rows.map(({ paidSoFarFen }) => paidSoFarFen),
        },
        {
          ...line(t('spend.doneSoFar'), chartColors.done, 'dashed', 'triangle'),
          data: rows.map(({ doneSoFarFen }) => doneSoFarFen),
        },
      ],
    }
  }, [rows, yearFen, hasMonths, unit, theme, isProjector, t])
  return (
    <Chart
      label={t('chartSpend')}
      option={option}
      height={300}
      onPoint={({ series, index }) => {
        const month = rows[index]?.month
        if (month === undefined) return
        const first = `${String(year)}-01`
        if (series === t('spend.plan')) onPlan(month, month)
        else if (series === t('spend.planSoFar')) onPlan(first, month)
        else if (series === t('spend.doneSoFar')) void goTo(spendAddress.done(projectId, first, month))
        else if (series === t('spend.paidSoFar')) void goTo(spendAddress.paid(projectId, first, month))
        else if (series === t('spend.paid')) void goTo(spendAddress.paid(projectId, month, month))
        else void goTo(spendAddress.plan(projectId, year))
      }}
    />
  )
}
