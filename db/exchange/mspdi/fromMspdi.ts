import type { BaselineItem } from '../../domain/baseline.ts'
import type { Calendar, CalendarException } from '../../domain/calendar.ts'
import { newMilestone } from '../../domain/milestone.ts'
import { planDateSpan } from '../../domain/planDate.ts'
import { type Task, taskOf } from '../../domain/task.ts'
import type { TaskLink } from '../../domain/taskLink.ts'
import type { MspdiCalendar, MspdiConstraint, MspdiProject, MspdiTask } from './mspdi.ts'

export interface ImportedSchedule {
  readonly tasks: readonly Task[]
  readonly links: readonly TaskLink[]
  readonly calendars: readonly {
    readonly calendar: Calendar
    readonly exceptions: readonly CalendarException[]
  }[]
  readonly baselines: readonly { readonly number: number; readonly items: readonly BaselineItem[] }[]
  /** What the file holds and our schedule has no place for. */
  readonly notTaken: readonly { readonly what: LostHere; readonly count: number }[]
}

export type LostHere =
  | 'asLateAsPossible'
  | 'elapsedLag'
  | 'partDayLag'
  | 'summaryLink'
  | 'unknownLink'
  | 'cost'
  | 'reportedProgress'
  | 'calendar'

interface Place {
  readonly projectId: string
  readonly newId: () => string
  /** The project's tasks that the file's are, by their numbers there. */
  readonly idOf: ReadonlyMap<number, string>
  /** Whether the file's calendar becomes the project's own. */
  readonly takesCalendar: boolean
}

/** The tasks with the dates that the file gives them; nothing is reckoned anew. */
export function fromMspdi(file: MspdiProject, place: Place): ImportedSchedule {
  const lost = new Map<LostHere, number>()
  const lose = (what: LostHere) => lost.set(what, (lost.get(what) ?? 0) + 1)
  const { idOf } = place
  const calendars = file.calendars.map((calendar) => calendarOf(calendar, file, place))
  const calendarId = new Map(
    file.calendars.map(({ uid }, index) => [uid, calendars[index]?.calendar.id ?? null]),
  )
  const parents = parentUids(file.tasks)
  const isParent = new Set(parents.values())
  const tasks = file.tasks.map((task) => {
    const parentUid = parents.get(task.uid)
    if (task.constraint?.type === 'ALAP') lose('asLateAsPossible')
    return importedTask(task, {
      place,
      minutesPerDay: file.minutesPerDay,
      id: idOf.get(task.uid) ?? '',
      parentId: parentUid === undefined ? null : (idOf.get(parentUid) ?? null),
      isSummary: isParent.has(task.uid),
      calendarId:
        task.calendarUid === file.calendarUid ? null : (calendarId.get(task.calendarUid ?? -1) ?? null),
    })
  })
  return {
    tasks,
    links: linksOf(file, idOf, isParent, place, lose),
    calendars,
    baselines: baselinesOf(file, idOf, place.newId),
    notTaken: [...lost].map(([what, count]) => ({ what, count })),
  }
}

/** By outline level: the nearest task above that stands one level higher. */
function parentUids(tasks: readonly MspdiTask[]): Map<number, number> {
  const parents = new Map<number, number>()
  const open: MspdiTask[] = []
  for (const task of tasks) {
    // A level of 0 or less is a slip: nothing stands above such a task.
    while (open.length > 0 && (open.at(-1)?.outlineLevel ?? 0) >= task.outlineLevel) open.pop()
    const parent = open.at(-1)
    if (parent !== undefined) parents.set(task.uid, parent.uid)
    open.push(task)
  }
  return parents
}

const constraints: Readonly<Record<MspdiConstraint, Task['constraintKind']>> = {
  ASAP: null,
  ALAP: null,
  MSO: 'mustStart',
  MFO: 'mustFinish',
  SNET: 'startNoEarlier',
  SNLT: 'startNoLater',
  FNET: 'finishNoEarlier',
  FNLT: 'finishNoLater',
}

interface Around {
  readonly place: Place
  readonly minutesPerDay: number
  readonly id: string
  readonly parentId: string | null
  readonly isSummary: boolean
  readonly calendarId: string | null
}

function importedTask(task: MspdiTask, around: Around): Task {
  const common = {
    ...namedTask(task, around),
    parentId: around.parentId,
    ...progressOf(task, around.isSummary),
  }
  if (around.isSummary) return { ...common, kind: 'summary' }
  const costFen = task.costFen === 0 ? null : task.costFen
  const dated = { ...common, ...constraintOf(task), costFen, calendarId: around.calendarId }
  const plannedFinish = dateOf(task.finishText, task.finish)
  if (task.isMilestone || task.durationMinutes === 0) return { ...dated, kind: 'milestone', plannedFinish }
  const plannedStart = dateOf(task.startText, task.start)
  return { ...dated, kind: 'task', plannedStart, plannedFinish, ...durationOf(task, around.minutesPerDay) }
}

function namedTask(task: MspdiTask, { place, id }: Around): Task {
  const typed = task.name.trim()
  const name = typed === '' ? '（未命名）' : typed.slice(0, 200)
  const { deadline: due, responsible, note } = task
  return taskOf(newMilestone({ projectId: place.projectId, name, due, responsible, note }, id, 0))
}

function durationOf({ durationMinutes, isElapsed }: MspdiTask, minutesPerDay: number) {
  if (durationMinutes === null) return {}
  const durationDays = Math.max(1, Math.ceil(durationMinutes / (isElapsed ? 1440 : minutesPerDay)))
  return { durationDays, durationUnit: isElapsed ? ('calendarDay' as const) : ('workday' as const) }
}

function constraintOf({
  constraint,
  isHeld,
  links,
}: MspdiTask): Pick<Task, 'constraintKind' | 'constraintOn'> {
  // What no link drives stands by its dates here, without a constraint.
  const isOnlyHeld = isHeld && constraint?.type === 'SNET' && links.length === 0
  const kind = constraint === null || isOnlyHeld ? null : constraints[constraint.type]
  const on = constraint?.on ?? null
  return kind === null || on === null
    ? { constraintKind: null, constraintOn: null }
    : { constraintKind: kind, constraintOn: on }
}

/** A summary's progress is rolled up from below. */
function progressOf(
  task: MspdiTask,
  isSummary: boolean,
): Pick<Task, 'status' | 'progressPct' | 'actual' | 'actualStart'> {
  const nothing = { status: 'notStarted', progressPct: null, actual: null, actualStart: null } as const
  if (isSummary) return nothing
  const { actualStart } = task
  if (task.actualFinish !== null)
    return { status: 'done', progressPct: 100, actual: task.actualFinish, actualStart }
  const hasBegun = actualStart !== null || (task.progressPct ?? 0) > 0
  return hasBegun
    ? { status: 'inProgress', progressPct: task.progressPct, actual: null, actualStart }
    : nothing
}

/** The coarse date, as long as the day beside it is still the one that was written for it. */
function dateOf(text: string | null, day: string | null): string | null {
  const span = text === null ? null : planDateSpan(text)
  return span !== null && (day === null || day === span.last) ? text : day
}

function linksOf(
  file: MspdiProject,
  idOf: ReadonlyMap<number, string>,
  isParent: ReadonlySet<number>,
  { projectId, newId }: Place,
  lose: (what: LostHere) => void,
): TaskLink[] {
  const links = new Map<string, TaskLink>()
  for (const task of file.tasks) {
    for (const link of task.links) {
      const predecessorId = idOf.get(link.predecessorUid)
      const successorId = idOf.get(task.uid)
      if (predecessorId === undefined || successorId === undefined || predecessorId === successorId) {
        lose('unknownLink')
        continue
      }
      if (isParent.has(task.uid) || isParent.has(link.predecessorUid)) {
        lose('summaryLink')
        continue
      }
      const days = link.lagMinutes / file.minutesPerDay
      if (link.isElapsed && link.lagMinutes !== 0) lose('elapsedLag')
      else if (!Number.isInteger(days)) lose('partDayLag')
      const lagDays = link.isElapsed ? 0 : Math.round(days) + 0
      const kept = { id: newId(), projectId, predecessorId, successorId, kind: link.type, lagDays }
      links.set(`${predecessorId} ${successorId}`, kept)
    }
  }
  return [...links.values()]
}

/** A calendar of the file says all its days of rest itself: public holidays are not added to it. */
function calendarOf(calendar: MspdiCalendar, file: MspdiProject, { projectId, newId, takesCalendar }: Place) {
  const id = newId()
  const digits = calendar.workWeek.flatMap((works, index) => (works ? [String(index + 1)] : [])).join('')
  return {
    calendar: {
      id,
      projectId,
      name: calendar.name === '' ? `日历 ${String(calendar.uid)}` : calendar.name.slice(0, 100),
      isDefault: takesCalendar && calendar.uid === file.calendarUid,
      workingWeekdays: digits === '' ? null : digits,
      keepsHolidays: false,
    },
    exceptions: calendar.exceptions.map(({ name, from, to, isWork }) => ({
      id: newId(),
      calendarId: id,
      name: name === null || name.trim() === '' ? (isWork ? '上班' : '休息') : name.trim().slice(0, 100),
      firstOn: from,
      lastOn: to < from ? from : to,
      isWork,
    })),
  }
}

function baselinesOf(file: MspdiProject, idOf: ReadonlyMap<number, string>, newId: () => string) {
  const numbers = [...new Set(file.tasks.flatMap((task) => task.baselines.map(({ number }) => number)))]
  return numbers
    .toSorted((a, b) => a - b)
    .map((number) => {
      const baselineId = newId()
      const items = file.tasks.flatMap((task): BaselineItem[] => {
        const kept = task.baselines.find((baseline) => baseline.number === number)
        const taskId = idOf.get(task.uid)
        if (kept === undefined || taskId === undefined) return []
        return [
          {
            id: newId(),
            baselineId,
            taskId,
            plannedStart: task.isMilestone ? null : kept.start,
            plannedFinish: kept.finish,
            durationDays: null,
            durationUnit: null,
            weight: null,
            progressPct: null,
            costFen: kept.costFen,
            depth: Math.max(0, task.outlineLevel - 1),
          },
        ]
      })
      return { number, items }
    })
}
