import { useTranslation } from 'react-i18next'
import type { AnnualPlanRow } from '../../../../db/domain/annualPlan.ts'
import { formatFen } from '../../../../db/domain/fen.ts'
import { periodInWords } from '../../../../db/domain/period.ts'
import { useAmountUnit, useLanguage } from '../../../state.tsx'
import { type ExportColumn, moneyColumn } from '../../export/exportColumn.ts'

/** The columns of 年度投资计划 as they are written out: those of the screen, each source with its amount in words. */
export function useAnnualColumns(): readonly ExportColumn<AnnualPlanRow>[] {
  const { t } = useTranslation(['annualPlan', 'terms'])
  const language = useLanguage()
  const unit = useAmountUnit()
  const amount = (fen: number | null) =>
    fen === null ? t('terms:notEntered') : `${formatFen(fen, unit)} ${t(`terms:${unit}`)}`
  const sources = (row: AnnualPlanRow) =>
    row.sources
      .filter(({ planFen, paidFen, fundId }) => planFen !== null || paidFen !== 0 || fundId !== null)
      .map(({ fundName, planFen }) => `${fundName ?? t('unsettled')} ${amount(planFen)}`)
      .join('；')
  return [
    { title: t('project'), cell: ({ projectName }) => projectName },
    { title: t('scope'), cell: ({ scope }) => scope ?? t('notFilled') },
    {
      title: t('period'),
      cell: ({ period, plannedStart, plannedFinish }) =>
        period ?? periodInWords(plannedStart, plannedFinish, language),
    },
    moneyColumn(t('total'), ({ totalFen }) => totalFen, t('terms:unpublished')),
    moneyColumn(t('plan'), ({ planFen }) => planFen, t('terms:notEntered')),
    { title: t('sources'), cell: sources },
    moneyColumn(t('done'), ({ doneFen }) => doneFen, t('terms:notEntered')),
    { title: `${t('done')}%`, kind: 'pct', cell: ({ donePct }) => donePct },
    moneyColumn(t('paid'), ({ paidFen }) => paidFen, ''),
    { title: `${t('paid')}%`, kind: 'pct', cell: ({ paidPct }) => paidPct },
  ]
}
