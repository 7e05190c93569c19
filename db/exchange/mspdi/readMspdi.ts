import type { z } from 'zod'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import { readXml } from '../xml.ts'
import {
  constraintTypes,
  linkTypes,
  type MspdiCalendar,
  type MspdiProject,
  type MspdiTask,
  type NotTaken,
  textFields,
} from './mspdi.ts'
import { mspdiFile, type RawCalendar, type RawFile, type RawLink, type RawTask } from './mspdiSchema.ts'

export interface ReadMspdi {
  readonly project: MspdiProject
  readonly notTaken: readonly NotTaken[]
}

/** @throws RuleBroken xmlTooLarge, xmlForbidden, xmlMalformed, mspdiForeign, mspdiMalformed with the task and field */
export function readMspdi(bytes: Uint8Array): ReadMspdi {
  const found = mspdiFile.safeParse(readXml(bytes))
  if (!found.success) throw mspdiFault(found.error)
  const file = found.data.Project
  const kept = file.Tasks.Task.filter((task) => task.UID !== 0 && task.IsNull !== 1)
  return {
    project: {
      name: file.Title ?? file.Name ?? null,
      minutesPerDay: file.MinutesPerDay,
      calendarUid: file.CalendarUID ?? null,
      calendars: file.Calendars.Calendar.map(calendarOf),
      tasks: kept.map(taskOf),
    },
    notTaken: notTakenOf(file),
  }
}

function taskOf(task: RawTask): MspdiTask {
  const isMilestone = task.Milestone === 1
  const text = (id: string) => task.ExtendedAttribute.find(({ FieldID }) => FieldID === id)?.Value ?? null
  return {
    uid: task.UID,
    guid: task.GUID ?? null,
    ownId: text(textFields.ownId),
    name: task.Name ?? '',
    outlineLevel: task.OutlineLevel ?? 1,
    isSummary: task.Summary === 1,
    isMilestone,
    start: dayOf(task.Start),
    finish: isMilestone ? dayOf(task.Finish) : lastDayOf(task.Finish, task.Start),
    startText: text(textFields.startText),
    finishText: text(textFields.finishText),
    responsible: text(textFields.responsible),
    durationMinutes: task.Duration === undefined ? null : minutesOf(task.Duration),
    // Microsoft's numbers of elapsed formats: em, eh, ed, ew, emo, and the same estimated.
    isElapsed: [4, 6, 8, 10, 12, 36, 38, 40, 42, 44].includes(task.DurationFormat ?? 7),
    progressPct: task.PercentComplete ?? null,
    actualStart: dayOf(task.ActualStart),
    actualFinish: isMilestone ? dayOf(task.ActualFinish) : lastDayOf(task.ActualFinish, task.ActualStart),
    costFen: task.Cost ?? null,
    constraint: constraintOf(task),
    isHeld: text(textFields.held) !== null,
    deadline: dayOf(task.Deadline),
    calendarUid: task.CalendarUID === undefined || task.CalendarUID < 0 ? null : task.CalendarUID,
    note: task.Notes ?? null,
    links: task.PredecessorLink.filter(isTaken).map((link) => ({
      predecessorUid: link.PredecessorUID,
      type: linkTypes[link.Type] ?? 'FS',
      // In tenths of a minute.
      lagMinutes: (link.LinkLag ?? 0) / 10,
      isElapsed: [4, 6, 8, 10, 12].includes(link.LagFormat ?? 7),
    })),
    baselines: task.Baseline.map((baseline) => ({
      number: baseline.Number,
      start: dayOf(baseline.Start),
      finish: isMilestone ? dayOf(baseline.Finish) : lastDayOf(baseline.Finish, baseline.Start),
      costFen: baseline.Cost ?? null,
    })),
  }
}

function constraintOf(task: RawTask): MspdiTask['constraint'] {
  const type = constraintTypes[task.ConstraintType ?? 0]
  if (type === undefined || type === 'ASAP') return null
  return { type, on: dayOf(task.ConstraintDate) }
}

function calendarOf(calendar: RawCalendar): MspdiCalendar {
  const days = calendar.WeekDays.WeekDay
  const isWorking = (type: number, fallback: boolean) => {
    const own = days.find(({ DayType }) => DayType === type)
    return own === undefined ? fallback : own.DayWorking === 1
  }
  const exceptions = [
    ...calendar.Exceptions.Exception,
    // Files of Project 2003 and before keep exceptions as week days of type 0.
    ...days.filter(({ DayType }) => DayType === 0),
  ]
  return {
    uid: calendar.UID,
    name: calendar.Name ?? '',
    // 1 is Sunday.
    workWeek: [2, 3, 4, 5, 6, 7, 1].map((type) => isWorking(type, type !== 1 && type !== 7)),
    exceptions: exceptions.flatMap(({ Name, TimePeriod, DayWorking }) => {
      const from = dayOf(TimePeriod?.FromDate)
      const to = lastDayOf(TimePeriod?.ToDate, TimePeriod?.FromDate)
      return from === null || to === null ? [] : [{ name: Name ?? null, from, to, isWork: DayWorking === 1 }]
    }),
  }
}

function notTakenOf(file: RawFile): NotTaken[] {
  const tasks = file.Tasks.Task
  const links = tasks.flatMap((task) => task.PredecessorLink)
  const ours: readonly string[] = Object.values(textFields)
  const counts: NotTaken[] = [
    { what: 'resources', count: file.Resources.Resource.filter(({ UID }) => UID !== 0).length },
    { what: 'assignments', count: file.Assignments.Assignment.length },
    { what: 'percentLag', count: links.filter((link) => isPercent(link.LagFormat)).length },
    { what: 'crossProjectLink', count: links.filter(({ CrossProject }) => CrossProject === 1).length },
    { what: 'inactiveTask', count: tasks.filter(({ Active }) => Active === 0).length },
    { what: 'recurringTask', count: tasks.filter(({ Recurring }) => Recurring === 1).length },
    {
      what: 'customFields',
      count: tasks.flatMap((task) => task.ExtendedAttribute).filter(({ FieldID }) => !ours.includes(FieldID))
        .length,
    },
  ]
  return counts.filter(({ count }) => count > 0)
}

function isTaken(link: RawLink): boolean {
  return link.CrossProject !== 1 && !isPercent(link.LagFormat)
}

function isPercent(format: number | undefined): boolean {
  return [19, 20, 51, 52].includes(format ?? 7)
}

function dayOf(instant: string | undefined): string | null {
  return instant === undefined || instant.startsWith('NA') ? null : instant.slice(0, 10)
}

/** A finish at midnight is the end of the day before, unless it began at that very instant. */
function lastDayOf(instant: string | undefined, start: string | undefined): string | null {
  const last = dayOf(instant)
  if (last === null || instant === undefined || !instant.endsWith('T00:00:00') || instant === start)
    return last
  return new Date(Date.parse(`${last}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** PT16H30M0S */
function minutesOf(duration: string): number {
  const [, days = '0', hours = '0', minutes = '0'] =
    /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?/.exec(duration) ?? []
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes)
}

function mspdiFault(error: z.ZodError): RuleBroken {
  const [issue] = error.issues
  const path = issue?.path.map(String) ?? []
  if (path.length <= 1) return new RuleBroken('mspdiForeign', ['file'])
  const place = path.indexOf('Task')
  const task = place === -1 ? '' : String(Number(path[place + 1]) + 1)
  return new RuleBroken('mspdiMalformed', ['file'], { task, field: path.at(-1) ?? '' })
}
