import type { Day } from '../day.ts'
import { indexOfDay } from '../dayIndex.ts'
import { at } from '../network.ts'
import { spanOf } from '../planDate.ts'
import { RuleBroken } from '../ruleBroken.ts'
import { isSameTask, type Task } from '../task.ts'
import type { TaskLink } from '../taskLink.ts'
import { inFileOrder } from '../taskOrder.ts'
import type { WorkIndex } from '../workIndex.ts'
import { linkLoops } from './linkLoops.ts'
import { outlineDepths } from './outline.ts'
import { faultOf, type RowFault } from './rowReading.ts'
import { taskOfRow } from './taskFields.ts'
import { type DraftRow, matchedTasks, parentRows } from './taskMatch.ts'
import { type RefTarget, taskRefs } from './taskRefs.ts'

/** The schedule into which a sheet comes, and what is to be known to read it. */
export interface PlanBefore {
  readonly projectId: string
  readonly tasks: readonly Task[]
  readonly links: readonly TaskLink[]
  /** Where the links put each task. */
  readonly reckoned: ReadonlyMap<string, { readonly start: Day | null; readonly finish: Day | null }>
  readonly calendar: WorkIndex
  /** As the head of the durations says it (日历日, 工作日). */
  readonly headUnit: Task['durationUnit']
  readonly today: Day
  readonly newId: () => string
}

/** What the rows of a sheet come to. */
export interface TaskPlan {
  /** By row: the task as it will stand, and the project's own that it is, if it is one. */
  readonly rows: ReadonlyMap<number, PlannedTask>
  readonly faults: ReadonlyMap<number, RowFault>
  /** Tasks that are new or no longer as they were, a summary before those below it. */
  readonly tasks: readonly Task[]
  readonly links: {
    readonly added: readonly TaskLink[]
    readonly changed: readonly TaskLink[]
    readonly removed: readonly TaskLink[]
  }
}

export interface PlannedTask {
  readonly task: Task
  readonly known: Task | null
  readonly isChanged: boolean
}

/** Puts the rows into the project's tree and its links; nothing is reckoned anew. */
export function planTasks(rows: readonly DraftRow[], before: PlanBefore): TaskPlan {
  const faults = new Map<number, RowFault>()
  const attempt = <Value>(row: number, work: () => Value): Value | undefined => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error
      if (!faults.has(row)) faults.set(row, faultOf(error, error.fields[0] ?? null))
      return undefined
    }
  }
  const depths = outlineDepths(rows.map(({ draft }) => draft.outline))
  const parents = parentRows(rows, depths)
  const above = new Set(parents.values())
  const known = matchedTasks(rows, parents, before.tasks)
  const ids = new Map(rows.map(({ row }) => [row, known.get(row)?.id ?? before.newId()]))
  const rowOf = new Map([...ids].map(([row, id]) => [id, row]))
  const durationUnit = before.headUnit ?? usualUnit(rows, before.calendar)

  const wanted = linksOf(rows, { before, known, ids, attempt })
  const renewed = new Set(wanted.map(({ successorId }) => successorId))
  const kept = before.links.filter(({ successorId }) => !renewed.has(successorId))
  const links = [...kept, ...wanted]
  const linksAt = Map.groupBy(
    links.flatMap((link) => [
      { id: link.predecessorId, link },
      { id: link.successorId, link },
    ]),
    ({ id }) => id,
  )

  const tasks = rows.flatMap(({ row, draft }) => {
    const id = ids.get(row) ?? ''
    const parentRow = parents.get(row) ?? null
    const own = known.get(row) ?? null
    const parentId = parentRow === null ? null : (ids.get(parentRow) ?? null)
    const task = attempt(row, () =>
      taskOfRow(draft, {
        projectId: before.projectId,
        known: own,
        id,
        parentId: depths === null && own !== null ? own.parentId : parentId,
        isAbove: above.has(row),
        links: (linksAt.get(id) ?? []).map(({ link }) => link),
        reckoned: before.reckoned.get(id) ?? null,
        durationUnit,
        today: before.today,
      }),
    )
    return task === undefined ? [] : [task]
  })
  const after = new Map([...before.tasks, ...tasks].map((task) => [task.id, task]))
  for (const { predecessorId, successorId } of wanted) {
    const end = [predecessorId, successorId]
      .map((id) => after.get(id))
      .find((task) => task?.kind === 'summary')
    const row = rowOf.get(successorId)
    if (end === undefined || row === undefined) continue
    attempt(row, () => {
      throw new RuleBroken('linkToSummary', ['predecessors'], { task: end.name })
    })
  }
  tellLoops(links, after, rowOf, attempt)

  const placed = inFileOrder(before.tasks, tasks)
  const byId = new Map(before.tasks.map((task) => [task.id, task]))
  const change = linkChange(before.links, wanted, renewed)
  const relinked = new Set(
    [...change.added, ...change.changed, ...change.removed].map(({ successorId }) => successorId),
  )
  const moved = movedTasks(tasks, byId)
  return {
    faults,
    tasks: placed.filter((task) => !isSameTask(task, byId.get(task.id))),
    links: change,
    rows: new Map(
      placed.flatMap((task): [number, PlannedTask][] => {
        const row = rowOf.get(task.id)
        if (row === undefined) return []
        const own = byId.get(task.id) ?? null
        const isSame = own !== null && isSameTask({ ...task, sortOrder: own.sortOrder }, own)
        return [
          [row, { task, known: own, isChanged: !isSame || relinked.has(task.id) || moved.has(task.id) }],
        ]
      }),
    ),
  }
}

interface Linking {
  readonly before: PlanBefore
  readonly known: ReadonlyMap<number, Task>
  readonly ids: ReadonlyMap<number, string>
  readonly attempt: <Value>(row: number, work: () => Value) => Value | undefined
}

/** A row that names none leaves the links as they are; one that names some has no others. */
function linksOf(rows: readonly DraftRow[], { before, known, ids, attempt }: Linking): TaskLink[] {
  const refs = taskRefs(rows, before.tasks)
  const atSuccessor = Map.groupBy(before.links, ({ successorId }) => successorId)
  const idOf = (target: RefTarget) => ('row' in target ? (ids.get(target.row) ?? '') : target.taskId)
  return rows.flatMap(({ row, draft }) => {
    const successorId = ids.get(row) ?? ''
    const linked = atSuccessor.get(known.get(row)?.id ?? '') ?? []
    const made = attempt(row, () => {
      const byPredecessor = new Map<string, TaskLink>()
      for (const typed of draft.predecessors) {
        const predecessorId = idOf(refs.find(typed, linked))
        if (predecessorId === successorId) throw new RuleBroken('linkToItself', ['predecessors'])
        const id = linked.find((link) => link.predecessorId === predecessorId)?.id ?? before.newId()
        const { kind, lagDays } = typed
        const { projectId } = before
        byPredecessor.set(predecessorId, { id, projectId, predecessorId, successorId, kind, lagDays })
      }
      return [...byPredecessor.values()]
    })
    return made ?? []
  })
}

/** A loop is told at the first of its rows: 第 5 行“基础” → 第 7 行“主体” → 第 5 行“基础”. */
function tellLoops(
  links: readonly TaskLink[],
  tasks: ReadonlyMap<string, Task>,
  rowOf: ReadonlyMap<string, number>,
  attempt: Linking['attempt'],
) {
  const live = links.filter((link) => [link.predecessorId, link.successorId].every((id) => tasks.has(id)))
  for (const loop of linkLoops(live)) {
    const rows = loop.flatMap((id) => rowOf.get(id) ?? [])
    const first = rows.toSorted((a, b) => a - b)[0]
    if (first === undefined) continue
    const begin = loop.findIndex((id) => rowOf.get(id) === first)
    const named = [...loop.slice(begin), ...loop.slice(0, begin + 1)].map((id) => {
      const row = rowOf.get(id)
      const name = tasks.get(id)?.name ?? ''
      return row === undefined ? name : `${name}（${String(row)}）`
    })
    attempt(first, () => {
      throw new RuleBroken('importLinkLoop', ['predecessors'], { loop: named.join(' → ') })
    })
  }
}

function linkChange(before: readonly TaskLink[], wanted: readonly TaskLink[], renewed: ReadonlySet<string>) {
  const known = new Map(before.map((link) => [link.id, link]))
  const stays = new Set(wanted.map(({ id }) => id))
  const differs = (link: TaskLink) => {
    const was = known.get(link.id)
    return was !== undefined && (was.kind !== link.kind || was.lagDays !== link.lagDays)
  }
  return {
    added: wanted.filter(({ id }) => !known.has(id)),
    changed: wanted.filter(differs),
    removed: before.filter(({ id, successorId }) => renewed.has(successorId) && !stays.has(id)),
  }
}

/** Of tasks that keep their parent: those that no longer stand behind the sibling before them in the sheet. */
function movedTasks(tasks: readonly Task[], byId: ReadonlyMap<string, Task>): ReadonlySet<string> {
  const moved = new Set<string>()
  const last = new Map<string | null, number>()
  for (const { id, parentId } of tasks) {
    const own = byId.get(id)
    if (own?.parentId !== parentId) continue
    const before = last.get(parentId) ?? Number.NEGATIVE_INFINITY
    if (own.sortOrder < before) moved.add(id)
    last.set(parentId, Math.max(before, own.sortOrder))
  }
  return moved
}

/** 工期（天） may count workdays or calendar days: the dates beside it tell. */
function usualUnit(rows: readonly DraftRow[], { before }: WorkIndex): 'workday' | 'calendarDay' {
  let calendarDays = 0
  let workdays = 0
  for (const { draft } of rows) {
    const { start, finish, duration } = draft
    if (start === null || finish === null || duration === null || draft.isUnitWritten) continue
    const [from, to] = [spanOf(start), spanOf(finish)]
    if (from.precision !== 'day' || to.precision !== 'day' || to.last < from.first) continue
    const [first, end] = [indexOfDay(from.first), indexOfDay(to.last) + 1]
    if (end - first === duration.durationDays) calendarDays += 1
    if (at(before, end) - at(before, first) === duration.durationDays) workdays += 1
  }
  return calendarDays > workdays ? 'calendarDay' : 'workday'
}
