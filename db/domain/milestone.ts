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
