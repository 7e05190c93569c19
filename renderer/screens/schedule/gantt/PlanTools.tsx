import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectRow } from '../../../../db/domain/project.ts'
import { useMay } from '../../../state.tsx'
import { CalendarButton } from '../../calendar/CalendarButton.tsx'
import { DayInput } from '../../payment/DayInput.tsx'
import { ProjectPicker } from '../../payment/ProjectPicker.tsx'
import { BaselineChoice } from './BaselineChoice.tsx'
import { ScheduleFiles } from './ScheduleFiles.tsx'
import type { ScheduleChoice } from './scheduleChoice.ts'
import { TemplateDialog } from './TemplateDialog.tsx'
import type { useUndo } from './useUndo.ts'

interface PlanToolsProps {
  readonly projects: readonly ProjectRow[]
  readonly choice: ScheduleChoice
  readonly onChoose: (changes: Partial<ScheduleChoice>) => void
  readonly undo: ReturnType<typeof useUndo>
  readonly onAdd: (projectId: string) => void
  readonly onReschedule: () => void
  readonly onPrint: () => void
  /** The scale, where the other line has no room for it. */
  readonly scale: ReactNode
}

/** Which project is planned, and what can be done with its plan. */
export function PlanTools({
  projects,
  choice,
  onChoose,
  undo,
  onAdd,
  onReschedule,
  onPrint,
  scale,
}: PlanToolsProps) {
  const { t } = useTranslation(['schedule', 'task', 'terms'])
  const mayAdd = useMay('addTask')
  const mayApply = useMay('applyTemplate')
  const mayReschedule = useMay('reschedule')
  const [isTemplateOpen, setIsTemplateOpen] = useState(false)
  const { projectId } = choice
  return (
    <div className="schedule-tools" role="toolbar" aria-label={t('planTools')}>
      <div className="schedule-tools-project">
        <ProjectPicker
          projects={projects}
          value={projectId ?? ''}
          canClear
          onChange={(id) => onChoose({ projectId: id, baselineId: null })}
          select={{ 'aria-label': t('terms:project'), placeholder: t('showAll') }}
        />
      </div>
      {projectId !== null && mayAdd && <Button onClick={() => onAdd(projectId)}>{t('task:new')}…</Button>}
      {projectId !== null && mayApply && (
        <Button onClick={() => setIsTemplateOpen(true)}>{t('template')}…</Button>
      )}
      {projectId !== null && (
        <BaselineChoice
          projectId={projectId}
          baselineId={choice.baselineId}
          onChoose={(baselineId) => onChoose({ baselineId })}
        />
      )}
      {projectId !== null && (
        <ScheduleFiles
          key={projectId}
          projectId={projectId}
          projectName={projects.find(({ id }) => id === projectId)?.name ?? ''}
          onImported={() => undo.touch(projectId)}
        />
      )}
      <span className="schedule-tools-gap" />
      {scale}
      {projectId !== null && (
        <CalendarButton
          key={`calendar ${projectId}`}
          projectId={projectId}
          projectName={projects.find(({ id }) => id === projectId)?.name ?? ''}
        />
      )}
      {projectId !== null && mayReschedule && (
        <Button title={t('task:rescheduleWhy')} onClick={onReschedule}>
          {t('task:reschedule')}
        </Button>
      )}
      <DataDate value={choice.dataDate} onChoose={(dataDate) => onChoose({ dataDate })} />
      <Button onClick={onPrint}>{t('print')}</Button>
      {projectId !== null && (
        <TemplateDialog
          projectId={projectId}
          isOpen={isTemplateOpen}
          onClose={() => setIsTemplateOpen(false)}
          onApplied={() => undo.touch(projectId)}
        />
      )}
    </div>
  )
}

interface DataDateProps {
  readonly value: string | null
  readonly onChoose: (day: string | null) => void
}

/** 数据日期: the day up to which progress is known; empty is today. */
function DataDate({ value, onChoose }: DataDateProps) {
  const { t } = useTranslation('schedule')
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label className="schedule-tools-day">
      <span>{t('dataDateShort')}</span>
      <DayInput
        value={typed ?? value ?? ''}
        onChange={setTyped}
        onDone={(text) => {
          setTyped(null)
          onChoose(/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null)
        }}
        input={{ 'aria-label': t('dataDate'), placeholder: t('today') }}
      />
    </label>
  )
}
