import { z } from 'zod'
import { type Day, day } from './day.ts'
import { type Milestone, milestoneStatus } from './milestone.ts'
import { planDate } from './planDate.ts'
import { RuleBroken } from './ruleBroken.ts'
import { optionalParagraph } from './text.ts'

/** 天气 · 资金 · 征地拆迁 · 设计变更 · 审批手续 · 招标采购 · 材料设备 · 施工组织 · 其他 */
export const delayReasons = [
  'weather',
  'funds',
  'land',
  'design',
  'approval',
  'tender',
  'material',
  'contractor',
  'other',
] as const
const delayReason = z.enum(delayReasons)
export type DelayReason = z.infer<typeof delayReason>

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
  delayReason: delayReason.nullable(),
  note: z.string().nullable(),
  recordedAt: z.string(),
  actorName: z.string(),
})
export type ProgressReport = z.infer<typeof progressReport>

export const reportMilestoneInput = z.strictObject({
  milestoneId: z.string(),
  /** The day that the report speaks of; left out: today. */
  asOf: day.optional(),
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
  delayReason: delayReason.nullish(),
  note: optionalParagraph(2000),
})
export type ReportMilestone = z.infer<typeof reportMilestoneInput>

/** A liaison's week in one command: all are kept, or none. */
export const reportTasksInput = z.strictObject({ reports: z.array(reportMilestoneInput).min(1).max(300) })

/**
 * What a report must hold together: done ⇔ an actual day, not after the day of the report, 100%; work began before it
 * ended; 其他 as the reason of a delay says in the note what it is.
 * @throws RuleBroken milestoneActualMissing, milestoneActualNotDone, dateInFuture, planDateReversed, progressNotWhole,
 * progressNotStarted, noteMissing
 */
export function assertReport(report: ReportMilestone, today: Day): void {
  assertDone(report)
  assertDays(report, today)
  assertPct(report)
  if (report.delayReason === 'other' && report.note === null) throw new RuleBroken('noteMissing', ['note'])
}

function assertDone({ status, actualOn = null }: ReportMilestone) {
  if (status === 'done' && actualOn === null) throw new RuleBroken('milestoneActualMissing', ['actualOn'])
  if (status !== 'done' && actualOn !== null) throw new RuleBroken('milestoneActualNotDone', ['status'])
}

function assertDays(report: ReportMilestone, today: Day) {
  for (const field of ['asOf', 'actualStartOn', 'actualOn'] as const) {
    const on = report[field] ?? null
    if (on !== null && on > today) throw new RuleBroken('dateInFuture', [field], { today })
  }
  const { actualStartOn = null, actualOn = null } = report
  if (actualStartOn !== null && actualOn !== null && actualStartOn > actualOn)
    throw new RuleBroken('planDateReversed', ['actualOn'])
}

function assertPct({ status, progressPct = null }: ReportMilestone) {
  if (progressPct === null) return
  if (status === 'done' && progressPct !== 100) throw new RuleBroken('progressNotWhole', ['progressPct'])
  if (status === 'notStarted' && progressPct > 0) throw new RuleBroken('progressNotStarted', ['progressPct'])
}

/**
 * The newest report is what holds: one of a day before it comes too late.
 * @throws RuleBroken reportOlder
 */
export function assertNewest(milestone: Pick<Milestone, 'reportedOn'>, asOf: Day): void {
  if (milestone.reportedOn !== null && asOf < milestone.reportedOn)
    throw new RuleBroken('reportOlder', ['asOf'], { reportedOn: milestone.reportedOn })
}

/** The milestone as the report leaves it. A report without progress leaves the figure that was known; done is 100. */
export function reportedMilestone<Reported extends Milestone>(
  milestone: Reported,
  report: ReportMilestone,
  by: { readonly name: string; readonly asOf: Day },
): Reported {
  return {
    ...milestone,
    status: report.status,
    actual: report.actualOn ?? null,
    actualStart: report.actualStartOn === undefined ? milestone.actualStart : report.actualStartOn,
    forecast: report.status === 'done' ? null : (report.forecast ?? null),
    progressPct: progressAfter(milestone, report),
    note: report.note,
    reportedOn: by.asOf,
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
