import { App } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { DroppedBar } from '../../../chart/useDrag.ts'
import { ColumnChoice } from '../../../parts/ColumnChoice.tsx'
import type { GridCommand } from '../../../parts/grid/gridColumn.ts'
import { LoadState } from '../../../parts/LoadState.tsx'
import { useAmountUnit, useLanguage, useMay } from '../../../state.tsx'
import { ReportMilestone } from '../../milestone/ReportMilestone.tsx'
import { useReporting } from '../../milestone/useReporting.ts'
import { type RowAction, RowMenu, type RowMenuPlace } from '../task/RowMenu.tsx'
import { focusGrid, type TaskAsk, TaskWork } from '../task/TaskWork.tsx'
import type { ScheduleSources } from '../useScheduleSources.ts'
import { ExportSchedule } from './ExportSchedule.tsx'
import { GanttFrame } from './GanttFrame.tsx'
import { PlanTools } from './PlanTools.tsx'
import { ProposalPanel } from './ProposalPanel.tsx'
import { ScaleTools } from './ScaleTools.tsx'
import { ScheduleLegend } from './ScheduleLegend.tsx'
import { ScheduleTools } from './ScheduleTools.tsx'
import { useScheduleChoice } from './scheduleChoice.ts'
import { scheduleColumns } from './scheduleColumns.tsx'
import { beginOf, reportablesOf, responsiblesOf } from './scheduleLists.ts'
import type { ScheduleRow } from './scheduleRows.ts'
import { useZoom } from './scheduleView.ts'
import { UndatedList } from './UndatedList.tsx'
import { UndoButtons } from './UndoButtons.tsx'
import { useChart } from './useChart.ts'
import { optionalColumns, useColumns } from './useColumns.ts'
import { useGanttRows } from './useGanttRows.ts'
import { useGridWork } from './useGridWork.ts'
import { useProposal } from './useProposal.ts'
import { useReschedule } from './useReschedule.ts'
import { useScheduleActions } from './useScheduleActions.ts'
import { useUndo } from './useUndo.ts'
import { useVariances } from './useVariances.ts'
import { YearsMissing } from './YearsMissing.tsx'

/** 甘特图: all projects or one, planned and actual, on one time axis. */
export function GanttTab({ sources }: { readonly sources: ScheduleSources }) {
  const { plans, projects, timeline, today } = sources
  const { t } = useTranslation(['schedule', 'terms'])
  const language = useLanguage()
  const unit = useAmountUnit()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const mayMove = useMay('moveTask')
  const [choice, choose] = useScheduleChoice()
  const [zoom, setZoom] = useZoom()
  const chosen = useColumns()
  const [todayCalls, setTodayCalls] = useState(0)
  const [asked, setAsked] = useState<TaskAsk | null>(null)
  const [menu, setMenu] = useState<RowMenuPlace | null>(null)
  const variances = useVariances(choice.projectId, choice.baselineId)
  const { rows, shown, linesOf, span, toggle, open, areAllExpanded, expandAll, yearsWithoutHolidays } =
    useGanttRows({
      timeline,
      choice,
      variances,
      today,
    })
  const undo = useUndo(choice.projectId)
  const reportables = useMemo(() => reportablesOf(linesOf, projects), [linesOf, projects])
  const reporting = useReporting(reportables)
  const proposal = useProposal((_done, id) => {
    const row = rows.find((one) => one.id === id)
    if (row?.kind === 'task') undo.touch(row.project.id)
  })
  const reschedule = useReschedule(choice, proposal)
  const actions = useScheduleActions(proposal, (taskId) => reporting.start(taskId, 'done'))
  const responsibles = useMemo(() => responsiblesOf(linesOf), [linesOf])

  const columns = useMemo(
    () =>
      scheduleColumns(chosen.shown, chosen.widthOf, {
        t,
        language,
        unit: t(`terms:${unit}`),
        mayEdit: mayMove,
        onExpand: toggle,
        onReport: reporting.start,
        onDetail: (taskId) => setAsked({ kind: 'form', taskId }),
      }),
    [chosen, t, language, unit, mayMove, toggle, reporting.start],
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
      if (row.kind === 'task') setAsked({ kind: 'form', taskId: row.id })
    },
    [navigate],
  )
  const begin = useMemo(() => beginOf(rows, today), [rows, today])
  const grid = useGridWork({ rows, linesOf, onChange: actions.change, onCommand: command })

  function command(wanted: GridCommand | RowAction, row: ScheduleRow) {
    if (wanted === 'open') openRow(row)
    else if (wanted === 'expand' || wanted === 'collapse') toggle(row)
    else if (wanted === 'report') reporting.start(row.id)
    else if (mayMove && row.kind !== 'group') plan(wanted, row)
  }

  function plan(wanted: PlanCommand, row: Extract<ScheduleRow, { kind: 'project' | 'task' }>) {
    if (wanted === 'add') void addTask(row)
    else if (row.kind === 'task') planTask(wanted, row)
  }

  function planTask(wanted: Exclude<PlanCommand, 'add'>, { id: taskId, line, project }: TaskRowOf) {
    if (wanted === 'remove') setAsked({ kind: 'remove', taskId })
    else if (wanted !== 'link') {
      undo.touch(project.id)
      void actions.put(wanted, line, linesOf.get(project.id) ?? [])
    } else if (line.task.kind !== 'summary') setAsked({ kind: 'links', taskId })
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

  const scaleTools = (
    <ScaleTools zoom={zoom} onZoom={setZoom} onToday={() => setTodayCalls((calls) => calls + 1)} />
  )
  return (
    <>
      <ScheduleTools
        plans={plans}
        responsibles={responsibles}
        choice={choice}
        areAllExpanded={areAllExpanded}
        onChoose={choose}
        onExpandAll={expandAll}
        scale={choice.projectId !== null && scaleTools}
      >
        <UndoButtons undo={undo} />
        <ColumnChoice
          columns={optionalColumns.map((key) => ({ key, label: t(`column.${key}`) }))}
          shown={chosen.shown}
          onShow={chosen.show}
          onReset={chosen.reset}
        />
        <ExportSchedule sources={sources} choice={choice} columns={chosen.shown} rows={rows} />
      </ScheduleTools>
      <PlanTools
        projects={projects}
        choice={choice}
        onChoose={choose}
        undo={undo}
        onPrint={() => void navigate(`/schedule/print${location.hash.replace(/^[^?]*/, '')}`)}
        scale={choice.projectId === null && scaleTools}
        onReschedule={() => void reschedule()}
        onAdd={(projectId) =>
          setAsked(
            newTaskAt(
              projectId,
              rows.find(({ id }) => id === grid.work.place?.rowId),
            ),
          )
        }
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
          onMenu={(rowId, x, y) => {
            const row = rows.find(({ id }) => id === rowId)
            if (row?.kind !== 'task') return
            grid.setPlace({ rowId, columnKey: grid.work.place?.columnKey ?? 'name' })
            setMenu({ row, x, y })
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
      {shown.groups.length > 0 && proposal.open === null && (
        <>
          <YearsMissing years={yearsWithoutHolidays} projectId={choice.projectId} />
          <ScheduleLegend />
        </>
      )}
      {choice.projectId === null && proposal.open === null && (
        <UndatedList groups={shown.groups} linesOf={linesOf} />
      )}
      <TaskWork
        asked={asked}
        linesOf={linesOf}
        responsibles={responsibles}
        onAsk={setAsked}
        onReport={reporting.start}
        onDone={(projectId, taskId) => {
          undo.touch(projectId)
          open(projectId)
          if (taskId !== null) grid.setPlace({ rowId: taskId, columnKey: 'name' })
        }}
      />
      {menu !== null && <RowMenu place={menu} onAction={command} onClose={() => setMenu(null)} />}
      <ReportMilestone {...reporting.drawer} onClosed={focusGrid} />
    </>
  )
}

type TaskRowOf = Extract<ScheduleRow, { kind: 'task' }>
type PlanCommand = Exclude<GridCommand | RowAction, 'open' | 'expand' | 'collapse' | 'report'>

/** Below the row on which the keyboard is, where that is a task of the project; else as its last. */
function newTaskAt(projectId: string, row: ScheduleRow | undefined): TaskAsk {
  const isOwn = row?.kind === 'task' && row.project.id === projectId
  return {
    kind: 'add',
    projectId,
    parentId: isOwn ? row.line.task.parentId : null,
    afterId: isOwn ? row.id : null,
  }
}
