import { useTranslation } from 'react-i18next'
import type { Alert } from '../../../db/domain/alert.ts'
import { periodInWords } from '../../../db/domain/period.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { useLanguage } from '../../state.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { type ExportColumn, moneyColumn } from '../export/exportColumn.ts'

interface ExportProjectsProps {
  /** In the order of the screen. */
  readonly groups: readonly { readonly name: string; readonly rows: readonly ProjectRow[] }[]
  readonly alerts: readonly Alert[]
}

interface Line {
  readonly plan: string
  readonly project: ProjectRow
}

/** 总览 as it is written out: each project behind the plan that it stands under. */
export function ExportProjects({ groups, alerts }: ExportProjectsProps) {
  const { t } = useTranslation(['overview', 'terms'])
  const language = useLanguage()
  const columns: readonly ExportColumn<Line>[] = [
    { title: t('item'), cell: ({ project }) => project.name },
    { title: t('terms:plan'), cell: ({ plan }) => plan },
    {
      title: t('stage'),
      cell: ({ project: { stage, statusText } }) =>
        stage === null ? (statusText ?? t('terms:notReported')) : t(`terms:stage.${stage}`),
    },
    {
      title: t('period'),
      cell: ({ project }) =>
        periodInWords(
          project.plannedStart ?? project.actualStart,
          project.plannedFinish ?? project.actualFinish,
          language,
        ) ?? t('terms:undated'),
    },
    {
      ...moneyColumn<Line>(t('amount'), ({ project }) => project.amountFen, t('terms:unpublished')),
      cell: ({ project }) =>
        project.amountFen ?? t(project.envelopeId === null ? 'terms:unpublished' : 'inEnvelope'),
    },
    moneyColumn(
      t('paid'),
      ({ project }: Line) => (project.paymentCount === 0 ? null : project.paidFen),
      t('terms:notEntered'),
    ),
    {
      title: t('progress'),
      kind: 'pct',
      cell: ({ project }) => project.progressPct ?? t('terms:notReported'),
    },
    {
      title: t('lastReport'),
      kind: 'day',
      cell: ({ project }) => project.lastReportOn ?? t('terms:notReported'),
    },
    {
      title: t('alerts'),
      kind: 'count',
      cell: ({ project }) => alerts.filter(({ projectId }) => projectId === project.id).length,
    },
  ]
  return (
    <ExportTable
      name={t('projects')}
      columns={columns}
      rows={groups.flatMap(({ name, rows }) => rows.map((project) => ({ plan: name, project })))}
    />
  )
}
