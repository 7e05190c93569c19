import { z } from 'zod'
import { role } from './actor.ts'

/** The business tables: each of their rows has an image in the chain. */
export const entities = [
  'library',
  'plan',
  'envelope',
  'project',
  'milestone',
  'progress_report',
  'calendar',
  'calendar_exception',
  'task_link',
  'baseline',
  'baseline_item',
  'schedule_step',
  'citation',
  'discrepancy',
  'payment',
  'budget_version',
  'budget_line',
  'contract',
  'contract_line',
  'contract_change',
  'progress_value',
  'fund',
  'fund_entry',
  'payment_fund',
  'annual_plan',
  'annual_plan_line',
  'cash_plan_month',
  'content',
  'attachment',
  'document_requirement',
  'document_waiver',
  'period_close',
  'rule',
  'cost_mapping',
  'alert_acknowledgement',
  'advance_recovery',
  'retention',
  'payment_due',
  'import_batch',
  'import_mapping',
] as const
export const entity = z.enum(entities)
export type Entity = z.infer<typeof entity>

/**
 * What may be taken out again while it binds nobody: drafts, pending changes, a contract's split that is put right, an
 * imported contract that nothing rests on.
 */
export const removableEntities = [
  'budget_version',
  'budget_line',
  'contract_line',
  'contract_change',
  'contract',
  'import_mapping',
] as const satisfies readonly Entity[]
export type RemovableEntity = (typeof removableEntities)[number]

/** 变更记录: who did what to which record, when, before, after, why. */
export const change = z.object({
  seq: z.int(),
  device: z.string(),
  deviceSeq: z.int(),
  at: z.string(),
  actorName: z.string(),
  role: role.nullable(),
  request: z.string(),
  entity,
  entityId: z.string(),
  /** What the record is called, for people. */
  title: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
  hash: z.string(),
})
export type Change = z.infer<typeof change>

/** JSON with sorted keys and no white space: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
