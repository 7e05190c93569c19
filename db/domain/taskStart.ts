import { indexOfDay } from './dayIndex.ts'
import { at } from './network.ts'
import { type PlanDate, spanOf } from './planDate.ts'
import type { Task } from './task.ts'
import type { WorkIndex } from './workIndex.ts'

/** What a task brings into the network of itself; points as in network.ts. */
interface Given {
  readonly duration: number
  readonly fixedStart: number | null
  readonly fixedFinish: number | null
  readonly startFrom: number
  readonly finishFrom: number
  readonly startBy: number | null
  readonly finishBy: number | null
  readonly isCoarse: boolean
  readonly isDurationUnknown: boolean
}

interface Surroundings {
  /** A link holds it: its planned dates do not. */
  readonly isWaiting: boolean
  readonly dataPoint: number | null
  readonly fallback: number | null
}

export function taskStart(task: Task, calendar: WorkIndex, around: Surroundings): Given {
  const own = durationOf(task, calendar)
  if (task.status === 'done') return doneTask(task, calendar, own)
  const begun = beganOn(task, around)
  return begun === null ? openTask(task, own, around) : begunTask(task, calendar, own, around, begun)
}

interface Duration {
  readonly days: number
  readonly isUnknown: boolean
}

/** As given; else what its planned dates span; else one day. A milestone has none. */
function durationOf(task: Task, { before }: WorkIndex): Duration {
  if (task.kind === 'milestone') return { days: 0, isUnknown: false }
  if (task.durationDays !== null) return { days: task.durationDays, isUnknown: false }
  if (task.plannedStart === null || task.plannedFinish === null) return { days: 1, isUnknown: true }
  const span = at(before, lastPoint(task.plannedFinish)) - at(before, lastPoint(task.plannedStart) - 1)
  return { days: Math.max(1, span), isUnknown: false }
}

const unbound = { startFrom: 0, finishFrom: 0, startBy: null, finishBy: null }

/** What is done is fixed; where its beginning is not known it lies its duration before its end. */
function doneTask(task: Task, { before, dayOf }: WorkIndex, own: Duration): Given {
  const end = task.actual ?? task.plannedFinish ?? task.due ?? task.actualStart
  const fixedFinish = end === null ? 1 : lastPoint(end)
  const reckoned = at(dayOf, Math.max(0, at(before, fixedFinish) - own.days))
  const start = task.actualStart ?? task.plannedStart
  const known = start === null ? reckoned : Math.min(lastPoint(start) - 1, fixedFinish - 1)
  const fixedStart = own.days === 0 ? fixedFinish : known
  const isCoarse = end !== null && spanOf(end).precision !== 'day'
  return { duration: 0, fixedStart, fixedFinish, ...unbound, isCoarse, isDurationUnknown: false }
}

/** The point at which a task under way began; null where it has not, or nobody knows when. */
function beganOn(task: Task, { dataPoint }: Surroundings): number | null {
  if (task.kind === 'milestone') return null
  if (task.actualStart !== null) return lastPoint(task.actualStart) - 1
  if (task.status !== 'inProgress' || task.plannedStart === null) return null
  const planned = lastPoint(task.plannedStart) - 1
  return dataPoint !== null && planned > dataPoint ? null : planned
}

/** What is left of a task under way moves to the data date or later; its beginning stays. */
function begunTask(
  task: Task,
  calendar: WorkIndex,
  own: Duration,
  { dataPoint }: Surroundings,
  fixedStart: number,
): Given {
  const { before, dayOf } = calendar
  const first = at(before, fixedStart)
  const resume = dataPoint === null ? fixedStart : Math.max(dataPoint, fixedStart)
  const elapsed = at(before, resume) - first
  const duration = daysLeft(task, calendar, own, {
    resume,
    elapsed,
    isStatus: dataPoint !== null,
  })
  // Without a data date the work goes on where the progress says that it stands.
  const startFrom = dataPoint === null ? at(dayOf, first + Math.max(0, own.days - duration)) : resume
  return {
    duration,
    fixedStart,
    fixedFinish: null,
    ...boundsOf(task, own.days),
    startFrom,
    finishFrom: 0,
    isCoarse: task.actualStart !== null && spanOf(task.actualStart).precision !== 'day',
    isDurationUnknown: own.isUnknown,
  }
}

/** As of a data date what the newest forecast says; else what the progress leaves of the duration; else what the days gone leave of it. */
function daysLeft(
  task: Task,
  { before }: WorkIndex,
  own: Duration,
  now: { readonly resume: number; readonly elapsed: number; readonly isStatus: boolean },
) {
  if (task.forecast !== null && now.isStatus)
    return Math.max(1, at(before, lastPoint(task.forecast)) - at(before, now.resume))
  if (task.progressPct !== null) return Math.max(1, Math.ceil(own.days * (1 - task.progressPct / 100) - 1e-9))
  return Math.max(1, own.days - now.elapsed)
}

/**
 * What has not begun: from its constraint; else, where no link holds it, from its planned date. As of a data date a
 * forecast holds its finish, and nothing begins before that day.
 */
function openTask(task: Task, own: Duration, around: Surroundings): Given {
  const isPoint = own.days === 0
  const bounds = boundsOf(task, own.days)
  const isFree = !around.isWaiting && bounds.startFrom === 0 && bounds.finishFrom === 0
  const anchor = isFree ? anchorOf(task, isPoint, around) : { startFrom: 0, finishFrom: 0, date: null }
  const forecast = task.forecast === null || around.dataPoint === null ? 0 : lastPoint(task.forecast)
  const isForecast = forecast > 0 && (isPoint || anchor.date === null)
  const fromData = around.dataPoint === null ? 0 : around.dataPoint + (isPoint ? 1 : 0)
  const date = isForecast ? task.forecast : anchor.date
  return {
    ...bounds,
    duration: own.days,
    fixedStart: null,
    fixedFinish: null,
    startFrom: Math.max(bounds.startFrom, isPoint && forecast > 0 ? 0 : anchor.startFrom, fromData),
    finishFrom: Math.max(bounds.finishFrom, isPoint && forecast > 0 ? 0 : anchor.finishFrom, forecast),
    isCoarse: date !== null && spanOf(date).precision !== 'day',
    isDurationUnknown: own.isUnknown,
  }
}

function anchorOf(task: Task, isPoint: boolean, { fallback }: Surroundings) {
  const end = task.plannedFinish ?? task.due
  if (isPoint) return { startFrom: 0, finishFrom: end === null ? 0 : lastPoint(end), date: end }
  if (task.plannedStart !== null)
    return { startFrom: lastPoint(task.plannedStart) - 1, finishFrom: 0, date: task.plannedStart }
  if (end !== null) return { startFrom: 0, finishFrom: lastPoint(end), date: end }
  return { startFrom: fallback ?? 0, finishFrom: 0, date: null }
}

/** A milestone's constraint is on its day, whose end it is; a task's on the first or the last of its days. */
function boundsOf(task: Task, days: number) {
  const bounds: { startFrom: number; finishFrom: number; startBy: number | null; finishBy: number | null } = {
    ...unbound,
  }
  if (task.constraintKind === null || task.constraintOn === null) return bounds
  const end = indexOfDay(task.constraintOn) + 1
  const start = days === 0 ? end : end - 1
  switch (task.constraintKind) {
    case 'startNoEarlier':
      return { ...bounds, startFrom: start }
    case 'startNoLater':
      return { ...bounds, startBy: start }
    case 'finishNoEarlier':
      return { ...bounds, finishFrom: end }
    case 'finishNoLater':
      return { ...bounds, finishBy: end }
    case 'mustStart':
      return { ...bounds, startFrom: start, startBy: start }
    case 'mustFinish':
      return { ...bounds, finishFrom: end, finishBy: end }
  }
}

/** The end of the last possible day of a date. */
function lastPoint(date: PlanDate): number {
  return indexOfDay(spanOf(date).last) + 1
}
