import type {
  Timeline,
  TimelineGroup,
  TimelineMilestone,
  TimelineProject,
} from '../../../db/domain/timeline.ts'

/** A line of the table and, at the same height, of the chart. */
export type ScheduleRow =
  | { readonly kind: 'group'; readonly id: string; readonly group: TimelineGroup }
  | {
      readonly kind: 'project'
      readonly id: string
      readonly project: TimelineProject
      readonly isExpanded: boolean
    }
  | {
      readonly kind: 'milestone'
      readonly id: string
      readonly milestone: TimelineMilestone
      readonly project: TimelineProject
    }

/** Top-down what is drawn: each plan, its dated projects, and the milestones of those that are expanded. */
export function scheduleRows(timeline: Timeline, expanded: ReadonlySet<string>): readonly ScheduleRow[] {
  return timeline.groups
    .filter((group) => group.projects.length > 0)
    .flatMap((group): ScheduleRow[] => [
      { kind: 'group', id: `plan-${group.planId ?? 'none'}`, group },
      ...group.projects.flatMap((project): ScheduleRow[] => {
        const isExpanded = expanded.has(project.id)
        const milestones = isExpanded ? project.milestones : []
        return [
          { kind: 'project', id: project.id, project, isExpanded },
          ...milestones.map((milestone) => ({
            kind: 'milestone' as const,
            id: milestone.id,
            milestone,
            project,
          })),
        ]
      }),
    ])
}
