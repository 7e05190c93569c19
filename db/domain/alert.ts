import { z } from 'zod'
import type { Day } from './day.ts'
import type { DiscrepancyRow } from './discrepancy.ts'
import { totalFen } from './fen.ts'
import { lateness, type MilestoneRow } from './milestone.ts'
import { spanOf } from './planDate.ts'
import { type ProjectRow } from './project.ts'

const alertKinds = [
  'publishedTotalGap',
  'paidOverAmount',
  'milestoneLate',
  'periodPassed',
  'projectPeriodPassed',
] as const

/** 提醒: something a person should look at, with its weight (1 heaviest), its figures and its link. */
export const alert = z.object({
  id: z.string(),
  kind: z.enum(alertKinds),
  weight: z.int(),
  planId: z.string().nullable(),
  projectId: z.string().nullable(),
  milestoneId: z.string().nullable(),
  discrepancyId: z.string().nullable(),
  /** What the sentence names: a project, a milestone, a date. */
  subject: z.string(),
  due: z.string().nullable(),
  days: z.int().nullable(),
  amountFen: totalFen.nullable(),
  limitFen: totalFen.nullable(),
  count: z.int().nullable(),
})
export type Alert = z.infer<typeof alert>

/** A published total that its items do not add up to, until the publisher corrects it. */
export function discrepancyAlerts(discrepancies: readonly DiscrepancyRow[]): Alert[] {
  return discrepancies
    .filter((discrepancy) => discrepancy.gapFen !== null && discrepancy.status !== 'corrected')
    .map((discrepancy) => ({
      ...blank,
      id: `publishedTotalGap:${discrepancy.id}`,
      kind: 'publishedTotalGap',
      weight: 1,
      planId: discrepancy.planId,
      projectId: discrepancy.projectId,
      discrepancyId: discrepancy.id,
      subject: discrepancy.planName,
      amountFen: discrepancy.gapFen,
      limitFen: discrepancy.publishedFen,
    }))
}

/** 政府投资条例 第二十三条: spending above the amount known so far. The plan's figure is no approved 概算, so this asks for a look only. */
export function paidOverAmountAlerts(projects: readonly ProjectRow[]): Alert[] {
  return projects
    .filter((project) => project.amountFen !== null && project.paidFen > project.amountFen)
    .map((project) => ({
      ...blank,
      id: `paidOverAmount:${project.id}`,
      kind: 'paidOverAmount',
      weight: 1,
      planId: project.planId,
      projectId: project.id,
      subject: project.name,
      amountFen: project.paidFen,
      limitFen: project.amountFen,
    }))
}

/** Late milestones, each alone; those whose period passed without a report, one alert a project. */
export function scheduleAlerts(
  projects: readonly ProjectRow[],
  milestones: readonly MilestoneRow[],
  today: Day,
): Alert[] {
  return projects
    .filter((project) => project.state === 'open')
    .flatMap((project) => {
      const own = milestones.filter((milestone) => milestone.projectId === project.id)
      const late = own.flatMap((milestone): Alert[] => {
        const standing = lateness(milestone, today)
        if (standing.kind !== 'late') return []
        return [
          {
            ...blank,
            id: `milestoneLate:${milestone.id}`,
            kind: 'milestoneLate',
            weight: 2,
            planId: project.planId,
            projectId: project.id,
            milestoneId: milestone.id,
            subject: `${project.name} · ${milestone.name}`,
            due: milestone.due,
            days: standing.days,
          },
        ]
      })
      const silent = own.filter((milestone) => lateness(milestone, today).kind === 'periodPassed')
      const isProjectSilent =
        own.length === 0 &&
        project.plannedFinish !== null &&
        project.actualFinish === null &&
        spanOf(project.plannedFinish).last < today
      if (silent.length === 0 && !isProjectSilent) return late
      return [
        ...late,
        {
          ...blank,
          id: `periodPassed:${project.id}`,
          kind: silent.length > 0 ? 'periodPassed' : 'projectPeriodPassed',
          weight: 3,
          planId: project.planId,
          projectId: project.id,
          subject: project.name,
          due: project.plannedFinish,
          count: silent.length > 0 ? silent.length : null,
        },
      ]
    })
}

const blank = {
  planId: null,
  projectId: null,
  milestoneId: null,
  discrepancyId: null,
  due: null,
  days: null,
  amountFen: null,
  limitFen: null,
  count: null,
} as const
