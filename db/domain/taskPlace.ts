import { RuleBroken } from './ruleBroken.ts'
import { type Task, type TaskKind } from './task.ts'
import type { TaskLink } from './taskLink.ts'

interface Place {
  readonly parentId?: string | null | undefined
  /** Left out: last; null: first. */
  readonly afterId?: string | null | undefined
}

/**
 * The tasks that change when one is put in its place: itself, the siblings behind it, and the task that becomes a
 * summary by it. `task` may be new.
 * @throws RuleBroken taskUnknown, taskBelowItself, milestoneParent, taskParentLinked, taskParentReported
 */
export function placedTasks(
  tasks: readonly Task[],
  links: readonly TaskLink[],
  task: Task,
  place: Place,
): Task[] {
  const others = tasks.filter(({ id }) => id !== task.id)
  const parentId = place.parentId === undefined ? task.parentId : place.parentId
  const parent = parentId === null ? null : requireParent(others, links, task, parentId)
  const siblings = others
    .filter((other) => other.parentId === parentId)
    .toSorted((a, b) => a.sortOrder - b.sortOrder)
  const placed = { ...task, parentId }
  const ordered = siblings.toSpliced(indexAfter(siblings, place.afterId), 0, placed)
  const known = new Map(tasks.map((one) => [one.id, one]))
  const renumbered = numbered(ordered).filter((one) => {
    const before = known.get(one.id)
    return before?.sortOrder !== one.sortOrder || before.parentId !== one.parentId
  })
  const asSummary = parent !== null && parent.kind === 'task' ? [summaryOf(parent)] : []
  return [...asSummary, ...renumbered]
}

/** Siblings keep their numbers where they rise already; from the first that does not, each is one more. */
export function numbered(siblings: readonly Task[]): Task[] {
  let last = 0
  return siblings.map((task) => {
    last = task.sortOrder > last ? task.sortOrder : last + 1
    return { ...task, sortOrder: last }
  })
}

function indexAfter(siblings: readonly Task[], afterId: string | null | undefined) {
  if (afterId === undefined) return siblings.length
  if (afterId === null) return 0
  const index = siblings.findIndex(({ id }) => id === afterId)
  if (index < 0) throw new RuleBroken('taskUnknown', ['afterId'])
  return index + 1
}

function requireParent(
  others: readonly Task[],
  links: readonly TaskLink[],
  task: Task,
  parentId: string,
): Task {
  if (parentId === task.id) throw new RuleBroken('taskBelowItself', ['parentId'])
  const byId = new Map(others.map((other) => [other.id, other]))
  const parent = byId.get(parentId)
  if (parent === undefined) throw new RuleBroken('taskUnknown', ['parentId'])
  for (let above: Task | undefined = parent; above !== undefined; above = byId.get(above.parentId ?? ''))
    if (above.parentId === task.id) throw new RuleBroken('taskBelowItself', ['parentId'])
  assertMayHaveBelow(parent, links)
  return parent
}

/** A task with links or reports of its own stays a task: they would mean nothing of a summary. */
function assertMayHaveBelow(parent: Task, links: readonly TaskLink[]) {
  const kind: TaskKind = parent.kind
  if (kind === 'summary') return
  const named = { task: parent.name }
  if (kind === 'milestone') throw new RuleBroken('milestoneParent', ['parentId'], named)
  if (links.some((link) => link.predecessorId === parent.id || link.successorId === parent.id))
    throw new RuleBroken('taskParentLinked', ['parentId'], named)
  if (parent.reportCount > 0) throw new RuleBroken('taskParentReported', ['parentId'], named)
}

function summaryOf(task: Task): Task {
  return {
    ...task,
    kind: 'summary',
    plannedStart: null,
    plannedFinish: null,
    durationDays: null,
    durationUnit: null,
    constraintKind: null,
    constraintOn: null,
    costFen: null,
    budgetLineId: null,
    contractId: null,
  }
}
