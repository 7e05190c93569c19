import { useTranslation } from 'react-i18next'
import { periodInWords } from '../../../db/domain/period.ts'
import type { Plan } from '../../../db/domain/plan.ts'
import { useLanguage } from '../../state.tsx'
import { type ExportColumn, moneyColumn } from '../export/exportColumn.ts'
import type { ListedProject } from './projectColumns.tsx'

/** The columns of the list of projects as they are written out; stage and standing stand apart. */
export function useProjectExport(plans: readonly Plan[]): readonly ExportColumn<ListedProject>[] {
  const { t } = useTranslation(['project', 'schedule', 'overview', 'terms'])
  const language = useLanguage()
  return [
    { title: t('name'), cell: ({ name }) => name },
    {
      title: t('plan'),
      cell: ({ planId }) => plans.find(({ id }) => id === planId)?.region ?? t('noPlan'),
    },
    {
      title: t('stageTitle'),
      cell: ({ stage, statusText }) => (stage === null ? statusText : t(`terms:stage.${stage}`)),
    },
    { title: t('standingTitle'), cell: ({ standing }) => t(`schedule:standing.${standing}`) },
    {
      title: t('period'),
      cell: (row) =>
        periodInWords(row.plannedStart ?? row.actualStart, row.plannedFinish ?? row.actualFinish, language) ??
        t('terms:undated'),
    },
    {
      ...moneyColumn<ListedProject>(t('amount'), ({ amountFen }) => amountFen, t('terms:unpublished')),
      cell: ({ amountFen, envelopeId }) =>
        amountFen ?? (envelopeId === null ? t('terms:unpublished') : t('overview:inEnvelope')),
    },
    moneyColumn(
      t('paid'),
      ({ paymentCount, paidFen }: ListedProject) => (paymentCount === 0 ? null : paidFen),
      t('terms:notEntered'),
    ),
    { title: t('progress'), kind: 'pct', cell: ({ progressPct }) => progressPct },
    {
      title: t('milestones'),
      cell: (row) =>
        row.milestoneCount === 0
          ? null
          : t('terms:progressOf', { done: row.doneMilestoneCount, total: row.milestoneCount }),
    },
    {
      title: t('lastReport'),
      kind: 'day',
      cell: (row) => row.lastReportOn ?? (row.standing === 'done' ? null : t('terms:notReported')),
    },
    { title: t('alerts'), kind: 'count', cell: ({ alerts }) => alerts.length },
  ]
}
