import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurvePoint, EarnedValue } from '../../../db/domain/earnedValue.ts'
import type { Fen } from '../../../db/domain/fen.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Block } from '../../parts/Block.tsx'
import { Chart } from '../../parts/Chart.tsx'
import { chartColors, chartFrame, moneyAxis, nameAxis } from '../../parts/chartStyle.ts'
import { useAmountUnit, useAppState } from '../../state.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { moneyAddress } from '../money/useMoneyView.ts'

/** S 曲线: cumulative plan, earned and actual; the same figures stand in the table beside it. */
export function EarnedCurve({ earned }: { readonly earned: EarnedValue }) {
  const { t } = useTranslation('earned')
  if (earned.curve.length === 0) return null
  return (
    <Block
      title={t('curve')}
      lead={t('curveLead')}
      actions={
        <ExportTable
          name={t('curve')}
          rows={earned.curve}
          conditions={[earned.baselineName, earned.asOf]}
          columns={[
            { title: t('month'), kind: 'day', cell: ({ on }) => on },
            { title: t('series.plan'), kind: 'money', cell: ({ planFen }) => planFen },
            { title: t('series.earned'), kind: 'money', cell: ({ earnedFen }) => earnedFen },
            { title: t('series.actual'), kind: 'money', cell: ({ actualFen }) => actualFen },
          ]}
        />
      }
    >
      <div className="earned-curve">
        <CurveChart curve={earned.curve} />
        <CurveTable earned={earned} />
      </div>
    </Block>
  )
}

function CurveChart({ curve }: { readonly curve: readonly CurvePoint[] }) {
  const { t } = useTranslation(['earned', 'terms'])
  const unit = useAmountUnit()
  const { theme, isProjector } = useAppState().settings
  const option = useMemo(() => {
    const line = (
      name: string,
      color: string,
      type: 'solid' | 'dashed' | 'dotted',
      symbol: string,
      data: readonly (Fen | null)[],
    ) => ({
      type: 'line' as const,
      name,
      symbol,
      symbolSize: 6,
      itemStyle: { color },
      lineStyle: { color, type, width: 2 },
      data: [...data],
    })
    return {
      ...chartFrame(unit, isProjector ? 14 : 12),
      darkMode: theme === 'dark',
      xAxis: nameAxis(curve.map(({ on }) => on.slice(0, 7))),
      yAxis: moneyAxis(unit),
      series: [
        line(
          t('series.plan'),
          chartColors.plan,
          'dotted',
          'none',
          curve.map(({ planFen }) => planFen),
        ),
        line(
          t('series.earned'),
          chartColors.done,
          'dashed',
          'triangle',
          curve.map(({ earnedFen }) => earnedFen),
        ),
        line(
          t('series.actual'),
          chartColors.paid,
          'solid',
          'circle',
          curve.map(({ actualFen }) => actualFen),
        ),
      ],
    }
  }, [curve, unit, theme, isProjector, t])
  return <Chart label={t('chartLabel')} option={option} height={280} />
}

function CurveTable({ earned }: { readonly earned: EarnedValue }) {
  const { t } = useTranslation('earned')
  const { curve, projectId, basis } = earned
  const paidTo = (on: string) =>
    basis === 'paid'
      ? `/payments?${new URLSearchParams({ projectId, to: on }).toString()}`
      : moneyAddress({ tab: 'work', projectId, entries: 'done', to: on.slice(0, 7) })
  const schedule = `/schedule?projectId=${encodeURIComponent(projectId)}`
  return (
    <div className="earned-months">
      <table className="sheet" aria-label={t('curve')}>
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            {(['plan', 'earned', 'actual'] as const).map((series) => (
              <th key={series} scope="col" className="is-figure">
                <AmountHeader label={t(`series.${series}`)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curve.map((point) => (
            <tr key={point.on}>
              <th scope="row">{point.on}</th>
              {[point.planFen, point.earnedFen, point.actualFen].map((fen, index) => (
                <td key={index} className="is-figure">
                  {fen === null ? (
                    <span className="grey">—</span>
                  ) : (
                    <Amount
                      fen={fen}
                      origin={{ to: index === 2 ? paidTo(point.on) : schedule }}
                      originName={index === 2 ? t('paymentsTo', { asOf: point.on }) : t('openSchedule')}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
