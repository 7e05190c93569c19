import type { Day } from '../../../../db/domain/day.ts'
import { planDateSpan } from '../../../../db/domain/planDate.ts'
import type { Timeline, TimelineGroup, TimelineProject } from '../../../../db/domain/timeline.ts'
import type { GridRow } from '../../../parts/grid/gridColumn.ts'
import { isCritical, isLate, type TaskLine } from './taskLine.ts'

/** A line of the table and, at the same height, of the chart. */
export type ScheduleRow = GridRow &
  (
    | { readonly kind: 'group'; readonly group: TimelineGroup }
    | {
        readonly kind: 'project'
        readonly project: TimelineProject
        readonly lines: readonly TaskLine[]
      }
    | { readonly kind: 'task'; readonly line: TaskLine; readonly project: TimelineProject }
  )

export interface TaskFilter {
  /** In the names of tasks and what stands above them; empty: all. */
  readonly text: string
  readonly responsible: string | null
  readonly only: 'late' | 'critical' | null
}

interface Shown {
  readonly timeline: Timeline
  readonly linesOf: (projectId: string) => readonly TaskLine[]
  /** Projects whose tasks are shown. */
  readonly expanded: ReadonlySet<string>
  /** Summaries whose tasks are not. */
  readonly collapsed: ReadonlySet<string>
  readonly filter: TaskFilter
  /** Shown though nothing of it has a date. */
  readonly projectId: string | null
}

/** Top-down what is drawn: each plan, its projects, and the tasks of those that are expanded. */
export function scheduleRows(shown: Shown): readonly ScheduleRow[] {
  return shown.timeline.groups.flatMap((group): ScheduleRow[] => {
    const projects = projectsOfGroup(group, shown).flatMap((project) => projectRows(project, shown))
    if (projects.length === 0) return []
    const head: ScheduleRow = {
      kind: 'group',
      id: `plan-${group.planId ?? 'none'}`,
      group,
      level: 1,
      isExpanded: true,
    }
    return shown.projectId === null ? [head, ...projects] : projects
  })
}

/** The projects that have a row: those with dates, and of the others those with tasks or asked for. */
export function projectsOfGroup(
  group: TimelineGroup,
  { linesOf, projectId }: Pick<Shown, 'linesOf' | 'projectId'>,
): readonly TimelineProject[] {
  return [...group.projects, ...group.undated.filter(({ id }) => id === projectId || linesOf(id).length > 0)]
}

function projectRows(project: TimelineProject, shown: Shown): readonly ScheduleRow[] {
  const lines = shown.linesOf(project.id)
  const isExpanded = shown.expanded.has(project.id)
  const tasks = keptLines(lines, shown.filter)
  if (isTaskFilter(shown.filter) && tasks.length === 0) return []
  const row: ScheduleRow = { kind: 'project', id: project.id, project, lines, level: 2, isExpanded }
  if (!isExpanded && !isTaskFilter(shown.filter)) return [row]
  return [{ ...row, isExpanded: true }, ...taskRows(tasks, project, shown.collapsed)]
}

/** Whether the filter asks something of tasks alone: then only projects that hold such tasks are shown. */
export function isTaskFilter({ responsible, only }: TaskFilter): boolean {
  return responsible !== null || only !== null
}

function taskRows(
  lines: readonly TaskLine[],
  project: TimelineProject,
  collapsed: ReadonlySet<string>,
): ScheduleRow[] {
  const hidden = new Set<string>()
  const rows: ScheduleRow[] = []
  for (const line of lines) {
    const { id, parentId, depth, childCount } = line.task
    const isHidden = parentId !== null && hidden.has(parentId)
    if (isHidden || collapsed.has(id)) hidden.add(id)
    if (isHidden) continue
    rows.push({
      kind: 'task',
      id,
      line,
      project,
      level: 3 + depth,
      isExpanded: childCount === 0 ? null : !collapsed.has(id),
    })
  }
  return rows
}

/** Those that pass, and all that stand above them. */
function keptLines(lines: readonly TaskLine[], filter: TaskFilter): readonly TaskLine[] {
  if (!isTaskFilter(filter)) return lines
  const wanted = new Set<string>()
  for (const line of lines.toReversed()) {
    const { id, parentId } = line.task
    if (!wanted.has(id) && !passes(line, filter)) continue
    wanted.add(id)
    if (parentId !== null) wanted.add(parentId)
  }
  return lines.filter(({ task }) => wanted.has(task.id))
}

function passes(line: TaskLine, { responsible, only }: TaskFilter) {
  if (line.task.kind === 'summary') return false
  if (responsible !== null && line.task.responsible !== responsible) return false
  if (only === 'late') return isLate(line)
  return only === 'critical' ? isCritical(line) : true
}

/** First and last possible day of all rows, today included. */
export function spanOfRows(timeline: Timeline, lines: readonly TaskLine[]): { first: Day; last: Day } {
  let { first, last } = timeline
  for (const { task, schedule } of lines) {
    const dates = [
      task.plannedStart,
      task.plannedFinish,
      task.due,
      task.actualStart,
      task.actual,
      task.forecast,
    ]
    for (const date of [...dates, schedule?.earlyStart ?? null, schedule?.earlyFinish ?? null]) {
      const span = date === null ? null : planDateSpan(date)
      if (span === null) continue
      if (span.first < first) first = span.first
      if (span.last > last) last = span.last
    }
  }
  return { first, last }
}
