import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Alert } from '../../../db/domain/alert.ts'
import type { Plan } from '../../../db/domain/plan.ts'
import { spanOf } from '../../../db/domain/planDate.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { type Standing, standings } from '../../../db/domain/standing.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { PeriodText } from '../../parts/PeriodText.tsx'
import type { RecordColumn } from '../../parts/RecordTable.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useAmountUnit, useLanguage } from '../../state.tsx'
import { alertSentence } from '../alert/alertSentence.ts'
import { alertTone } from '../alert/alertTone.ts'
import { AttachmentButton } from '../attachment/AttachmentButton.tsx'
import { ProjectAmount } from './ProjectAmount.tsx'
import { paymentsOf } from './paymentsOf.ts'
import { StageText } from './StageText.tsx'

export interface ListedProject extends ProjectRow {
  readonly fileCount: number
  readonly standing: Standing
  readonly alerts: readonly Alert[]
}

export function useProjectColumns(plans: readonly Plan[]): readonly RecordColumn<ListedProject>[] {
  const { t } = useTranslation(['project', 'terms'])
  return [
    {
      title: t('name'),
      key: 'name',
      sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
      render: (_value, row) => <ProjectName project={row} fileCount={row.fileCount} />,
    },
    {
      title: t('plan'),
      key: 'plan',
      className: 'is-short',
      render: (_value, row) => (
        <span title={row.planName ?? undefined}>
          {plans.find((plan) => plan.id === row.planId)?.region ?? t('noPlan')}
        </span>
      ),
    },
    {
      title: t('stage'),
      key: 'stage',
      sorter: (a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing),
      render: (_value, row) => <StageText project={row} standing={row.standing} />,
    },
    {
      title: t('period'),
      key: 'period',
      className: 'is-short',
      sorter: (a, b) => order(a) - order(b),
      render: (_value, row) => (
        <PeriodText
          start={row.plannedStart ?? row.actualStart}
          finish={row.plannedFinish ?? row.actualFinish}
        />
      ),
    },
    {
      title: <AmountHeader label={t('amount')} />,
      key: 'amount',
      isFigure: true,
      sorter: (a, b) => (a.amountFen ?? -1) - (b.amountFen ?? -1),
      render: (_value, row) => <ProjectAmount project={row} />,
    },
    {
      title: <AmountHeader label={t('paid')} />,
      key: 'paid',
      isFigure: true,
      sorter: (a, b) => a.paidFen - b.paidFen,
      render: (_value, row) =>
        row.paymentCount === 0 ? (
          <Amount fen={null} unknown="notEntered" />
        ) : (
          <Amount fen={row.paidFen} origin={{ to: paymentsOf(row.id) }} originName={t('paidOrigin')} />
        ),
    },
    {
      title: t('progress'),
      key: 'progress',
      isFigure: true,
      sorter: (a, b) => (a.progressPct ?? -1) - (b.progressPct ?? -1),
      render: (_value, row) =>
        row.progressPct === null ? (
          <span className="grey">—</span>
        ) : (
          <span className="figure">{row.progressPct}%</span>
        ),
    },
    {
      title: t('milestones'),
      key: 'milestones',
      isFigure: true,
      render: (_value, row) =>
        row.milestoneCount === 0 ? (
          <span className="grey">—</span>
        ) : (
          <span className="figure">
            {t('terms:progressOf', { done: row.doneMilestoneCount, total: row.milestoneCount })}
          </span>
        ),
    },
    {
      title: t('lastReport'),
      key: 'report',
      className: 'is-short',
      sorter: (a, b) => (a.lastReportOn ?? '').localeCompare(b.lastReportOn ?? ''),
      render: (_value, row) =>
        row.lastReportOn === null ? (
          <span className="grey">{row.standing === 'done' ? '—' : t('terms:notReported')}</span>
        ) : (
          <span className="figure">{row.lastReportOn}</span>
        ),
    },
    {
      title: t('alerts'),
      key: 'alerts',
      isFigure: true,
      sorter: (a, b) => a.alerts.length - b.alerts.length,
      render: (_value, row) => <AlertCount alerts={row.alerts} />,
    },
  ]
}

function ProjectName({ project, fileCount }: { readonly project: ProjectRow; readonly fileCount: number }) {
  const { t } = useTranslation(['project', 'terms'])
  return (
    <span className="project-name-cell">
      <Link to={`/projects/${encodeURIComponent(project.id)}`} tabIndex={-1}>
        {project.name}
      </Link>
      {project.aliases.length > 0 && (
        <span className="grey project-aliases" title={project.aliases.join('\n')}>
          {t('aliasesCount', { aliases: project.aliases.length })}
        </span>
      )}
      {project.state !== 'open' && (
        <StatusTag tone="grey">{t(`terms:projectState.${project.state}`)}</StatusTag>
      )}
      {fileCount > 0 && (
        <AttachmentButton subject="project" subjectId={project.id} title={project.name} count={fileCount} />
      )}
    </span>
  )
}

function AlertCount({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { t } = useTranslation(['project', 'overview', 'terms'])
  const { t: sentence } = useTranslation(['alert', 'terms'])
  const unit = useAmountUnit()
  const language = useLanguage()
  const heaviest = alerts.toSorted((a, b) => a.weight - b.weight)[0]
  if (heaviest === undefined) return null
  const titles = alerts.map((alert) => alertSentence(alert, sentence, unit, language)).join('\n')
  return (
    <span title={titles}>
      <StatusTag tone={alertTone(heaviest.kind)}>
        {alerts.length}
        <span className="visually-hidden">{t('alertsCount', { alerts: alerts.length })}</span>
      </StatusTag>
    </span>
  )
}

/** Undated ones come last. */
function order(project: ProjectRow) {
  const finish = project.plannedFinish ?? project.actualFinish ?? project.plannedStart
  return finish === null ? Number.POSITIVE_INFINITY : Date.parse(spanOf(finish).last)
}
