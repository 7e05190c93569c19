import { z } from 'zod'
import type { Day } from './day.ts'
import { totalFen } from './fen.ts'
import { pageInput } from './page.ts'
import { rule } from './rule.ts'

const alertKinds = [
  'publishedTotalGap',
  'paidOverAmount',
  'milestoneLate',
  'taskLate',
  'periodPassed',
  'projectPeriodPassed',
  'budgetOverEstimate',
  'committedOverBudget',
  'doneOverBudget',
  'paidOverBudget',
  'annualPlanOver',
  'contractorAdvances',
  'finalAccountsDue',
  'finalAccountsLate',
  'surplusToReturn',
  'fundsNegative',
  'fundUnallotted',
  'paymentsUnsplit',
  'costClassMissing',
  'sameApprover',
  'doneOverContract',
  'progressBelowMin',
  'progressAboveMax',
  'overpaid',
  'advanceRateOutside',
  'advanceUnrecovered',
  'retentionOverRule',
  'retentionUnset',
  'retentionDue',
  'retentionOverdue',
  'defectsPeriodTooLong',
  'guaranteeExpiring',
  'guaranteeExpired',
  'smeTermTooLong',
  'smeDue',
  'smeOverdue',
  'smePublish',
  'labourMissing',
  'changePending',
  'monthNotClosed',
] as const
export const alertKind = z.enum(alertKinds)
export type AlertKind = z.infer<typeof alertKind>

/** 已阅: somebody looked and said why it may stand; it comes back when its figures change or the day is over. */
const acknowledgement = z.object({
  id: z.string(),
  reason: z.string(),
  /** The last day on which it holds; null: until the figures change. */
  until: z.string().nullable(),
  acknowledgedAt: z.string(),
  acknowledgedBy: z.string(),
})

/** 提醒: something a person should look at, with its weight (1 heaviest), its rule, its figures and its link. */
export const alert = z.object({
  /** Kind and record: the same alert on another day has the same id. */
  id: z.string(),
  kind: alertKind,
  weight: z.int(),
  planId: z.string().nullable(),
  projectId: z.string().nullable(),
  contractId: z.string().nullable(),
  milestoneId: z.string().nullable(),
  discrepancyId: z.string().nullable(),
  fundId: z.string().nullable(),
  /** What the sentence names: a project, a contract, a milestone. */
  subject: z.string(),
  due: z.string().nullable(),
  days: z.int().nullable(),
  amountFen: totalFen.nullable(),
  limitFen: totalFen.nullable(),
  count: z.int().nullable(),
  pct: z.number().nullable(),
  /** The row of the table that it rests on; null where it rests on none. */
  rule: rule.nullable(),
  acknowledged: acknowledgement.nullable(),
})
export type Alert = z.infer<typeof alert>

export const listAlertsInput = z.strictObject({
  projectId: z.string().optional(),
  contractId: z.string().optional(),
  kinds: z.array(alertKind).max(50).optional(),
  /** open: not acknowledged. */
  state: z.enum(['open', 'acknowledged', 'all']).default('open'),
  ...pageInput,
})

/** An alert of these fields, all others empty. */
export function alertOf(own: Pick<Alert, 'id' | 'kind' | 'weight' | 'subject'> & Partial<Alert>): Alert {
  return {
    planId: null,
    projectId: null,
    contractId: null,
    milestoneId: null,
    discrepancyId: null,
    fundId: null,
    due: null,
    days: null,
    amountFen: null,
    limitFen: null,
    count: null,
    pct: null,
    rule: null,
    acknowledged: null,
    ...own,
  }
}

/** Heaviest first; within one weight as they were found: in the order of plans, projects and contracts. */
export function byWeight(alerts: readonly Alert[]): Alert[] {
  return alerts.toSorted((a, b) => a.weight - b.weight)
}

/** What must change for an acknowledged alert to come back; the days that pass are no figure. */
export function figuresOf({ kind, due, amountFen, limitFen, count, pct }: Alert): string {
  return JSON.stringify({ kind, due, amountFen, limitFen, count, pct })
}

/** Whether an acknowledgement of these figures still holds. */
export function isAcknowledged(
  alert: Alert,
  stored: { readonly figures: string; readonly until: Day | null },
  today: Day,
): boolean {
  return stored.figures === figuresOf(alert) && (stored.until === null || today <= stored.until)
}
