import { z } from 'zod'
import { daysBetween } from './day.ts'
import { fen, totalFen } from './fen.ts'
import { type PlanDate, spanOf } from './planDate.ts'
import type { Task } from './task.ts'
import type { TreeTask } from './taskTree.ts'
import { optionalParagraph, requiredLine } from './text.ts'

/** 基线: dates and cost as they were planned on a day; any number of a project. 规划 is the plan's own, derived from it. */
export const baseline = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  recordedAt: z.string().nullable(),
  actorName: z.string().nullable(),
  isDerived: z.boolean(),
})
export type Baseline = z.infer<typeof baseline>

export const baselineItem = z.object({
  id: z.string(),
  baselineId: z.string(),
  taskId: z.string(),
  plannedStart: z.string().nullable(),
  plannedFinish: z.string().nullable(),
  durationDays: z.int().nullable(),
  durationUnit: z.enum(['workday', 'calendarDay']).nullable(),
  weight: z.number().nullable(),
  progressPct: z.number().nullable(),
  costFen: fen.nullable(),
  /** How deep it stood in the tree of that day; null in baselines of an earlier format. */
  depth: z.int().nullable(),
})
export type BaselineItem = z.infer<typeof baselineItem>

export const baselineRow = baseline.extend({
  itemCount: z.int(),
  /** Null where no task of it has a cost. */
  totalFen: totalFen.nullable(),
})

export const setBaselineInput = z.strictObject({
  projectId: z.string(),
  name: requiredLine(100),
  note: optionalParagraph(2000),
})

/** 规划 of a project: an id that is no row. */
export function planBaselineId(projectId: string): string {
  return `plan:${projectId}`
}

export function planBaseline(projectId: string): Baseline {
  return {
    id: planBaselineId(projectId),
    projectId,
    name: '规划',
    note: null,
    recordedAt: null,
    actorName: null,
    isDerived: true,
  }
}

/** A task as a baseline keeps it. */
export function keptItem(task: TreeTask, baselineId: string, id: string): BaselineItem {
  const { plannedStart, durationDays, durationUnit, weight, progressPct, costFen, depth } = task
  const plannedFinish = task.plannedFinish ?? task.due
  const taskId = task.id
  return {
    id,
    baselineId,
    taskId,
    plannedStart,
    plannedFinish,
    durationDays,
    durationUnit,
    weight,
    progressPct,
    costFen,
    depth,
  }
}

/**
 * Those that bear the cost of a baseline, each 分 once: the lowest of which a cost is known. A summary's own cost stands
 * for all below it as long as none is known there. `items` in the order of the tree.
 */
export function costBearers(items: readonly BaselineItem[]): BaselineItem[] {
  // From the last to the first: by depth, whether a cost is known of what stands there and is not yet closed above.
  const isKnownAt: boolean[] = []
  const bears = ({ costFen, depth }: BaselineItem) => {
    const level = depth ?? 0
    const isKnownBelow = isKnownAt.splice(level + 1).includes(true)
    isKnownAt[level] = isKnownAt[level] === true || isKnownBelow || costFen !== null
    return costFen !== null && !isKnownBelow
  }
  return items.toReversed().filter(bears).toReversed()
}

export const variance = z.object({
  taskId: z.string(),
  name: z.string(),
  /** The task was added after the baseline, or is gone since. */
  presence: z.enum(['both', 'added', 'removed']),
  baselineStart: z.string().nullable(),
  baselineFinish: z.string().nullable(),
  start: z.string().nullable(),
  finish: z.string().nullable(),
  /** Which date stands in start and finish. */
  finishBasis: z.enum(['actual', 'forecast', 'planned']).nullable(),
  /** Days later (negative: earlier); null where one of the two is coarser than a day. */
  startDays: z.int().nullable(),
  finishDays: z.int().nullable(),
  /** Surely later than the whole of a coarser baseline date. */
  isSurelyLate: z.boolean(),
  baselineCostFen: fen.nullable(),
  costFen: fen.nullable(),
  /** Null where one of the two is unknown. */
  costDeltaFen: totalFen.nullable(),
  baselineProgressPct: z.number().nullable(),
  progressPct: z.number().nullable(),
  progressDeltaPct: z.number().nullable(),
})
export type Variance = z.infer<typeof variance>

type Kept = Omit<BaselineItem, 'id' | 'baselineId' | 'taskId' | 'depth'>

/** A task against a baseline. `task` null: gone since; `item` null: added since. */
export function varianceOf(name: string, taskId: string, item: Kept | null, task: Task | null): Variance {
  const before = item === null ? unknown : standingOf(item.plannedStart, item.plannedFinish, item)
  const now = task === null ? unknown : standingNow(task)
  return {
    taskId,
    name,
    presence: item === null ? 'added' : task === null ? 'removed' : 'both',
    baselineStart: before.start,
    baselineFinish: before.finish,
    start: now.start,
    finish: now.finish,
    finishBasis: basisOf(task),
    startDays: daysLater(before.start, now.start),
    finishDays: daysLater(before.finish, now.finish),
    isSurelyLate: isAfter(now.finish, before.finish),
    baselineCostFen: before.costFen,
    costFen: now.costFen,
    costDeltaFen: difference(before.costFen, now.costFen),
    baselineProgressPct: before.progressPct,
    progressPct: now.progressPct,
    progressDeltaPct: difference(before.progressPct, now.progressPct),
  }
}

interface Standing {
  readonly start: PlanDate | null
  readonly finish: PlanDate | null
  readonly costFen: number | null
  readonly progressPct: number | null
}

const unknown: Standing = { start: null, finish: null, costFen: null, progressPct: null }

function standingOf(
  start: PlanDate | null,
  finish: PlanDate | null,
  { costFen, progressPct }: Pick<Standing, 'costFen' | 'progressPct'>,
): Standing {
  return { start, finish, costFen, progressPct }
}

/** What is done, else what is expected, else what is planned. */
function standingNow(task: Task): Standing {
  const finish = task.actual ?? task.forecast ?? task.plannedFinish ?? task.due
  return standingOf(task.actualStart ?? task.plannedStart, finish, task)
}

function isAfter(later: PlanDate | null, earlier: PlanDate | null) {
  return later !== null && earlier !== null && spanOf(later).first > spanOf(earlier).last
}

function basisOf(task: Task | null): Variance['finishBasis'] {
  if (task === null) return null
  if (task.actual !== null) return 'actual'
  if (task.forecast !== null) return 'forecast'
  return task.plannedFinish === null && task.due === null ? null : 'planned'
}

function daysLater(before: PlanDate | null, after: PlanDate | null): number | null {
  if (before === null || after === null) return null
  const from = spanOf(before)
  const to = spanOf(after)
  return from.precision === 'day' && to.precision === 'day' ? daysBetween(from.last, to.last) : null
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before
}
