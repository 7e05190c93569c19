import type { Day } from './day.ts'
import { type Lateness, lateness, type MilestoneRow } from './milestone.ts'
import type { Plan } from './plan.ts'
import { type PlanDate, spanOf } from './planDate.ts'
import type { ProjectRow } from './project.ts'
import { type SoftSpan, softSpan } from './softSpan.ts'
import { projectStanding, type Standing } from './standing.ts'

export interface TimelineMilestone {
  readonly id: string
  readonly name: string
  readonly due: PlanDate | null
  readonly actual: PlanDate | null
  readonly forecast: PlanDate | null
  readonly progressPct: number | null
  readonly standing: Lateness['kind']
}

export interface TimelineProject {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly code: string | null
  readonly standing: Standing
  readonly stage: ProjectRow['stage']
  readonly statusText: string | null
  readonly progressPct: number | null
  readonly plannedStart: PlanDate | null
  readonly plannedFinish: PlanDate | null
  readonly actualStart: PlanDate | null
  readonly actualFinish: PlanDate | null
  readonly planned: SoftSpan | null
  readonly actual: SoftSpan | null
  /** Work has begun and is not reported as finished: the actual bar ends where the reports end. */
  readonly isUnderWay: boolean
  readonly milestones: readonly TimelineMilestone[]
}

export interface TimelineGroup {
  /** Null: projects under no plan. */
  readonly planId: string | null
  readonly planName: string | null
  /** The plan's term. */
  readonly period: PlanDate | null
  readonly projects: readonly TimelineProject[]
  /** Projects of which no source gives any date. */
  readonly undated: readonly TimelineProject[]
}

export interface Timeline {
  readonly groups: readonly TimelineGroup[]
  /** First and last possible day of all that is drawn, today included. */
  readonly first: Day
  readonly last: Day
}

/** Groups projects by plan, in the plans' order, each with its bars, diamonds and standing as of `today`. */
export function timelineOf(
  plans: readonly Pick<Plan, 'id' | 'name' | 'period'>[],
  projects: readonly ProjectRow[],
  milestones: readonly MilestoneRow[],
  today: Day,
): Timeline {
  const milestonesOf = Map.groupBy(milestones, (milestone) => milestone.projectId)
  const projectsOf = Map.groupBy(projects, (project) => project.planId)
  const groups = [
    ...plans.map((plan) => ({ planId: plan.id, planName: plan.name, period: plan.period })),
    { planId: null, planName: null, period: null },
  ]
    .map((group) => {
      const own = (projectsOf.get(group.planId) ?? []).map((project) =>
        timelineProject(project, milestonesOf.get(project.id) ?? [], today),
      )
      return { ...group, projects: own.filter(hasMark), undated: own.filter((project) => !hasMark(project)) }
    })
    .filter((group) => group.projects.length + group.undated.length > 0)
  const ends = groups.flatMap((group) => group.projects.flatMap(endsOf))
  return {
    groups,
    first: ends.reduce((first, end) => (end.first < first ? end.first : first), today),
    last: ends.reduce((last, end) => (end.last > last ? end.last : last), today),
  }
}

export interface TimelineFilter {
  readonly projectId: string | null
  readonly planId: string | null
  /** In the project's names and code and its milestones' names. */
  readonly text: string
  readonly standing: Standing | null
}

/** The same time span, fewer rows. */
export function filterTimeline(timeline: Timeline, filter: TimelineFilter): Timeline {
  const wanted = searchable(filter.text)
  const isWanted = (project: TimelineProject) =>
    (filter.projectId === null || project.id === filter.projectId) &&
    (filter.standing === null || project.standing === filter.standing) &&
    [
      project.name,
      ...project.aliases,
      project.code ?? '',
      ...project.milestones.map((milestone) => milestone.name),
    ].some((text) => searchable(text).includes(wanted))
  const groups = timeline.groups
    .filter((group) => filter.planId === null || group.planId === filter.planId)
    .map((group) => ({
      ...group,
      projects: group.projects.filter(isWanted),
      undated: group.undated.filter(isWanted),
    }))
    .filter((group) => group.projects.length + group.undated.length > 0)
  return { ...timeline, groups }
}

function timelineProject(
  project: ProjectRow,
  milestones: readonly MilestoneRow[],
  today: Day,
): TimelineProject {
  const standing = projectStanding(project, milestones, today)
  return {
    id: project.id,
    name: project.name,
    aliases: project.aliases,
    code: project.code,
    standing,
    stage: project.stage,
    statusText: project.statusText,
    progressPct: project.progressPct,
    plannedStart: project.plannedStart,
    plannedFinish: project.plannedFinish,
    actualStart: project.actualStart,
    actualFinish: project.actualFinish,
    planned: softSpan(project.plannedStart, project.plannedFinish),
    ...actualOf(project, milestones),
    milestones: milestones
      .toSorted((a, b) => a.sortOrder - b.sortOrder)
      .map((milestone) => ({
        id: milestone.id,
        name: milestone.name,
        due: milestone.due,
        actual: milestone.actual,
        forecast: milestone.forecast,
        progressPct: milestone.progressPct,
        standing: lateness(milestone, today).kind,
      })),
  }
}

/** The project's own actual dates; where it has none, what its milestones' actual dates and reports span. */
function actualOf(
  project: ProjectRow,
  milestones: readonly MilestoneRow[],
): Pick<TimelineProject, 'actual' | 'isUnderWay'> {
  if (project.actualFinish !== null) {
    return { actual: softSpan(project.actualStart, project.actualFinish), isUnderWay: false }
  }
  const known = milestones
    .flatMap((milestone) => [
      ...(milestone.actual === null ? [] : [milestone.actual]),
      ...(hasBegun(milestone) ? [milestone.reportedOn] : []),
    ])
    .filter((date) => date !== null)
    .toSorted((a, b) => (spanOf(a).first < spanOf(b).first ? -1 : 1))
  const start = project.actualStart ?? known[0] ?? null
  const reached = known.at(-1) ?? null
  const isAhead = start !== null && reached !== null && spanOf(reached).last > spanOf(start).last
  if (!isAhead)
    return { actual: softSpan(project.actualStart, null), isUnderWay: project.actualStart !== null }
  return { actual: softSpan(start, reached), isUnderWay: project.stage !== 'inUse' }
}

function hasBegun(milestone: MilestoneRow) {
  return milestone.status === 'inProgress' || milestone.status === 'suspended'
}

function hasMark(project: TimelineProject) {
  return endsOf(project).length > 0
}

function endsOf(project: TimelineProject): { readonly first: Day; readonly last: Day }[] {
  const dates = project.milestones.flatMap((milestone) => [
    milestone.due,
    milestone.actual,
    milestone.forecast,
  ])
  return [
    project.planned,
    project.actual,
    ...dates.map((date) => (date === null ? null : spanOf(date))),
  ].filter((span) => span !== null)
}

function searchable(text: string) {
  return text.normalize('NFKC').toLowerCase().trim()
}
