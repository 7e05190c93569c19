import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Day } from '../../../../db/domain/day.ts'
import type { MilestoneRow } from '../../../../db/domain/milestone.ts'
import type { Plan } from '../../../../db/domain/plan.ts'
import { filterTimeline, type Timeline } from '../../../../db/domain/timeline.ts'
import type { ChartLink } from '../../../chart/chartRow.ts'
import type { ChartLine } from '../../../chart/ganttDrawing.ts'
import type { GridCommand, GridPlace } from '../../../parts/grid/gridColumn.ts'
import { LoadState } from '../../../parts/LoadState.tsx'
import { useLanguage } from '../../../state.tsx'
import { ReportMilestone } from '../../milestone/ReportMilestone.tsx'
import { useReporting } from '../../milestone/useReporting.ts'
import { chartRow } from './chartRows.ts'
import { GanttFrame } from './GanttFrame.tsx'
import { ScheduleLegend } from './ScheduleLegend.tsx'
import { ScheduleTools } from './ScheduleTools.tsx'
import { useScheduleChoice } from './scheduleChoice.ts'
import { scheduleColumns } from './scheduleColumns.tsx'
import { type ScheduleRow, scheduleRows } from './scheduleRows.ts'
import { useZoom } from './scheduleView.ts'
import { UndatedList } from './UndatedList.tsx'
import { useColumns } from './useColumns.ts'

interface GanttTabProps {
  readonly plans: readonly Plan[]
  readonly timeline: Timeline
  readonly milestones: readonly MilestoneRow[]
  readonly today: Day
}

/** 甘特图: all projects or one, planned and actual, on one time axis. */
export function GanttTab({ plans, timeline, milestones, today }: GanttTabProps) {
  const { t } = useTranslation(['schedule', 'terms'])
  const language = useLanguage()
  const navigate = useNavigate()
  const [choice, choose] = useScheduleChoice()
  const [zoom, setZoom] = useZoom()
  const chosenColumns = useColumns()
  const [todayCalls, setTodayCalls] = useState(0)
  const [place, setPlace] = useState<GridPlace | null>(null)
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
  const expand = useCallback((id: string) => setExpanded((before) => toggled(before, id)), [])
  const columns = useMemo(
    () =>
      scheduleColumns(chosenColumns.shown, chosenColumns.widthOf, {
        t,
        onExpand: expand,
        onReport: reporting.start,
      }),
    [chosenColumns, t, expand, reporting.start],
  )
  const drawn = useCallback((row: ScheduleRow) => chartRow(row, { t, language }), [t, language])
  const lines = useMemo(
    (): readonly ChartLine[] => [{ kind: 'today', day: today, label: t('today') }],
    [today, t],
  )
  const open = useCallback(
    (rowId: string) => {
      const row = rows.find((own) => own.id === rowId)
      if (row !== undefined && row.kind !== 'group') void navigate(`/projects/${row.project.id}`)
    },
    [rows, navigate],
  )
  const command = (asked: GridCommand, rowId: string) => {
    if (asked === 'open') open(rowId)
    if (asked === 'expand' || asked === 'collapse') expand(rowId)
  }
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
        <GanttFrame
          rows={rows}
          columns={columns}
          drawn={drawn}
          links={noLinks}
          lines={lines}
          offDays={noOffDays}
          span={timeline}
          begin={lastMark(rows, today)}
          today={today}
          zoom={zoom}
          onZoom={setZoom}
          todayCalls={todayCalls}
          grid={{
            place,
            edit: null,
            fault: null,
            onPlace: setPlace,
            onEdit: () => undefined,
            onTyped: () => undefined,
            onCommand: command,
          }}
          onResize={(key, width) => chosenColumns.resize(key, width)}
          onOpen={open}
          onDrop={null}
        />
      )}
      {shown.groups.length === 0 ? <LoadState kind="empty" text={t('empty')} /> : <ScheduleLegend />}
      <UndatedList groups={shown.groups} />
      <ReportMilestone {...reporting.drawer} />
    </>
  )
}

const noLinks: readonly ChartLink[] = []
const noOffDays = () => []

/** The last day that anything is drawn on, today at the latest. */
function lastMark(rows: readonly ScheduleRow[], today: Day): Day {
  const days = rows.flatMap((row) =>
    row.kind === 'project' ? [row.project.planned?.last, row.project.actual?.last] : [],
  )
  const last =
    days
      .filter((day) => day !== undefined)
      .toSorted()
      .at(-1) ?? today
  return last < today ? last : today
}

function toggled(before: ReadonlySet<string>, id: string) {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
