import type { Day } from '../../../../db/domain/day.ts'
import type { ProjectRow } from '../../../../db/domain/project.ts'
import type { Reportable } from '../../milestone/useReporting.ts'
import type { ScheduleRow } from './scheduleRows.ts'
import { exactDays, type TaskLine } from './taskLine.ts'

/** What 填报 can speak of: the task with the name of its project. */
export function reportablesOf(
  linesOf: ReadonlyMap<string, readonly TaskLine[]>,
  projects: readonly ProjectRow[],
): readonly Reportable[] {
  const names = new Map(projects.map(({ id, name }) => [id, name]))
  return [...linesOf.values()]
    .flat()
    .map(({ task }) => ({ ...task, projectName: names.get(task.projectId) ?? '' }))
}

/** The 责任单位 of the tasks in view, to choose from. */
export function responsiblesOf(linesOf: ReadonlyMap<string, readonly TaskLine[]>) {
  const names = [...linesOf.values()].flat().flatMap(({ task }) => task.responsible ?? [])
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'zh-CN'))
}

/** Where the view begins: at today where work is planned about it, else at the last marks. */
export function beginOf(rows: readonly ScheduleRow[], today: Day): Day {
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
