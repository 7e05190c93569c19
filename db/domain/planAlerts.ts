import { type Alert, alertOf } from './alert.ts'
import type { Day } from './day.ts'
import type { DiscrepancyRow } from './discrepancy.ts'
import { lateness, type MilestoneRow } from './milestone.ts'
import { spanOf } from './planDate.ts'
import { type ProjectRow } from './project.ts'
import type { Rule } from './rule.ts'
import { ruleOn } from './ruleTable.ts'
import type { Task } from './task.ts'

/** A published total that its items do not add up to, until the publisher corrects it. */
export function discrepancyAlerts(discrepancies: readonly DiscrepancyRow[]): Alert[] {
  return discrepancies
    .filter((discrepancy) => discrepancy.gapFen !== null && discrepancy.status !== 'corrected')
    .map((discrepancy) =>
      alertOf({
        id: `publishedTotalGap:${discrepancy.id}`,
        kind: 'publishedTotalGap',
        weight: 1,
        planId: discrepancy.planId,
        projectId: discrepancy.projectId,
        discrepancyId: discrepancy.id,
        subject: discrepancy.planName,
        amountFen: discrepancy.gapFen,
        limitFen: discrepancy.publishedFen,
      }),
    )
}

/** 政府投资条例 第二十三条: spending above the amount known so far. The plan's figure is no approved 概算, so this asks for a look only. */
export function paidOverAmountAlerts(
  projects: readonly ProjectRow[],
  rules: readonly Rule[],
  today: Day,
): Alert[] {
  return projects
    .filter((project) => project.amountFen !== null && project.paidFen > project.amountFen)
    .map((project) =>
      alertOf({
        id: `paidOverAmount:${project.id}`,
        kind: 'paidOverAmount',
        weight: 1,
        planId: project.planId,
        projectId: project.id,
        subject: project.name,
        amountFen: project.paidFen,
        limitFen: project.amountFen,
        rule: ruleOn(rules, 'overBudget', today),
      }),
    )
}

/** Late milestones, each alone; those whose period passed without a report, one alert a project. */
export function scheduleAlerts(
  projects: readonly ProjectRow[],
  milestones: readonly MilestoneRow[],
  today: Day,
): Alert[] {
  const byProject = Map.groupBy(milestones, ({ projectId }) => projectId)
  return projects
    .filter((project) => project.state === 'open')
    .flatMap((project) => {
      const own = byProject.get(project.id) ?? []
      return [...lateAlerts(project, own, today), ...silentAlerts(project, own, today)]
    })
}

function lateAlerts(project: ProjectRow, own: readonly MilestoneRow[], today: Day): Alert[] {
  return own.flatMap((milestone) => {
    const standing = lateness(milestone, today)
    if (standing.kind !== 'late') return []
    return [
      alertOf({
        id: `milestoneLate:${milestone.id}`,
        kind: 'milestoneLate',
        weight: 2,
        planId: project.planId,
        projectId: project.id,
        milestoneId: milestone.id,
        subject: `${project.name} · ${milestone.name}`,
        due: milestone.due,
        days: standing.days,
      }),
    ]
  })
}

/** Late tasks of open projects, each alone, by their target or their planned finish; a milestone with a target is told by that. */
export function taskAlerts(projects: readonly ProjectRow[], tasks: readonly Task[], today: Day): Alert[] {
  const open = new Map(
    projects.flatMap((project) => (project.state === 'open' ? [[project.id, project]] : [])),
  )
  return tasks.flatMap((task) => {
    const project = open.get(task.projectId)
    const isToldElsewhere = task.kind === 'summary' || (task.kind === 'milestone' && task.due !== null)
    const late = project === undefined || isToldElsewhere ? undefined : lateBy(task, today)
    if (project === undefined || late === undefined) return []
    return [
      alertOf({
        id: `taskLate:${task.id}`,
        kind: 'taskLate',
        weight: 2,
        planId: project.planId,
        projectId: project.id,
        milestoneId: task.id,
        subject: `${project.name} · ${task.name}`,
        ...late,
      }),
    ]
  })
}

/** The target goes before the planned finish, which may have been moved. */
function lateBy(task: Task, today: Day): Pick<Alert, 'due' | 'days'> | undefined {
  return [task.due, task.plannedFinish].flatMap((due) => {
    const standing = lateness({ ...task, due }, today)
    return standing.kind === 'late' ? [{ due, days: standing.days }] : []
  })[0]
}

function silentAlerts(project: ProjectRow, own: readonly MilestoneRow[], today: Day): Alert[] {
  const silent = own.filter((milestone) => lateness(milestone, today).kind === 'periodPassed')
  const isProjectSilent =
    own.length === 0 &&
    project.plannedFinish !== null &&
    project.actualFinish === null &&
    spanOf(project.plannedFinish).last < today
  if (silent.length === 0 && !isProjectSilent) return []
  return [
    alertOf({
      id: `periodPassed:${project.id}`,
      kind: silent.length > 0 ? 'periodPassed' : 'projectPeriodPassed',
      weight: 3,
      planId: project.planId,
      projectId: project.id,
      subject: project.name,
      due: project.plannedFinish,
      count: silent.length > 0 ? silent.length : null,
    }),
  ]
}
