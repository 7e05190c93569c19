import type { BaselineItem } from '../../domain/baseline.ts'
import type { Day } from '../../domain/day.ts'
import { dayOfIndex, indexOfDay } from '../../domain/dayIndex.ts'
import { at } from '../../domain/network.ts'
import { type PlanDate, spanOf } from '../../domain/planDate.ts'
import type { TaskLink } from '../../domain/taskLink.ts'
import type { TreeTask } from '../../domain/taskTree.ts'
import type { WorkIndex } from '../../domain/workIndex.ts'
import type { MspdiCalendar, MspdiConstraint, MspdiProject, MspdiTask } from './mspdi.ts'

export interface ExportedSchedule {
  readonly name: string
  /** In the order of the tree. */
  readonly tasks: readonly TreeTask[]
  readonly links: readonly TaskLink[]
  /** The project's own first, then those that tasks choose. */
  readonly calendars: readonly {
    readonly id: string | null
    readonly name: string
    readonly index: WorkIndex
  }[]
  /** In the order of recording; Microsoft Project has room for eleven. */
  readonly baselines: readonly (readonly BaselineItem[])[]
}

const minutesPerDay = 480

/** The schedule as Microsoft Project writes it; every day of rest is named, since it knows no public holidays. */
export function toMspdi(schedule: ExportedSchedule): MspdiProject {
  const uidOf = new Map(schedule.tasks.map(({ id }, index) => [id, index + 1]))
  const linksTo = Map.groupBy(schedule.links, ({ successorId }) => successorId)
  const kept = schedule.baselines
    .slice(0, 11)
    .map((items) => new Map(items.map((item) => [item.taskId, item])))
  return {
    name: schedule.name,
    minutesPerDay,
    calendarUid: 1,
    calendars: schedule.calendars.map(({ name, index }, number) =>
      calendarElement(name, number + 1, index, yearsOf(schedule.tasks)),
    ),
    tasks: schedule.tasks.map((task) => ({
      ...held(ownElement(task), linksTo.has(task.id)),
      uid: uidOf.get(task.id) ?? 0,
      calendarUid:
        task.calendarId === null
          ? null
          : schedule.calendars.findIndex(({ id }) => id === task.calendarId) + 1 || null,
      links: (linksTo.get(task.id) ?? []).flatMap((link) => {
        const predecessorUid = uidOf.get(link.predecessorId)
        const lagMinutes = link.lagDays * minutesPerDay
        return predecessorUid === undefined
          ? []
          : [{ predecessorUid, type: link.kind, lagMinutes, isElapsed: false }]
      }),
      baselines: kept.flatMap((items, number) => {
        const item = items.get(task.id)
        if (item === undefined) return []
        const finish = lastDay(item.plannedFinish)
        return [{ number, start: lastDay(item.plannedStart) ?? finish, finish, costFen: item.costFen }]
      }),
    })),
  }
}

const constraints: Readonly<Record<string, MspdiConstraint>> = {
  mustStart: 'MSO',
  mustFinish: 'MFO',
  startNoEarlier: 'SNET',
  startNoLater: 'SNLT',
  finishNoEarlier: 'FNET',
  finishNoLater: 'FNLT',
}

type OwnElement = Omit<MspdiTask, 'uid' | 'calendarUid' | 'links' | 'baselines'>

function ownElement(task: TreeTask): OwnElement {
  const isMilestone = task.kind === 'milestone'
  const planned = task.plannedFinish ?? task.due
  const finish = lastDay(planned)
  const isElapsed = task.durationUnit === 'calendarDay'
  const type = constraints[task.constraintKind ?? '']
  return {
    guid: null,
    ownId: task.id,
    name: task.name,
    outlineLevel: task.depth + 1,
    isSummary: task.kind === 'summary',
    isMilestone,
    start: isMilestone ? finish : lastDay(task.plannedStart),
    finish,
    startText: coarse(task.plannedStart),
    finishText: coarse(planned),
    responsible: task.responsible,
    durationMinutes: isMilestone
      ? 0
      : task.durationDays === null
        ? null
        : task.durationDays * (isElapsed ? 1440 : minutesPerDay),
    isElapsed,
    progressPct: task.progressPct === null ? null : Math.round(task.progressPct),
    actualStart: lastDay(task.actualStart ?? (isMilestone ? task.actual : null)),
    actualFinish: lastDay(task.actual),
    costFen: task.costFen,
    constraint: type === undefined ? null : { type, on: task.constraintOn },
    isHeld: false,
    deadline: lastDay(task.due),
    note: task.note,
  }
}

/** What is neither driven by a link nor begun stands where it was put. */
function held(task: OwnElement, isDriven: boolean): OwnElement {
  const isFree = !isDriven && !task.isSummary && task.constraint === null && task.actualStart === null
  return isFree && task.start !== null
    ? { ...task, constraint: { type: 'SNET', on: task.start }, isHeld: true }
    : task
}

/** Only what a day cannot say. */
function coarse(date: PlanDate | null): string | null {
  return date === null || spanOf(date).precision === 'day' ? null : date
}

function lastDay(date: PlanDate | null): Day | null {
  return date === null ? null : spanOf(date).last
}

function yearsOf(tasks: readonly TreeTask[]): { readonly first: number; readonly last: number } {
  const days = tasks.flatMap((task) =>
    [task.plannedStart, task.plannedFinish, task.due].flatMap((date) =>
      date === null ? [] : [spanOf(date)],
    ),
  )
  const first = days.map((span) => span.first).toSorted()[0] ?? '2020-01-01'
  const last =
    days
      .map((span) => span.last)
      .toSorted()
      .at(-1) ?? first
  return { first: indexOfDay(`${first.slice(0, 4)}-01-01`), last: indexOfDay(`${last.slice(0, 4)}-12-31`) }
}

/** Monday to Friday, and each run of days that is not so. */
function calendarElement(
  name: string,
  uid: number,
  { before }: WorkIndex,
  years: { readonly first: number; readonly last: number },
): MspdiCalendar {
  const workWeek = [true, true, true, true, true, false, false]
  const runs: { from: number; to: number; isWork: boolean }[] = []
  for (let day = years.first; day <= years.last; day += 1) {
    const isWork = at(before, day + 1) > at(before, day)
    if (workWeek[day % 7] === isWork) continue
    const last = runs.at(-1)
    if (last?.isWork === isWork && last.to === day - 1) last.to = day
    else runs.push({ from: day, to: day, isWork })
  }
  const exceptions = runs.map(({ from, to, isWork }) => ({
    name: isWork ? '上班' : '休息',
    from: dayOfIndex(from),
    to: dayOfIndex(to),
    isWork,
  }))
  return { uid, name, workWeek, exceptions }
}
