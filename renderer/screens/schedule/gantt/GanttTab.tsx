import { App } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Day } from '../../../../db/domain/day.ts'
import type { DroppedBar } from '../../../chart/useDrag.ts'
import type { GridCommand } from '../../../parts/grid/gridColumn.ts'
import { LoadState } from '../../../parts/LoadState.tsx'
import { useLanguage, useMay } from '../../../state.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { ReportMilestone } from '../../milestone/ReportMilestone.tsx'
import { useReporting } from '../../milestone/useReporting.ts'
import type { ScheduleSources } from '../useScheduleSources.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { GanttFrame } from './GanttFrame.tsx'
import { PlanTools } from './PlanTools.tsx'
import { ProposalPanel } from './ProposalPanel.tsx'
import { RemoveTask } from './RemoveTask.tsx'
import { ScheduleLegend } from './ScheduleLegend.tsx'
import { ScheduleTools } from './ScheduleTools.tsx'
import { useScheduleChoice } from './scheduleChoice.ts'
import { scheduleColumns } from './scheduleColumns.tsx'
import type { ScheduleRow } from './scheduleRows.ts'
import { useZoom } from './scheduleView.ts'
import { exactDays, type TaskLine } from './taskLine.ts'
import { UndatedList } from './UndatedList.tsx'
import { useChart } from './useChart.ts'
import { useColumns } from './useColumns.ts'
import { useGanttRows } from './useGanttRows.ts'
import { useGridWork } from './useGridWork.ts'
import { useProposal } from './useProposal.ts'
import { useScheduleActions } from './useScheduleActions.ts'
import { useScheduleExport } from './useScheduleExport.ts'
import { useUndo } from './useUndo.ts'
import { useVariances } from './useVariances.ts'

/** 甘特图: all projects or one, planned and actual, on one time axis. */
export function GanttTab({ sources }: { readonly sources: ScheduleSources }) {
  const { plans, projects, milestones, timeline, today } = sources
  const { t } = useTranslation(['schedule', 'terms'])
  const language = useLanguage()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const mayMove = useMay('moveTask')
  const mayEdit = useMay('editTask')
  const [choice, choose] = useScheduleChoice()
  const [zoom, setZoom] = useZoom()
  const chosen = useColumns()
  const [todayCalls, setTodayCalls] = useState(0)
  const [removing, setRemoving] = useState<TaskLine | null>(null)
  const reporting = useReporting(milestones)
  const variances = useVariances(choice.projectId, choice.baselineId)
  const { rows, shown, linesOf, span, toggle, open, areAllExpanded, expandAll } = useGanttRows({
    timeline,
    choice,
    variances,
    today,
  })
  const undo = useUndo(choice.projectId)
  const proposal = useProposal((_done, taskId) => {
    const row = rows.find(({ id }) => id === taskId)
    if (row?.kind === 'task') undo.touch(row.project.id)
  })
  const actions = useScheduleActions(proposal)
  const exported = useScheduleExport(chosen.shown)

  const columns = useMemo(
    () =>
      scheduleColumns(chosen.shown, chosen.widthOf, {
        t,
        language,
        mayEdit,
        onExpand: toggle,
        onReport: reporting.start,
      }),
    [chosen, t, language, mayEdit, toggle, reporting.start],
  )
  const chart = useChart({
    rows,
    span,
    projectId: choice.projectId,
    dataDate: choice.dataDate,
    today,
    mayMove,
    moves: proposal.open?.proposal.moves,
  })

  const openRow = useCallback(
    (row: ScheduleRow) => {
      if (row.kind === 'project') void navigate(`/projects/${row.project.id}`)
    },
    [navigate],
  )
  const begin = useMemo(() => beginOf(rows, today), [rows, today])
  const grid = useGridWork({ rows, linesOf, onChange: actions.change, onCommand: command })

  function command(asked: GridCommand, row: ScheduleRow) {
    if (asked === 'open') openRow(row)
    if (asked === 'expand' || asked === 'collapse') toggle(row)
    if (!mayMove || row.kind === 'group') return
    if (asked === 'add') void addTask(row)
    if (row.kind === 'project') return
    const own = linesOf.get(row.project.id) ?? []
    if (asked === 'remove') setRemoving(row.line)
    if (asked === 'indent' || asked === 'outdent' || asked === 'moveUp' || asked === 'moveDown') {
      undo.touch(row.project.id)
      void actions.put(asked, row.line, own)
    }
  }

  /** As in a spreadsheet: the new line is there at once and waits for its name. */
  async function addTask(row: Extract<ScheduleRow, { kind: 'project' | 'task' }>) {
    open(row.project.id)
    undo.touch(row.project.id)
    const id = await actions.addAfter(row.project.id, row.kind === 'task' ? row.line : null)
    if (id === null) return
    grid.setPlace({ rowId: id, columnKey: 'name' })
    grid.setEdit({ rowId: id, columnKey: 'name', text: '' })
  }

  const drop = async ({ id, kind, start, finish }: DroppedBar) => {
    const days = kind === 'finish' ? { finish } : kind === 'start' ? { start, finish } : { start }
    const refused = await proposal.propose({ kind: 'move', input: { taskId: id, ...days } }, id, true)
    if (refused !== null) void message.error(refused.message)
  }

  return (
    <>
      <ScheduleTools
        plans={plans}
        responsibles={responsiblesOf(linesOf)}
        choice={choice}
        zoom={zoom}
        areAllExpanded={areAllExpanded}
        onChoose={choose}
        onZoom={setZoom}
        onToday={() => setTodayCalls((calls) => calls + 1)}
        onExpandAll={expandAll}
      >
        <ColumnChoice shown={chosen.shown} onShow={chosen.show} onReset={chosen.reset} />
        <ExportTable
          name={t('table')}
          isSmall={false}
          columns={exported}
          rows={rows}
          depthOf={({ level }) => level - 1}
          conditions={[
            choice.projectId !== null && projects.find(({ id }) => id === choice.projectId)?.name,
            plans.find(({ id }) => id === choice.planId)?.name,
            choice.text,
            choice.standing !== null && t(`standing.${choice.standing}`),
            choice.responsible,
            choice.only !== null && t(choice.only === 'late' ? 'onlyLate' : 'onlyCritical'),
          ]}
        />
      </ScheduleTools>
      <PlanTools
        projects={projects}
        choice={choice}
        onChoose={choose}
        undo={undo}
        onPrint={() => void navigate(`/schedule/print${location.hash.replace(/^[^?]*/, '')}`)}
        onAdd={(projectId) => {
          const project = shown.groups
            .flatMap((group) => [...group.projects, ...group.undated])
            .find(({ id }) => id === projectId)
          if (project !== undefined)
            void addTask({ kind: 'project', id: projectId, project, lines: [], level: 2, isExpanded: true })
        }}
      />
      {rows.length > 0 && (
        <GanttFrame
          rows={rows}
          columns={columns}
          drawn={chart.drawn}
          links={chart.links}
          lines={chart.lines}
          offDays={chart.offDays}
          span={span}
          begin={begin}
          today={today}
          zoom={zoom}
          onZoom={setZoom}
          todayCalls={todayCalls}
          grid={grid.work}
          onResize={chosen.resize}
          onOpen={(rowId) => {
            const row = rows.find(({ id }) => id === rowId)
            if (row?.kind === 'task') grid.setPlace({ rowId, columnKey: 'name' })
            else if (row !== undefined) openRow(row)
          }}
          onDrop={mayMove ? (dropped) => void drop(dropped) : null}
        />
      )}
      {proposal.open !== null && (
        <ProposalPanel
          proposal={proposal.open.proposal}
          isBusy={proposal.isBusy}
          error={proposal.error}
          onConfirm={proposal.confirm}
          onDrop={proposal.drop}
        />
      )}
      {shown.groups.length === 0 && <LoadState kind="empty" text={t('empty')} />}
      {shown.groups.length > 0 && proposal.open === null && <ScheduleLegend />}
      {choice.projectId === null && proposal.open === null && (
        <UndatedList groups={shown.groups} linesOf={linesOf} />
      )}
      <RemoveTask
        line={removing}
        onClose={() => setRemoving(null)}
        onRemoved={(line) => undo.touch(line.task.projectId)}
      />
      <ReportMilestone {...reporting.drawer} />
    </>
  )
}

function responsiblesOf(linesOf: ReadonlyMap<string, readonly TaskLine[]>) {
  const names = [...linesOf.values()].flat().flatMap(({ task }) => task.responsible ?? [])
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'zh-CN'))
}

/** Where the view begins: at today where work is planned about it, else at the last marks. */
function beginOf(rows: readonly ScheduleRow[], today: Day): Day {
  const days = rows.flatMap((row) => {
    switch (row.kind) {
      case 'group':
        return []
      case 'project':
        return [row.project.planned?.last, row.project.actual?.last]
      case 'task':
        return [exactDays(row.line)?.finish]
    }
  })
  const last = days.filter((day) => day !== undefined).reduce((most, day) => (day > most ? day : most), '')
  return last === '' || last > today ? today : last
}
