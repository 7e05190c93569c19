import type {
  Timeline,
  TimelineGroup,
  TimelineMilestone,
  TimelineProject,
} from '../../../../db/domain/timeline.ts'
import type { GridRow } from '../../../parts/grid/gridColumn.ts'

/** A line of the table and, at the same height, of the chart. */
export type ScheduleRow = GridRow &
  (
    | { readonly kind: 'group'; readonly group: TimelineGroup }
    | { readonly kind: 'project'; readonly project: TimelineProject }
    | {
        readonly kind: 'milestone'
        readonly milestone: TimelineMilestone
        readonly project: TimelineProject
      }
  )

/** Top-down what is drawn: each plan, its dated projects, and the milestones of those that are expanded. */
export function scheduleRows(timeline: Timeline, expanded: ReadonlySet<string>): readonly ScheduleRow[] {
  return timeline.groups
    .filter((group) => group.projects.length > 0)
    .flatMap((group): ScheduleRow[] => [
      { kind: 'group', id: `plan-${group.planId ?? 'none'}`, group, level: 1, isExpanded: true },
      ...group.projects.flatMap((project): ScheduleRow[] => {
        const isExpanded = project.milestones.length === 0 ? null : expanded.has(project.id)
        const milestones = isExpanded === true ? project.milestones : []
        return [
          { kind: 'project', id: project.id, project, level: 2, isExpanded },
          ...milestones.map((milestone) => ({
            kind: 'milestone' as const,
            id: milestone.id,
            milestone,
            project,
            level: 3,
            isExpanded: null,
          })),
        ]
      }),
    ])
}
