import { z } from 'zod'
import { reckon } from './criticalPath.ts'
import { type Day, day, daysBetween } from './day.ts'
import { dayOfIndex } from './dayIndex.ts'
import { at, none } from './network.ts'
import { spanOf } from './planDate.ts'
import { RuleBroken } from './ruleBroken.ts'
import type { Task } from './task.ts'
import { type ScheduleQuestion, type TaskNetwork, taskNetwork } from './taskNetwork.ts'

type Reckoning = Exclude<ReturnType<typeof reckon>, { readonly loop: unknown }>

/** Where the critical path method puts one task. Days are null where nothing places it. */
export const taskSchedule = z.object({
  taskId: z.string(),
  earlyStart: day.nullable(),
  earlyFinish: day.nullable(),
  lateStart: day.nullable(),
  lateFinish: day.nullable(),
  /** Workdays (calendar days of a task counted in those) that it can slip without moving the finish, a constraint kept. */
  totalFloatDays: z.int().nullable(),
  /** … without moving any other task. */
  freeFloatDays: z.int().nullable(),
  critical: z.boolean(),
  isDone: z.boolean(),
  /** A date coarser than a day took part by its last possible day, here or in what this task waits for. */
  isCoarse: z.boolean(),
  isDurationUnknown: z.boolean(),
  /** It starts or finishes after the day that its constraint names. */
  isConstraintBroken: z.boolean(),
  /** Days behind its target (期限), where that names a day; null where it is in time or has none. */
  deadlineMissedDays: z.int().nullable(),
  /** The task whose link holds it where it is; null where its own dates do. */
  heldById: z.string().nullable(),
})
export type TaskSchedule = z.infer<typeof taskSchedule>

export interface ScheduleAnswer {
  readonly items: readonly TaskSchedule[]
  readonly start: Day | null
  readonly finish: Day | null
}

/** @throws RuleBroken linkLoop with the tasks' names in their order, scheduleTooLong */
export function scheduleOf(question: ScheduleQuestion): ScheduleAnswer {
  const placed = taskNetwork(question)
  const answer = reckon(placed.network)
  if ('loop' in answer) {
    const loop = answer.loop.map((number) => placed.tasks[number]?.name ?? '').join(' → ')
    throw new RuleBroken('linkLoop', ['projectId'], { loop })
  }
  const isCoarse = coarseAlong(placed, answer)
  const items = placed.tasks.map((task, number) => itemOf(placed, answer, isCoarse, task, number))
  const starts = items.flatMap(({ earlyStart }) => earlyStart ?? [])
  return {
    items: [...items, ...placed.undated.map(undatedItem)],
    start: starts.length === 0 ? null : starts.reduce((first, start) => (start < first ? start : first)),
    finish: answer.finish === 0 ? null : dayOfIndex(answer.finish - 1),
  }
}

function itemOf(
  { network, isDurationUnknown, links }: TaskNetwork,
  answer: Reckoning,
  isCoarse: Uint8Array,
  task: Task,
  number: number,
): TaskSchedule {
  const isDone = at(network.fixedFinish, number) !== none
  const isPoint = task.kind === 'milestone'
  const link = links[at(answer.heldBy, number)]
  const earlyStart = at(answer.earlyStart, number)
  const earlyFinish = at(answer.earlyFinish, number)
  const startBy = at(network.startBy, number)
  const finishBy = at(network.finishBy, number)
  const finishDay = dayOfIndex(earlyFinish - 1)
  const totalFloatDays = at(answer.totalFloat, number)
  return {
    taskId: task.id,
    earlyStart: dayOfIndex(earlyStart - (isPoint ? 1 : 0)),
    earlyFinish: finishDay,
    lateStart: dayOfIndex(isPoint ? latePoint(network, answer, number) - 1 : at(answer.lateStart, number)),
    lateFinish: dayOfIndex(
      (isPoint ? latePoint(network, answer, number) : at(answer.lateFinish, number)) - 1,
    ),
    totalFloatDays,
    freeFloatDays: at(answer.freeFloat, number),
    critical: !isDone && totalFloatDays <= 0,
    isDone,
    isCoarse: isCoarse[number] === 1,
    isDurationUnknown: isDurationUnknown[number] === true,
    isConstraintBroken:
      !isDone &&
      ((startBy !== none && earlyStart > startBy) || (finishBy !== none && earlyFinish > finishBy)),
    deadlineMissedDays: missedDays(task, finishDay),
    heldById: link?.predecessorId ?? null,
  }
}

/** A late point among days of rest is told as the end of the workday before them. */
function latePoint(network: TaskNetwork['network'], answer: Reckoning, number: number): number {
  const late = at(answer.lateFinish, number)
  const early = at(answer.earlyFinish, number)
  const calendar = network.calendars[at(network.calendarOf, number)] ?? network.lagCalendar
  const workdays = at(calendar.before, late)
  if (workdays === at(calendar.before, early)) return early
  return workdays === 0 ? late : at(calendar.dayOf, workdays - 1) + 1
}

function missedDays(task: Task, finish: Day): number | null {
  if (task.due === null) return null
  const { last, precision } = spanOf(task.due)
  return precision === 'day' && finish > last ? daysBetween(last, finish) : null
}

/** Marks what was placed by a coarse date, along the links that hold. */
function coarseAlong({ isCoarse, network }: TaskNetwork, { order, heldBy }: Reckoning): Uint8Array {
  const marks = Uint8Array.from(isCoarse, (coarse) => (coarse ? 1 : 0))
  for (const number of order) {
    const link = at(heldBy, number)
    if (link !== none && marks[at(network.links.predecessor, link)] === 1) marks[number] = 1
  }
  return marks
}

function undatedItem(task: Task): TaskSchedule {
  return {
    taskId: task.id,
    earlyStart: null,
    earlyFinish: null,
    lateStart: null,
    lateFinish: null,
    totalFloatDays: null,
    freeFloatDays: null,
    critical: false,
    isDone: false,
    isCoarse: false,
    isDurationUnknown: task.kind === 'task' && task.durationDays === null,
    isConstraintBroken: false,
    deadlineMissedDays: null,
    heldById: null,
  }
}
