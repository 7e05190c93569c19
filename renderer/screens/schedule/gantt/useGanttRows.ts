import { useCallback, useMemo } from 'react'
import type { Day } from '../../../../db/domain/day.ts'
import { filterTimeline, type Timeline } from '../../../../db/domain/timeline.ts'
import type { ScheduleChoice } from './scheduleChoice.ts'
import { isTaskFilter, projectsOfGroup, type ScheduleRow, scheduleRows, spanOfRows } from './scheduleRows.ts'
import type { TaskVariance } from './taskLine.ts'
import { useRememberedSet } from './useRememberedSet.ts'
import { allLines, useTaskLines } from './useTaskLines.ts'

interface Asked {
  readonly timeline: Timeline
  readonly choice: ScheduleChoice
  readonly variances: ReadonlyMap<string, TaskVariance>
  readonly today: Day
}

/** The rows of the schedule as they are filtered and opened, and what stands behind them. */
export function useGanttRows({ timeline, choice, variances, today }: Asked) {
  const { projectId, planId, text, standing, responsible, only, dataDate } = choice
  const [expanded, setExpanded] = useRememberedSet('schedule.expanded')
  const [collapsed, setCollapsed] = useRememberedSet('schedule.collapsed')
  const shown = useMemo(
    () => filterTimeline(timeline, { projectId, planId, text, standing }),
    [timeline, projectId, planId, text, standing],
  )
  const filter = useMemo(() => ({ text, responsible, only }), [text, responsible, only])
  const opened = useMemo(
    () => (projectId === null ? expanded : new Set([...expanded, projectId])),
    [expanded, projectId],
  )
  const isFiltered = isTaskFilter(filter)
  const reckoned = useMemo(
    () =>
      isFiltered
        ? shown.groups.flatMap((group) => [...group.projects, ...group.undated].map(({ id }) => id))
        : [...opened],
    [isFiltered, shown, opened],
  )
  const { linesOf, tasks, yearsWithoutHolidays } = useTaskLines({
    projectId,
    reckoned,
    dataDate,
    variances,
    today,
  })
  const get = useCallback((id: string) => linesOf.get(id) ?? [], [linesOf])
  const rows = useMemo(
    () => scheduleRows({ timeline: shown, linesOf: get, expanded: opened, collapsed, filter, projectId }),
    [shown, get, opened, collapsed, filter, projectId],
  )
  const span = useMemo(
    () => spanOfRows(projectId === null ? timeline : spanOfOne(shown, today), allLines(linesOf)),
    [timeline, shown, linesOf, projectId, today],
  )

  const toggle = useCallback(
    (row: ScheduleRow) => {
      if (row.kind === 'project') setExpanded((before) => toggled(before, row.id))
      if (row.kind === 'task') setCollapsed((before) => toggled(before, row.id))
    },
    [setExpanded, setCollapsed],
  )
  const expandable = shown.groups.flatMap((group) =>
    projectsOfGroup(group, { linesOf: get, projectId }).flatMap(({ id }) => (get(id).length > 0 ? [id] : [])),
  )
  const areAllExpanded = expandable.length > 0 && expandable.every((id) => opened.has(id))
  const expandAll = () => {
    setCollapsed(() => new Set())
    setExpanded(() => new Set(areAllExpanded ? [] : expandable))
  }
  const open = useCallback((id: string) => setExpanded((before) => new Set([...before, id])), [setExpanded])
  return { rows, shown, linesOf, tasks, span, toggle, open, areAllExpanded, expandAll, yearsWithoutHolidays }
}

/** One project alone does not stretch over the years of all the others. */
function spanOfOne(shown: Timeline, today: Day): Timeline {
  const spans = shown.groups.flatMap((group) =>
    group.projects.flatMap(({ planned, actual }) => [planned, actual].filter((one) => one !== null)),
  )
  return {
    ...shown,
    first: spans.reduce((first, span) => (span.first < first ? span.first : first), today),
    last: spans.reduce((last, span) => (span.last > last ? span.last : last), today),
  }
}

function toggled(before: ReadonlySet<string>, id: string) {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
