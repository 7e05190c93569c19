import type { BaselineItem } from '../../domain/baseline.ts'
import type { Calendar, CalendarException } from '../../domain/calendar.ts'
import { indexOfDay } from '../../domain/dayIndex.ts'
import type { Task } from '../../domain/task.ts'
import type { TaskLink } from '../../domain/taskLink.ts'
import { inFileOrder } from '../../domain/taskOrder.ts'
import { fromMspdi, type LostHere } from './fromMspdi.ts'
import { externalIdOf, type KnownTasks, matchMspdi } from './matchMspdi.ts'
import { type ChangedField, isReportedOtherwise, mergedTask } from './mergeMspdi.ts'
import type { MspdiCalendar, MspdiProject } from './mspdi.ts'

/** The schedule into which a file comes. */
export interface ScheduleNow extends KnownTasks {
  readonly projectId: string
  readonly links: readonly TaskLink[]
  readonly calendars: readonly Calendar[]
  /** As it would be written now, its tasks in the order of the tree. */
  readonly written: MspdiProject
  readonly newId: () => string
}

/** What a file comes to: the tasks that are new, changed, as they were, and those that it no longer has. */
export interface MspdiPlan {
  readonly isUpdate: boolean
  readonly changes: readonly {
    readonly taskId: string
    readonly name: string
    readonly what: 'new' | 'changed' | 'missing'
    readonly fields: readonly ChangedField[]
  }[]
  readonly sameCount: number
  readonly fresh: readonly { readonly task: Task; readonly externalId: string }[]
  readonly changed: readonly Task[]
  readonly missing: readonly Task[]
  readonly links: {
    readonly all: readonly TaskLink[]
    readonly added: readonly TaskLink[]
    readonly changed: readonly TaskLink[]
    readonly removed: readonly TaskLink[]
  }
  readonly calendars: readonly {
    readonly calendar: Calendar
    readonly exceptions: readonly CalendarException[]
  }[]
  readonly baselines: readonly { readonly number: number; readonly items: readonly BaselineItem[] }[]
  readonly notTaken: readonly { readonly what: LostHere; readonly count: number }[]
}

/** @throws RuleBroken taskParentReported */
export function planMspdi(file: MspdiProject, now: ScheduleNow): MspdiPlan {
  const matches = matchMspdi(file.tasks, now)
  const isUpdate = matches.size > 0
  const idOf = new Map(file.tasks.map(({ uid }) => [uid, matches.get(uid)?.id ?? now.newId()]))
  const ownCalendar = now.calendars.some((one) => one.projectId === now.projectId && one.isDefault)
  const found = fromMspdi(file, {
    projectId: now.projectId,
    newId: now.newId,
    idOf,
    takesCalendar: !isUpdate && !ownCalendar,
  })
  const calendars = calendarsTaken(file, found.calendars, now, isUpdate)
  const importedById = new Map(found.tasks.map((task) => [task.id, calendars.placed(task)]))
  const writtenById = new Map(now.written.tasks.map((task) => [task.ownId ?? '', task]))
  const inFile = new Set(idOf.values())
  const keepsBelow = new Set(
    now.tasks.flatMap(({ id, parentId }) => (inFile.has(id) ? [] : [parentId ?? ''])),
  )
  let reportedOtherwise = 0

  const fields = new Map<string, readonly ChangedField[]>()
  const tasks = file.tasks.flatMap((own): Task[] => {
    const known = matches.get(own.uid)
    const imported = importedById.get(idOf.get(own.uid) ?? '')
    if (imported === undefined) return []
    const written = known === undefined ? undefined : writtenById.get(known.id)
    if (known === undefined || written === undefined) return [imported]
    if (isReportedOtherwise({ known, written, file: own })) reportedOtherwise += 1
    const merged = mergedTask({
      known,
      written,
      file: own,
      imported,
      keepsBelow: keepsBelow.has(known.id),
      isOtherCalendar: calendars.nameOf(imported.calendarId) !== calendars.nameOf(known.calendarId),
    })
    fields.set(known.id, merged.fields)
    return [merged.task]
  })
  const links = linkChange(now.links, found.links, inFile)
  const relinked = new Set(
    [...links.added, ...links.changed, ...links.removed].map(({ successorId }) => successorId),
  )
  const known = new Map(now.tasks.map((task) => [task.id, task]))
  const placed = inFileOrder(now.tasks, tasks)
  const changes = tasks.flatMap((task): MspdiPlan['changes'][number][] => {
    const { id: taskId, name } = task
    if (!known.has(taskId)) return [{ taskId, name, what: 'new', fields: [] }]
    const own = [...(fields.get(taskId) ?? []), ...(relinked.has(taskId) ? ['links' as const] : [])]
    return own.length === 0 ? [] : [{ taskId, name, what: 'changed', fields: own }]
  })
  const missing = missingTasks(file, now, inFile)
  const externalId = new Map(file.tasks.map((task) => [idOf.get(task.uid) ?? '', externalIdOf(task)]))
  return {
    isUpdate,
    changes: [...changes, ...missing.map(({ id, name }) => gone(id, name))],
    sameCount: tasks.length - changes.length,
    fresh: placed.flatMap((task) =>
      known.has(task.id) ? [] : [{ task, externalId: externalId.get(task.id) ?? '' }],
    ),
    changed: placed.filter(
      (task) => known.has(task.id) && JSON.stringify(known.get(task.id)) !== JSON.stringify(task),
    ),
    missing,
    links,
    calendars: calendars.fresh,
    baselines: found.baselines.filter(({ items }) => !isKnownBaseline(items, now.written)),
    notTaken: [
      ...found.notTaken,
      ...(reportedOtherwise > 0 ? [{ what: 'reportedProgress' as const, count: reportedOtherwise }] : []),
      ...(calendars.isLeft ? [{ what: 'calendar' as const, count: 1 }] : []),
    ],
  }
}

function gone(taskId: string, name: string): MspdiPlan['changes'][number] {
  return { taskId, name, what: 'missing', fields: [] }
}

/** Tasks that came from such a file and are no longer in it; of a file of our own: all that it does not have. */
function missingTasks(file: MspdiProject, now: ScheduleNow, inFile: ReadonlySet<string>): Task[] {
  const fromFiles = new Set(now.byExternalId.values())
  const ids = new Set(now.tasks.map(({ id }) => id))
  const isOwn = file.tasks.some(({ ownId }) => ownId !== null && ids.has(ownId))
  const isAgain = now.tasks.some(({ id }) => inFile.has(id))
  return now.tasks.filter(({ id }) => isAgain && !inFile.has(id) && (isOwn || fromFiles.has(id)))
}

/** Links between tasks of the file are as the file has them; those to other tasks stay. */
function linkChange(before: readonly TaskLink[], imported: readonly TaskLink[], inFile: ReadonlySet<string>) {
  const key = ({ predecessorId, successorId }: TaskLink) => `${predecessorId} ${successorId}`
  const known = new Map(before.map((link) => [key(link), link]))
  const wanted = imported.map((link) => ({ ...link, id: known.get(key(link))?.id ?? link.id }))
  const named = new Set(wanted.map(key))
  const isInFile = (link: TaskLink) => inFile.has(link.predecessorId) && inFile.has(link.successorId)
  const removed = before.filter((link) => isInFile(link) && !named.has(key(link)))
  return {
    all: [...before.filter((link) => !named.has(key(link)) && !removed.includes(link)), ...wanted],
    added: wanted.filter((link) => !known.has(key(link))),
    changed: wanted.filter((link) => {
      const was = known.get(key(link))
      return was !== undefined && (was.kind !== link.kind || was.lagDays !== link.lagDays)
    }),
    removed,
  }
}

/** On an update the project's calendar stays as it is; others are known by their names. */
function calendarsTaken(
  file: MspdiProject,
  imported: MspdiPlan['calendars'],
  now: ScheduleNow,
  isUpdate: boolean,
) {
  const byName = new Map(now.calendars.map((calendar) => [calendar.name, calendar]))
  const defaultAt = file.calendars.findIndex(({ uid }) => uid === file.calendarUid)
  const known = new Map(
    imported.flatMap(({ calendar }) => {
      const same = isUpdate ? byName.get(calendar.name) : undefined
      return same === undefined ? [] : [[calendar.id, same.id] as const]
    }),
  )
  const fresh = imported.filter(
    ({ calendar }, at) => !known.has(calendar.id) && !(isUpdate && at === defaultAt),
  )
  const names = new Map(
    [...now.calendars, ...fresh.map(({ calendar }) => calendar)].map(({ id, name }) => [id, name]),
  )
  const [own] = now.written.calendars
  const theirs = file.calendars[defaultAt]
  return {
    fresh,
    nameOf: (id: string | null) => (id === null ? null : (names.get(id) ?? null)),
    placed: (task: Task): Task => ({
      ...task,
      calendarId: task.calendarId === null ? null : (known.get(task.calendarId) ?? task.calendarId),
    }),
    isLeft: isUpdate && own !== undefined && theirs !== undefined && !isSameCalendar(own, theirs),
  }
}

/** Whether the same days of ours are days of work. */
function isSameCalendar(own: MspdiCalendar, other: MspdiCalendar): boolean {
  const days = own.exceptions.flatMap(({ from, to }) => [indexOfDay(from), indexOfDay(to)])
  if (days.length === 0) return own.workWeek.join() === other.workWeek.join()
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const [one, two] = [workdays(own, first, last), workdays(other, first, last)]
  return one.every((works, at) => works === two[at])
}

function workdays({ workWeek, exceptions }: MspdiCalendar, first: number, last: number): boolean[] {
  const days = Array.from({ length: last - first + 1 }, (_, at) => workWeek[(first + at) % 7] === true)
  for (const { from, to, isWork } of exceptions)
    for (let day = Math.max(first, indexOfDay(from)); day <= Math.min(last, indexOfDay(to)); day += 1)
      days[day - first] = isWork
  return days
}

function isKnownBaseline(items: readonly BaselineItem[], written: MspdiProject): boolean {
  const sign = (taskId: string | null, start: string | null, finish: string | null, costFen: number | null) =>
    `${taskId ?? ''} ${start ?? ''} ${finish ?? ''} ${String(costFen)}`
  const wanted = items
    .map((item) =>
      sign(item.taskId, item.plannedStart ?? item.plannedFinish, item.plannedFinish, item.costFen),
    )
    .toSorted()
    .join('\n')
  const numbers = new Set(written.tasks.flatMap((task) => task.baselines.map(({ number }) => number)))
  return [...numbers].some((number) => {
    const kept = written.tasks.flatMap((task) =>
      task.baselines
        .filter((baseline) => baseline.number === number)
        .map(({ start, finish, costFen }) => sign(task.ownId, start, finish, costFen)),
    )
    return kept.toSorted().join('\n') === wanted
  })
}
