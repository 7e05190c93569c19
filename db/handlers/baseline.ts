import {
  type Baseline,
  type BaselineItem,
  costBearers,
  keptItem,
  planBaseline,
  planBaselineId,
  varianceOf,
} from '../domain/baseline.ts'
import { sumKnown } from '../domain/fen.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { taskTree } from '../domain/taskTree.ts'
import {
  findBaseline,
  insertBaseline,
  listBaselineItems,
  nameOfTask,
  planItems,
  listBaselines as readBaselines,
  removeBaseline as removeBaselineRow,
} from '../store/baseline.ts'
import type { ReadDb } from '../store/database.ts'
import { asStep } from '../store/scheduleStep.ts'
import { listTasks } from '../store/task.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** 规划 first, where the project comes from a plan, then in the order of recording. */
export const listBaselines: QueryHandler<'listBaselines'> = (db, { projectId }) => {
  const project = requireProject(db, projectId)
  const derived = project.origin === 'plan' ? [planBaseline(projectId)] : []
  const items = [...derived, ...readBaselines(db, projectId)].map((baseline) => rowOf(db, baseline))
  return { items, total: items.length, page: 1, pageSize: items.length }
}

export const listBaselined: QueryHandler<'listBaselined'> = (db, { baselineId }) => {
  const baseline = requireBaseline(db, baselineId)
  const items = itemsOf(db, baseline)
  return { baseline: rowOf(db, baseline), items, total: items.length, page: 1, pageSize: items.length }
}

/** Keeps every task, milestone and summary of the project as it is planned now. */
export const setBaseline: CommandHandler<'setBaseline'> = (db, { projectId, name, note }, { newId }) => {
  assertOpen(requireProject(db, projectId).state)
  const tasks = taskTree(listTasks(db, projectId))

  if (tasks.length === 0) throw new RuleBroken('baselineEmpty', ['projectId'])
  const isTaken = readBaselines(db, projectId).some((other) => other.name === name)
  if (isTaken || name === planBaseline(projectId).name) throw new RuleBroken('baselineNameTaken', ['name'])
  const baseline = { ...planBaseline(projectId), id: newId(), name, note, isDerived: false }
  const items = tasks.map((task) => keptItem(task, baseline.id, newId()))

  asStep(db, { id: newId(), projectId }, () => {
    insertBaseline(db, baseline, items)
  })
  return rowOf(db, requireBaseline(db, baseline.id))
}

export const removeBaseline: CommandHandler<'removeBaseline'> = (db, { baselineId, reason }, { newId }) => {
  const baseline = requireBaseline(db, baselineId)
  if (baseline.isDerived) throw new RuleBroken('baselineDerived', ['baselineId'])
  assertOpen(requireProject(db, baseline.projectId).state)

  const row = rowOf(db, baseline)
  asStep(db, { id: newId(), projectId: baseline.projectId }, () => {
    removeBaselineRow(db, baselineId, reason)
  })
  return row
}

/** Dates, cost and % of every task against a baseline; without one named against the newest, else 规划. */
export const varianceReport: QueryHandler<'varianceReport'> = (db, { projectId, baselineId }) => {
  const id = baselineId ?? readBaselines(db, projectId).at(-1)?.id ?? planBaselineId(projectId)
  const baseline = requireBaseline(db, id)
  if (baseline.projectId !== projectId) throw new RuleBroken('baselineUnknown', ['baselineId'])
  const kept = new Map(itemsOf(db, baseline).map((item) => [item.taskId, item]))
  const tasks = taskTree(listTasks(db, projectId))
  const live = new Set(tasks.map((task) => task.id))
  const items = [
    ...tasks.map((task) => ({
      ...varianceOf(task.name, task.id, kept.get(task.id) ?? null, task),
      wbs: task.wbs,
      depth: task.depth,
    })),
    ...[...kept.values()]
      .filter(({ taskId }) => !live.has(taskId))
      .map((item) => ({
        ...varianceOf(nameOfTask(db, item.taskId), item.taskId, item, null),
        wbs: null,
        depth: 0,
      })),
  ]
  return { baseline: rowOf(db, baseline), items, total: items.length, page: 1, pageSize: items.length }
}

function requireBaseline(db: ReadDb, baselineId: string): Baseline {
  const known = findBaseline(db, baselineId)
  if (known !== undefined) return known
  const [, projectId] = /^plan:(.+)$/.exec(baselineId) ?? []
  if (projectId === undefined) throw new RuleBroken('baselineUnknown', ['baselineId'])
  return planBaseline(requireProject(db, projectId).id)
}

/** In the order of the tree. One that was set before items kept their depth takes part with the tree as it is now. */
export function itemsOf(
  db: ReadDb,
  baseline: Pick<Baseline, 'id' | 'projectId' | 'isDerived'>,
): BaselineItem[] {
  if (baseline.isDerived) return planItems(db, baseline.projectId)
  const items = listBaselineItems(db, baseline.id)
  if (items.every(({ depth }) => depth !== null)) return items
  const kept = new Map(items.map((item) => [item.taskId, item]))
  const placed = taskTree(listTasks(db, baseline.projectId)).flatMap(({ id, depth }) => {
    const item = kept.get(id)
    kept.delete(id)
    return item === undefined ? [] : [{ ...item, depth }]
  })
  return [...placed, ...[...kept.values()].map((item) => ({ ...item, depth: 0 }))]
}

function rowOf(db: ReadDb, baseline: Baseline) {
  const items = itemsOf(db, baseline)
  const totalFen = sumKnown(costBearers(items).map(({ costFen }) => costFen))
  return { ...baseline, itemCount: items.length, totalFen }
}
