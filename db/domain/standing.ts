import type { Day } from './day.ts'
import { lateness, type MilestoneRow } from './milestone.ts'
import { spanOf } from './planDate.ts'
import type { ProjectRow } from './project.ts'

/** How a project stands: 已完成 · 逾期 · 计划期已过，待填报 · 计划期内 · 未定日期, heaviest of its own dates and its milestones. */
export const standings = ['late', 'periodPassed', 'open', 'undated', 'done'] as const
export type Standing = (typeof standings)[number]

/** @param milestones all of the project's own */
export function projectStanding(
  project: ProjectRow,
  milestones: readonly MilestoneRow[],
  today: Day,
): Standing {
  if (project.stage === 'inUse' || project.actualFinish !== null) return 'done'
  const kinds = milestones.map((milestone) => lateness(milestone, today).kind)
  const finish = project.plannedFinish === null ? null : spanOf(project.plannedFinish).last
  const isOver = finish !== null && finish < today
  const isKnownUnfinished = milestones.some(
    (milestone) =>
      milestone.status !== 'done' &&
      milestone.status !== 'cancelled' &&
      milestone.reportedOn !== null &&
      finish !== null &&
      milestone.reportedOn > finish,
  )
  if (kinds.includes('late') || (isOver && isKnownUnfinished)) return 'late'
  if (kinds.includes('periodPassed') || isOver) return 'periodPassed'
  const isDated = project.plannedStart !== null || project.actualStart !== null || finish !== null
  return isDated || kinds.some((kind) => kind === 'open' || kind === 'done' || kind === 'doneLate')
    ? 'open'
    : 'undated'
}
