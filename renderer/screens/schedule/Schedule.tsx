import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Day } from '../../../db/domain/day.ts'
import type { MilestoneRow } from '../../../db/domain/milestone.ts'
import type { Plan } from '../../../db/domain/plan.ts'
import { filterTimeline, type Timeline } from '../../../db/domain/timeline.ts'
import { LoadState } from '../../parts/LoadState.tsx'
import { ReportMilestone } from '../milestone/ReportMilestone.tsx'
import { useReporting } from '../milestone/useReporting.ts'
import { ScheduleChart } from './ScheduleChart.tsx'
import { ScheduleLegend } from './ScheduleLegend.tsx'
import { ScheduleTools } from './ScheduleTools.tsx'
import { useScheduleChoice } from './scheduleChoice.ts'
import { scheduleRows } from './scheduleRows.ts'
import { useZoom } from './scheduleView.ts'
import { UndatedList } from './UndatedList.tsx'

interface ScheduleProps {
  readonly plans: readonly Plan[]
  readonly timeline: Timeline
  readonly milestones: readonly MilestoneRow[]
  readonly today: Day
}

export function Schedule({ plans, timeline, milestones, today }: ScheduleProps) {
  const { t } = useTranslation('schedule')
  const navigate = useNavigate()
  const [choice, choose] = useScheduleChoice()
  const [zoom, setZoom] = useZoom()
  const [todayCalls, setTodayCalls] = useState(0)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(
    () => new Set(choice.projectId === null ? [] : [choice.projectId]),
  )
  const reporting = useReporting(milestones)
  const { projectId, planId, text, standing } = choice
  const shown = useMemo(
    () => filterTimeline(timeline, { projectId, planId, text, standing }),
    [timeline, projectId, planId, text, standing],
  )
  const rows = useMemo(() => scheduleRows(shown, expanded), [shown, expanded])
  const open = useCallback((id: string) => void navigate(`/projects/${id}`), [navigate])
  const expandable = shown.groups
    .flatMap((group) => group.projects.filter((project) => project.milestones.length > 0))
    .map((project) => project.id)
  const areAllExpanded = expandable.length > 0 && expandable.every((id) => expanded.has(id))

  return (
    <>
      <ScheduleTools
        plans={plans}
        choice={choice}
        zoom={zoom}
        areAllExpanded={areAllExpanded}
        onChoose={choose}
        onZoom={setZoom}
        onToday={() => setTodayCalls((calls) => calls + 1)}
        onExpandAll={() => setExpanded(new Set(areAllExpanded ? [] : expandable))}
      />
      {rows.length > 0 && (
        <ScheduleChart
          rows={rows}
          timeline={timeline}
          today={today}
          zoom={zoom}
          todayCalls={todayCalls}
          onOpen={open}
          onExpand={(id) => setExpanded((before) => toggled(before, id))}
          onReport={reporting.start}
        />
      )}
      {shown.groups.length === 0 ? <LoadState kind="empty" text={t('empty')} /> : <ScheduleLegend />}
      <UndatedList groups={shown.groups} />
      <ReportMilestone {...reporting.drawer} />
    </>
  )
}

function toggled(before: ReadonlySet<string>, id: string) {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
