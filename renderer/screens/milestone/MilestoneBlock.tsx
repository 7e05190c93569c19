import './milestone.css'
import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { localDay } from '../../../db/domain/day.ts'
import { lateness } from '../../../db/domain/milestone.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { Block } from '../../parts/Block.tsx'
import { CitationButton } from '../../parts/CitationButton.tsx'
import { LatenessTag } from '../../parts/LatenessTag.tsx'
import { PlanDateText } from '../../parts/PlanDateText.tsx'
import { type RecordColumn, RecordTable } from '../../parts/RecordTable.tsx'
import { useMay } from '../../state.tsx'
import { AttachmentButton } from '../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../attachment/useAttachmentCounts.ts'
import { ChangeHistory } from '../change/ChangeHistory.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { EditMilestone, type MilestoneTarget } from './EditMilestone.tsx'
import { ReportHistory } from './ReportHistory.tsx'
import { ReportMilestone } from './ReportMilestone.tsx'
import { useMilestoneExport } from './useMilestoneExport.ts'
import { useReporting } from './useReporting.ts'

type Row = RequestOutput<'listMilestones'>['items'][number]

interface MilestoneBlockProps {
  readonly projectId: string
  readonly milestones: readonly Row[]
  /** A closed or archived project takes no report. */
  readonly isOpen: boolean
}

/** The milestones of one project, with 填报 on each row. */
export function MilestoneBlock({ projectId, milestones, isOpen }: MilestoneBlockProps) {
  const { t } = useTranslation('milestone')
  const mayReport = useMay('reportMilestone') && isOpen
  const mayEdit = useMay('editMilestone') && isOpen
  const mayAdd = useMay('addMilestone') && isOpen
  const [query, setQuery] = useSearchParams()
  const milestoneId = query.get('milestone')
  const reporting = useReporting(
    milestones,
    mayReport ? { milestoneId, forget: () => setQuery({}, { replace: true }) } : null,
  )
  const [target, setTarget] = useState<MilestoneTarget | null>(null)
  const exported = useMilestoneExport()
  const filesOf = useAttachmentCounts(milestones)
  const columns = useColumns({
    filesOf,
    ...(mayReport ? { onReport: reporting.start } : {}),
    ...(mayEdit ? { onEdit: (milestone: Row) => setTarget({ kind: 'edit', milestone }) } : {}),
  })
  return (
    <Block
      title={t('title')}
      actions={
        <>
          <ExportTable
            name={t('title')}
            isSmall={false}
            columns={exported}
            rows={milestones}
            conditions={[milestones[0]?.projectName]}
          />
          {mayAdd && <Button onClick={() => setTarget({ kind: 'add', projectId })}>{t('add')}</Button>}
        </>
      }
    >
      <RecordTable
        label={t('title')}
        rows={milestones}
        rowKey={(row) => row.id}
        columns={columns}
        rowClassName={(row) => (row.id === milestoneId ? 'is-asked' : '')}
        emptyText={t('empty')}
      />
      <ReportMilestone {...reporting.drawer} />
      <EditMilestone target={target} onClose={() => setTarget(null)} />
    </Block>
  )
}

interface RowActions {
  readonly filesOf: (milestoneId: string) => number
  readonly onReport?: (milestoneId: string) => void
  readonly onEdit?: (milestone: Row) => void
}

function useColumns({ filesOf, onReport, onEdit }: RowActions): readonly RecordColumn<Row>[] {
  const { t } = useTranslation(['milestone', 'terms'])
  const today = localDay(new Date())
  return [
    {
      title: t('name'),
      key: 'name',
      render: (_value, row) => (
        <span className="milestone-name">
          {row.name}
          {row.origin === 'hand' && <span className="grey"> · {t('byHand')}</span>}
          <CitationButton subject={row.name} citations={row.citations} />
        </span>
      ),
    },
    {
      title: t('due'),
      key: 'due',
      className: 'is-short',
      render: (_value, row) => <PlanDateText date={row.due} />,
    },
    {
      title: t('forecast'),
      key: 'forecast',
      className: 'is-short',
      render: (_value, row) =>
        row.forecast === null ? <span className="grey">—</span> : <PlanDateText date={row.forecast} />,
    },
    {
      title: t('actual'),
      key: 'actual',
      className: 'is-short',
      render: (_value, row) =>
        row.actual === null ? <span className="grey">—</span> : <PlanDateText date={row.actual} />,
    },
    {
      title: t('status'),
      key: 'status',
      className: 'is-short',
      render: (_value, row) => {
        const standing = lateness(row, today)
        const isSaid =
          standing.kind === 'late' || standing.kind === 'doneLate' || standing.kind === 'periodPassed'
        return (
          <>
            {(!isSaid || row.status === 'inProgress' || row.status === 'suspended') &&
              t(`terms:milestoneStatus.${row.status}`)}{' '}
            {isSaid && <LatenessTag lateness={standing} />}
          </>
        )
      },
    },
    {
      title: '%',
      key: 'progress',
      isFigure: true,
      render: (_value, row) =>
        row.progressPct === null ? (
          <span className="grey">—</span>
        ) : (
          <span className="figure">{row.progressPct}</span>
        ),
    },
    {
      title: t('responsible'),
      key: 'responsible',
      render: (_value, row) => row.responsible ?? <span className="grey">—</span>,
    },
    {
      title: t('lastReport'),
      key: 'report',
      className: 'is-short',
      render: (_value, row) => <ReportHistory milestone={row} />,
    },
    {
      title: t('actions'),
      key: 'actions',
      className: 'is-short',
      render: (_value, row) => (
        <span className="milestone-actions">
          {onReport !== undefined && (
            <Button
              size="small"
              data-report={row.id}
              aria-label={t('reportOf', { name: row.name })}
              onClick={() => onReport(row.id)}
            >
              {t('report')}
            </Button>
          )}
          {onEdit !== undefined && (
            <Button
              size="small"
              type="text"
              icon={<EditOutlined aria-hidden />}
              aria-label={t('editOf', { name: row.name })}
              title={t('edit')}
              onClick={() => onEdit(row)}
            />
          )}
          <AttachmentButton subject="milestone" subjectId={row.id} title={row.name} count={filesOf(row.id)} />
          <ChangeHistory entityId={row.id} subject={row.name} isSmall />
        </span>
      ),
    },
  ]
}
