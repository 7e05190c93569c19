import { z } from 'zod'
import { type Day, day, daysBetween } from './day.ts'
import { type PlanDateSpan, planDate, spanOf } from './planDate.ts'
import { RuleBroken } from './ruleBroken.ts'
import { editedLine, optionalLine, optionalParagraph, reasonText, requiredLine } from './text.ts'

export const milestoneStatuses = ['notStarted', 'inProgress', 'done', 'suspended', 'cancelled'] as const
export const milestoneStatus = z.enum(milestoneStatuses)
export type MilestoneStatus = z.infer<typeof milestoneStatus>

export const milestone = z.object({
  id: z.string(),
  projectId: z.string(),
  origin: z.enum(['plan', 'hand']),
  name: z.string(),
  sortOrder: z.int(),
  /** EDTF; null where the source gives no target date. */
  due: z.string().nullable(),
  status: milestoneStatus,
  /** EDTF: a report gives a day, a source may give a coarser date. */
  actual: z.string().nullable(),
  /** EDTF; of a task under way or done. A milestone has none. */
  actualStart: z.string().nullable(),
  forecast: z.string().nullable(),
  progressPct: z.number().nullable(),
  note: z.string().nullable(),
  responsible: z.string().nullable(),
  /** Day of the newest 填报 by a person; null where there is none. */
  reportedOn: day.nullable(),
  reportedBy: z.string().nullable(),
  reportCount: z.int(),
})
export type Milestone = z.infer<typeof milestone>

export const milestoneRow = milestone.extend({ projectName: z.string() })
export type MilestoneRow = z.infer<typeof milestoneRow>

/** 进度填报: what a person said of a milestone on a day; kept for ever, the newest one shows. */
export const progressReport = z.object({
  id: z.string(),
  milestoneId: z.string(),
  asOf: day,
  status: milestoneStatus,
  actual: z.string().nullable(),
  /** EDTF; of a task under way or done. A milestone has none. */
  actualStart: z.string().nullable(),
  forecast: z.string().nullable(),
  progressPct: z.number().nullable(),
  note: z.string().nullable(),
  recordedAt: z.string(),
  actorName: z.string(),
})
export type ProgressReport = z.infer<typeof progressReport>

export const reportMilestoneInput = z.strictObject({
  milestoneId: z.string(),
  status: milestoneStatus,
  actualOn: day.nullish(),
  /** Of a task: the day on which work began. Left out: as it was. */
  actualStartOn: day.nullish(),
  forecast: planDate.nullish(),
  progressPct: z
    .number({ error: 'progressOutOfRange' })
    .min(0, { error: 'progressOutOfRange' })
    .max(100, { error: 'progressOutOfRange' })
    .nullish(),
  note: optionalParagraph(2000),
})
export type ReportMilestone = z.infer<typeof reportMilestoneInput>

export const addMilestoneInput = z.strictObject({
  projectId: z.string(),
  name: requiredLine(200),
  due: planDate.nullish(),
  responsible: optionalLine(200),
  note: optionalParagraph(2000),
})

type AddMilestone = z.infer<typeof addMilestoneInput>

export const editMilestoneInput = z.strictObject({
  milestoneId: z.string(),
  name: requiredLine(200).optional(),
  due: planDate.nullable().optional(),
  responsible: editedLine(200),
  reason: reasonText,
})

type EditMilestone = z.infer<typeof editMilestoneInput>

/**
 * What a report must hold together: done ⇔ an actual day, not after today, 100%; work began before it ended.
 * @throws RuleBroken milestoneActualMissing, milestoneActualNotDone, dateInFuture, planDateReversed, progressNotWhole,
 * progressNotStarted
 */
export function assertReport(report: ReportMilestone, today: Day): void {
  const actualOn = report.actualOn ?? null
  const progressPct = report.progressPct ?? null
  if (report.status === 'done' && actualOn === null)
    throw new RuleBroken('milestoneActualMissing', ['actualOn'])
  if (report.status !== 'done' && actualOn !== null)
    throw new RuleBroken('milestoneActualNotDone', ['status'])
  assertBegun(report, today)
  if (actualOn !== null && actualOn > today) throw new RuleBroken('dateInFuture', ['actualOn'], { today })
  if (report.status === 'done' && progressPct !== null && progressPct !== 100) {
    throw new RuleBroken('progressNotWhole', ['progressPct'])
  }
  if (report.status === 'notStarted' && progressPct !== null && progressPct > 0) {
    throw new RuleBroken('progressNotStarted', ['progressPct'])
  }
}

function assertBegun({ actualStartOn = null, actualOn = null }: ReportMilestone, today: Day) {
  if (actualStartOn === null) return
  if (actualStartOn > today) throw new RuleBroken('dateInFuture', ['actualStartOn'], { today })
  if (actualOn !== null && actualStartOn > actualOn) throw new RuleBroken('planDateReversed', ['actualOn'])
}

/** A milestone as a person adds it. */
export function newMilestone(input: AddMilestone, id: string, sortOrder: number): Milestone {
  return {
    id,
    projectId: input.projectId,
    origin: 'hand',
    name: input.name,
    sortOrder,
    due: input.due ?? null,
    status: 'notStarted',
    actual: null,
    actualStart: null,
    forecast: null,
    progressPct: null,
    note: input.note,
    responsible: input.responsible,
    reportedOn: null,
    reportedBy: null,
    reportCount: 0,
  }
}

/** The milestone as the report leaves it. A report without progress leaves the figure that was known; done is 100. */
export function reportedMilestone<Reported extends Milestone>(
  milestone: Reported,
  report: ReportMilestone,
  by: { readonly name: string; readonly today: Day },
): Reported {
  return {
    ...milestone,
    status: report.status,
    actual: report.actualOn ?? null,
    actualStart: report.actualStartOn === undefined ? milestone.actualStart : report.actualStartOn,
    forecast: report.status === 'done' ? null : (report.forecast ?? null),
    progressPct: progressAfter(milestone, report),
    note: report.note,
    reportedOn: by.today,
    reportedBy: by.name,
    reportCount: milestone.reportCount + 1,
  }
}

/** The 100 of a milestone that turns out not to be done goes with the mistake. */
function progressAfter(milestone: Milestone, report: ReportMilestone): number | null {
  if (report.status === 'done') return 100
  if (report.status === 'notStarted' || milestone.status === 'done') return report.progressPct ?? null
  return report.progressPct ?? milestone.progressPct
}

/** @throws RuleBroken nothingChanged */
export function editedMilestone(milestone: Milestone, edit: EditMilestone): Milestone {
  const edited = {
    ...milestone,
    name: edit.name ?? milestone.name,
    due: edit.due === undefined ? milestone.due : edit.due,
    responsible: edit.responsible === undefined ? milestone.responsible : edit.responsible,
  }
  if (
    edited.name === milestone.name &&
    edited.due === milestone.due &&
    edited.responsible === milestone.responsible
  ) {
    throw new RuleBroken('nothingChanged')
  }
  return edited
}

/**
 * How a milestone stands against its target. A coarse target is not late until its last possible day is over;
 * `days` is known only where the target names a day.
 */
export type Lateness =
  | { readonly kind: 'done' | 'cancelled' | 'open' | 'undated' | 'periodPassed' }
  | { readonly kind: 'doneLate' | 'late'; readonly days: number | null }

export function lateness(
  milestone: Pick<Milestone, 'due' | 'status' | 'actual' | 'reportedOn'>,
  today: Day,
): Lateness {
  if (milestone.status === 'cancelled') return { kind: 'cancelled' }
  const due = milestone.due === null ? null : spanOf(milestone.due)
  if (milestone.status === 'done')
    return doneAgainst(due, milestone.actual === null ? null : spanOf(milestone.actual))
  if (due === null) return { kind: 'undated' }
  if (today <= due.last) return { kind: 'open' }
  if (milestone.reportedOn === null || milestone.reportedOn <= due.last) return { kind: 'periodPassed' }
  return { kind: 'late', days: due.precision === 'day' ? daysBetween(due.last, today) : null }
}

function doneAgainst(due: PlanDateSpan | null, actual: PlanDateSpan | null): Lateness {
  if (due === null || actual === null || actual.first <= due.last) return { kind: 'done' }
  const isExact = due.precision === 'day' && actual.precision === 'day'
  return { kind: 'doneLate', days: isExact ? daysBetween(due.last, actual.first) : null }
}
