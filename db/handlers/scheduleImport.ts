import { planBaseline } from '../domain/baseline.ts'
import { scheduleOf } from '../domain/schedule.ts'
import type { Task } from '../domain/task.ts'
import { withoutGone } from '../domain/taskGone.ts'
import { type MspdiPlan, planMspdi } from '../exchange/mspdi/planMspdi.ts'
import { insertBaseline, listBaselines } from '../store/baseline.ts'
import { insertCalendar, insertException, listCalendars } from '../store/calendar.ts'
import type { WriteDb } from '../store/change.ts'
import { asStep } from '../store/scheduleStep.ts'
import { externalIds, insertTask, removeTask, updateTask } from '../store/task.ts'
import { insertLink, removeLink, updateLink } from '../store/taskLink.ts'
import type { CommandHandler } from './handler.ts'
import { openPlan, withTasks } from './planning.ts'
import { writtenSchedule } from './scheduleFile.ts'
import { dropSource, holdSource, scheduleSource } from './scheduleSource.ts'

/**
 * The file's tasks with the file's dates: those that the project knows from such a file are changed, the others come
 * behind its own; one step that can be undone.
 */
export const importMspdi: CommandHandler<'importMspdi'> = (db, input, { newId, at }) => {
  const { projectId, dryRun } = input
  const before = openPlan(db, projectId)
  const source = scheduleSource(input, newId)
  const calendars = listCalendars(db, projectId)

  const plan = planMspdi(source.read.project, {
    projectId,
    tasks: before.tasks,
    byExternalId: externalIds(db, projectId),
    links: before.links,
    calendars,
    written: writtenSchedule(db, before, projectId),
    newId,
  })
  const gone = withoutGone(before.tasks, plan.missing)
  const removed = input.removesMissing ? gone : []
  const removedIds = new Set(removed.map(({ id }) => id))
  const tasks = withTasks(before.tasks, [...plan.fresh.map(({ task }) => task), ...plan.changed])
  // A loop of links is told by its names before anything is written.
  scheduleOf({ ...before, tasks: tasks.filter(({ id }) => !removedIds.has(id)), links: plan.links.all })

  if (dryRun) {
    db.writeNothing()
    holdSource(source)
  } else {
    writePlan(db, plan, { projectId, stepId: newId(), removed, at, source: source.name })
    dropSource(source.id)
  }
  const count = (what: 'new' | 'changed') => plan.changes.filter((change) => change.what === what).length
  return {
    isDryRun: dryRun,
    previewId: dryRun ? source.id : null,
    source: source.name,
    name: source.read.project.name,
    isUpdate: plan.isUpdate,
    taskCount: source.read.project.tasks.length,
    newCount: count('new'),
    changedCount: count('changed'),
    sameCount: plan.sameCount,
    missingCount: plan.missing.length,
    removableCount: gone.length,
    changes: plan.changes.slice(0, 500).map((change) => ({ ...change, fields: [...change.fields] })),
    linkCount: plan.links.added.length + plan.links.changed.length + plan.links.removed.length,
    calendarCount: plan.calendars.length,
    baselineCount: plan.baselines.length,
    notTaken: [...source.read.notTaken, ...plan.notTaken],
  }
}

interface Writing {
  readonly projectId: string
  readonly stepId: string
  readonly removed: readonly Task[]
  readonly at: string
  readonly source: string
}

function writePlan(db: WriteDb, plan: MspdiPlan, { projectId, stepId, removed, at, source }: Writing) {
  const { fresh, changed, links, calendars, baselines } = plan
  const isNothing = [
    fresh,
    changed,
    links.added,
    links.changed,
    links.removed,
    calendars,
    baselines,
    removed,
  ].every((list) => list.length === 0)
  if (isNothing) {
    db.writeNothing()
    return
  }
  const reason = `“${source}”中已无`
  const calendarNames = listCalendars(db, projectId).map(({ name }) => name)
  const baselineNames = listBaselines(db, projectId).map(({ name }) => name)
  asStep(db, { id: stepId, projectId }, () => {
    for (const { calendar, exceptions } of calendars) {
      insertCalendar(db, { ...calendar, name: freeName(calendar.name, calendarNames) })
      for (const exception of exceptions) insertException(db, exception)
    }
    const cut = new Set(removed.map(({ id }) => id))
    const linksCut = links.all.filter(
      ({ id, predecessorId, successorId }) =>
        (cut.has(predecessorId) || cut.has(successorId)) && !links.added.some((link) => link.id === id),
    )
    for (const link of [...links.removed, ...linksCut]) removeLink(db, link.id, reason)
    for (const { task, externalId } of fresh) insertTask(db, task, externalId)
    for (const task of changed) updateTask(db, task, null)
    for (const link of links.changed) updateLink(db, link, null)
    for (const link of links.added) insertLink(db, link)
    for (const task of removed) removeTask(db, task.id, at, reason)
    for (const { number, items } of baselines) {
      const id = items[0]?.baselineId ?? stepId
      const name = freeName(`导入基线 ${String(number)}`, baselineNames)
      insertBaseline(db, { ...planBaseline(projectId), id, name, isDerived: false }, items)
    }
  })
}

function freeName(name: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? name : `${name}（${String(count)}）`
    if (!taken.includes(tried)) return tried
  }
}
