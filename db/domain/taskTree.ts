import { sumKnown } from './fen.ts'
import { type PlanDate, spanOf } from './planDate.ts'
import type { Task } from './task.ts'

export interface TreeTask extends Task {
  readonly depth: number
  /** 1.2.3: its place among its siblings, of all that stand above it too. */
  readonly wbs: string
  readonly childCount: number
}

/**
 * The tasks of one project in the order of the tree, a task before those below it; what is known of a summary is
 * rolled up from below: dates, cost, progress, status.
 */
export function taskTree(tasks: readonly Task[]): TreeTask[] {
  const below = Map.groupBy(tasks, ({ parentId }) => parentId)
  const rows: TreeTask[] = []
  const walk = (siblings: readonly Task[], depth: number, prefix: string): Task[] =>
    siblings
      .toSorted((a, b) => a.sortOrder - b.sortOrder)
      .map((task, index) => {
        const wbs = `${prefix}${String(index + 1)}`
        const place = rows.length
        const children = below.get(task.id) ?? []
        rows.push({ ...task, depth, wbs, childCount: children.length })
        if (children.length === 0) return task
        const rolled = rolledUp(task, walk(children, depth + 1, `${wbs}.`))
        rows[place] = { ...rolled, depth, wbs, childCount: children.length }
        return rolled
      })
  walk(below.get(null) ?? [], 0, '')
  return rows
}

function rolledUp(summary: Task, children: readonly Task[]): Task {
  const live = children.filter(({ status }) => status !== 'cancelled')
  const isDone = live.length > 0 && live.every(({ status }) => status === 'done')
  return {
    ...summary,
    plannedStart: earliest(live.map((child) => child.plannedStart ?? plannedEnd(child))),
    plannedFinish: latest(live.map(plannedEnd)),
    actualStart: earliest(live.map((child) => child.actualStart ?? child.actual)),
    actual: isDone ? latest(live.map(({ actual }) => actual)) : null,
    progressPct: progressOf(live),
    costFen: sumKnown(children.map(({ costFen }) => costFen)) ?? summary.costFen,
    status: statusOf(children, isDone),
  }
}

/** Where a task is planned to end: where the schedule puts it, else its target. */
export function plannedEnd(task: Pick<Task, 'plannedFinish' | 'due'>): PlanDate | null {
  return task.plannedFinish ?? task.due
}

function statusOf(children: readonly Task[], isDone: boolean): Task['status'] {
  if (isDone) return 'done'
  if (children.every(({ status }) => status === 'cancelled')) return 'cancelled'
  if (children.some(({ status }) => status === 'inProgress' || status === 'done')) return 'inProgress'
  return children.some(({ status }) => status === 'suspended') ? 'suspended' : 'notStarted'
}

/** By typed weights where a sibling has one, else by duration, else each alike. Null where nobody reported anything. */
function progressOf(children: readonly Task[]): number | null {
  if (children.every(({ progressPct, status }) => progressPct === null && status !== 'done')) return null
  const weights = weightsOf(children)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const done = children.reduce((sum, child, index) => sum + (weights[index] ?? 0) * doneShare(child), 0)
  return Math.round((done / total) * 1000) / 10
}

/** What each counts for in the progress of what stands above them. */
export function weightsOf(children: readonly Task[]): number[] {
  if (children.some(({ weight }) => weight !== null)) return children.map(({ weight }) => weight ?? 0)
  if (children.some(({ durationDays }) => durationDays !== null))
    return children.map(({ durationDays }) => durationDays ?? 0)
  return children.map(() => 1)
}

function doneShare(task: Task) {
  return task.status === 'done' ? 1 : (task.progressPct ?? 0) / 100
}

function earliest(dates: readonly (PlanDate | null)[]): PlanDate | null {
  return pick(dates, (date, best) => spanOf(date).first < spanOf(best).first)
}

function latest(dates: readonly (PlanDate | null)[]): PlanDate | null {
  return pick(dates, (date, best) => spanOf(date).last > spanOf(best).last)
}

function pick(dates: readonly (PlanDate | null)[], isBetter: (date: PlanDate, best: PlanDate) => boolean) {
  return dates.reduce<PlanDate | null>(
    (best, date) => (date !== null && (best === null || isBetter(date, best)) ? date : best),
    null,
  )
}
