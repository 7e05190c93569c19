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
  readonly planFen: Fen | null
  readonly projectId: string | null
  readonly year: number
}

/** Months as bars, what they add up to as lines; the plan of the year is a level that the line should reach. */
export function SpendLines({ rows, planFen, projectId, year }: SpendProps) {
  const { t } = useTranslation('money')
  const unit = useAmountUnit()
  const { theme, isProjector } = useAppState().settings
  const goTo = useNavigate()
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
    return {
      ...chartFrame(unit, isProjector ? 14 : 12),
      darkMode: theme === 'dark',
      xAxis: nameAxis(rows.map((_, index) => t('monthShort', { month: index + 1 }))),
      yAxis: moneyAxis(unit),
      series: [
        {
          type: 'bar' as const,
          name: t('spend.paid'),
          itemStyle: { color: chartColors.paid },
          barMaxWidth: 28,
          cursor: 'pointer',
          data: rows.map(({ paidFen }) => paidFen),
        },
        {
          ...line(t('spend.paidSoFar'), chartColors.contract, 'solid', 'circle'),
          data: rows.map(({ paidSoFarFen }) => paidSoFarFen),
        },
        {
          ...line(t('spend.doneSoFar'), chartColors.done, 'dashed', 'triangle'),
          data: rows.map(({ doneSoFarFen }) => doneSoFarFen),
        },
        ...(planFen === null
          ? []
          : [
              {
                ...line(t('spend.plan'), chartColors.plan, 'dotted', 'none'),
                data: rows.map(() => planFen),
              },
            ]),
      ],
    }
  }, [rows, planFen, unit, theme, isProjector, t])
  return (
    <Chart
      label={t('chartSpend')}
      option={option}
      height={300}
      onPoint={({ series, index }) => {
        const month = rows[index]?.month
        if (month === undefined || series === t('spend.plan')) return
        const isSum = series !== t('spend.paid')
        if (series === t('spend.doneSoFar'))
          void goTo(spendAddress.done(projectId, `${String(year)}-01`, month))
        else void goTo(spendAddress.paid(projectId, isSum ? `${String(year)}-01` : month, month))
      }}
    />
  )
}
