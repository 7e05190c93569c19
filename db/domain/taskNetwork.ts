import type { ProjectCalendars } from './calendar.ts'
import type { Day } from './day.ts'
import { indexOfDay } from './dayIndex.ts'
import { type Network, type NetworkLinks, none } from './network.ts'
import type { Task } from './task.ts'
import { linkKinds, type TaskLink } from './taskLink.ts'
import { taskStart } from './taskStart.ts'
import { everyDay, type WorkIndex } from './workIndex.ts'

export interface ScheduleQuestion {
  readonly tasks: readonly Task[]
  readonly links: readonly TaskLink[]
  readonly calendars: ProjectCalendars
  /** What is left to do moves to this day or later; null: the plan as it stands. */
  readonly dataDate: Day | null
  /** Where a task starts that has neither a date nor a predecessor; null: with the earliest of the others. */
  readonly projectStart: Day | null
}

/** The tasks that take part, in the order of their numbers in the network, and the network. */
export interface TaskNetwork {
  readonly network: Network
  readonly tasks: readonly Task[]
  readonly links: readonly TaskLink[]
  /** By number: its own dates are coarser than a day and take part by their last possible day. */
  readonly isCoarse: readonly boolean[]
  /** By number: nobody gave a duration; one day is reckoned with. */
  readonly isDurationUnknown: readonly boolean[]
  /** What has no date and waits for nothing cannot be placed. */
  readonly undated: readonly Task[]
}

/** Summaries and what is cancelled take no part, nor do links to them. */
export function taskNetwork(question: ScheduleQuestion): TaskNetwork {
  const able = question.tasks.filter(({ kind, status }) => kind !== 'summary' && status !== 'cancelled')
  const isAble = new Set(able.map(({ id }) => id))
  const live = question.links.filter((link) => isAble.has(link.predecessorId) && isAble.has(link.successorId))
  const placed = placeable(able, live, question)
  const tasks = able.filter(({ id }) => placed.has(id))
  const links = live.filter((link) => placed.has(link.predecessorId) && placed.has(link.successorId))
  const waiting = new Set(links.map(({ successorId }) => successorId))
  const every = everyDayIndex()
  const calendars = [question.calendars.own, every]
  const calendarAt = (task: Task): number => {
    const index = task.durationUnit === 'calendarDay' ? every : question.calendars.of(task.calendarId)
    const known = calendars.indexOf(index)
    return known >= 0 ? known : calendars.push(index) - 1
  }
  const count = tasks.length
  const network = {
    count,
    duration: new Int32Array(count),
    calendarOf: new Int32Array(count),
    calendars,
    fixedStart: new Int32Array(count),
    fixedFinish: new Int32Array(count),
    startFrom: new Int32Array(count),
    finishFrom: new Int32Array(count),
    startBy: new Int32Array(count),
    finishBy: new Int32Array(count),
    links: numberedLinks(tasks, links),
    lagCalendar: question.calendars.own,
  }
  const isCoarse: boolean[] = []
  const isDurationUnknown: boolean[] = []
  const dataPoint = question.dataDate === null ? null : indexOfDay(question.dataDate)
  const fallback = question.projectStart === null ? null : indexOfDay(question.projectStart)
  for (const [number, task] of tasks.entries()) {
    const calendarNumber = calendarAt(task)
    const index = calendars[calendarNumber] ?? question.calendars.own
    const given = taskStart(task, index, { isWaiting: waiting.has(task.id), dataPoint, fallback })
    network.calendarOf[number] = calendarNumber
    network.duration[number] = given.duration
    network.fixedStart[number] = given.fixedStart ?? none
    network.fixedFinish[number] = given.fixedFinish ?? none
    network.startFrom[number] = given.startFrom
    network.finishFrom[number] = given.finishFrom
    network.startBy[number] = given.startBy ?? none
    network.finishBy[number] = given.finishBy ?? none
    isCoarse.push(given.isCoarse)
    isDurationUnknown.push(given.isDurationUnknown)
  }
  const undated = able.filter(({ id }) => !placed.has(id))
  return { network, tasks, links, isCoarse, isDurationUnknown, undated }
}

let knownEveryDay: WorkIndex | null = null

function everyDayIndex() {
  knownEveryDay ??= everyDay()
  return knownEveryDay
}

/** What has a date of its own, or waits for something that has; a duration is enough where the project has a start. */
function placeable(
  tasks: readonly Task[],
  links: readonly TaskLink[],
  { projectStart, dataDate }: ScheduleQuestion,
): ReadonlySet<string> {
  const onward = Map.groupBy(links, ({ predecessorId }) => predecessorId)
  const hasStart = projectStart !== null || dataDate !== null
  const placed = new Set(
    tasks
      .filter((task) => hasDate(task) || (hasStart && task.kind === 'task' && task.durationDays !== null))
      .map(({ id }) => id),
  )
  const open = [...placed]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { successorId } of onward.get(id) ?? []) {
      if (placed.has(successorId)) continue
      placed.add(successorId)
      open.push(successorId)
    }
  }
  return placed
}

function hasDate(task: Task) {
  return [
    task.plannedStart,
    task.plannedFinish,
    task.due,
    task.forecast,
    task.actualStart,
    task.actual,
    task.constraintOn,
  ].some((date) => date !== null)
}

function numberedLinks(tasks: readonly Task[], links: readonly TaskLink[]): NetworkLinks {
  const numberOf = new Map(tasks.map(({ id }, number) => [id, number]))
  return {
    count: links.length,
    predecessor: Int32Array.from(links, ({ predecessorId }) => numberOf.get(predecessorId) ?? 0),
    successor: Int32Array.from(links, ({ successorId }) => numberOf.get(successorId) ?? 0),
    kind: Int32Array.from(links, ({ kind }) => linkKinds.indexOf(kind)),
    lag: Int32Array.from(links, ({ lagDays }) => lagDays),
  }
}
