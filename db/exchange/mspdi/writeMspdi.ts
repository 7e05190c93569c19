import XMLBuilder from 'fast-xml-builder'
import type { Day } from '../../domain/day.ts'
import {
  constraintTypes,
  linkTypes,
  type MspdiCalendar,
  type MspdiProject,
  type MspdiTask,
  textFields,
} from './mspdi.ts'

/**
 * As XML that Microsoft Project and ProjectLibre open: every element at its place in the sequences of mspdi_pj12.xsd
 * (GUID, Active, Manual and NewTasksAreManual came with 2010). What MSPDI has no place for stands in custom text fields.
 */
export function writeMspdi(project: MspdiProject): string {
  const numbers = outlines(project.tasks)
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true })
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8', '@_standalone': 'yes' },
    Project: {
      '@_xmlns': 'http://schemas.microsoft.com/project',
      SaveVersion: 14,
      ...known({ Title: project.name }),
      ScheduleFromStart: 1,
      ...known({ StartDate: morning(firstDay(project)) }),
      CurrencySymbol: '¥',
      CurrencyCode: 'CNY',
      ...known({ CalendarUID: project.calendarUid }),
      DefaultStartTime: '08:00:00',
      DefaultFinishTime: '17:00:00',
      MinutesPerDay: project.minutesPerDay,
      MinutesPerWeek: project.minutesPerDay * 5,
      DaysPerMonth: 20,
      NewTasksAreManual: 0,
      ExtendedAttributes: {
        ExtendedAttribute: [
          { FieldID: textFields.startText, FieldName: 'Text1', Alias: '计划开始（原精度）' },
          { FieldID: textFields.finishText, FieldName: 'Text2', Alias: '计划完成（原精度）' },
          { FieldID: textFields.responsible, FieldName: 'Text3', Alias: '责任单位' },
          { FieldID: textFields.held, FieldName: 'Text4', Alias: '日期由人填定' },
          { FieldID: textFields.ownId, FieldName: 'Text5', Alias: '基建台账任务号' },
        ],
      },
      Calendars: { Calendar: project.calendars.map(calendarElement) },
      Tasks: { Task: project.tasks.map((task, index) => taskElement(task, index + 1, numbers[index] ?? '')) },
    },
  })
}

function taskElement(task: MspdiTask, id: number, outline: string) {
  return {
    UID: task.uid,
    ...known({ GUID: task.guid }),
    ID: id,
    Name: task.name,
    Active: 1,
    Manual: 0,
    Type: 1,
    IsNull: 0,
    OutlineNumber: outline,
    OutlineLevel: task.outlineLevel,
    ...known({
      Start: morning(task.start),
      Finish: task.isMilestone ? morning(task.finish) : evening(task.finish),
    }),
    ...known({ Duration: duration(task.durationMinutes) }),
    DurationFormat: task.isElapsed ? 8 : 7,
    Milestone: Number(task.isMilestone),
    Summary: Number(task.isSummary),
    ...known({
      FixedCost: task.costFen,
      PercentComplete: task.progressPct === null ? null : Math.round(task.progressPct),
      Cost: task.costFen,
      ActualStart: morning(task.actualStart),
      ActualFinish: task.isMilestone ? morning(task.actualFinish) : evening(task.actualFinish),
    }),
    ConstraintType: constraintTypes.indexOf(task.constraint?.type ?? 'ASAP'),
    CalendarUID: task.calendarUid ?? -1,
    ...known({
      ConstraintDate: morning(task.constraint?.on ?? null),
      Deadline: evening(task.deadline),
      Notes: task.note,
    }),
    PredecessorLink: task.links.map((link) => ({
      PredecessorUID: link.predecessorUid,
      Type: linkTypes.indexOf(link.type),
      CrossProject: 0,
      LinkLag: link.lagMinutes * 10,
      LagFormat: link.isElapsed ? 8 : 7,
    })),
    ExtendedAttribute: [
      [textFields.startText, task.startText],
      [textFields.finishText, task.finishText],
      [textFields.responsible, task.responsible],
      [textFields.held, task.isHeld ? '是' : null],
      [textFields.ownId, task.ownId],
    ].flatMap(([FieldID, Value]) => (Value === null ? [] : [{ FieldID, Value }])),
    Baseline: task.baselines.map((baseline) => ({
      Number: baseline.number,
      ...known({
        Start: morning(baseline.start),
        Finish: task.isMilestone ? morning(baseline.finish) : evening(baseline.finish),
        Cost: baseline.costFen,
      }),
    })),
  }
}

function calendarElement(calendar: MspdiCalendar) {
  return {
    UID: calendar.uid,
    Name: calendar.name,
    IsBaseCalendar: 1,
    BaseCalendarUID: -1,
    WeekDays: {
      // 1 is Sunday.
      WeekDay: [6, 0, 1, 2, 3, 4, 5].map((place, index) => ({
        DayType: index + 1,
        ...working(calendar.workWeek[place] === true),
      })),
    },
    Exceptions: {
      Exception: calendar.exceptions.map(({ name, from, to, isWork }) => ({
        EnteredByOccurrences: 0,
        TimePeriod: { FromDate: `${from}T00:00:00`, ToDate: `${to}T23:59:00` },
        ...known({ Name: name }),
        Type: 1,
        ...working(isWork),
      })),
    },
  }
}

function working(isWork: boolean) {
  if (!isWork) return { DayWorking: 0 }
  const times = [
    { FromTime: '08:00:00', ToTime: '12:00:00' },
    { FromTime: '13:00:00', ToTime: '17:00:00' },
  ]
  return { DayWorking: 1, WorkingTimes: { WorkingTime: times } }
}

/** 1, 1.1, 1.2, 2 … by the levels of the tasks in their order. */
function outlines(tasks: readonly MspdiTask[]): string[] {
  const counts: number[] = []
  return tasks.map(({ outlineLevel }) => {
    counts.length = Math.min(counts.length, outlineLevel)
    while (counts.length < outlineLevel) counts.push(0)
    counts[outlineLevel - 1] = (counts[outlineLevel - 1] ?? 0) + 1
    return counts.join('.')
  })
}

function firstDay(project: MspdiProject): Day | null {
  return project.tasks.flatMap(({ start }) => (start === null ? [] : [start])).toSorted()[0] ?? null
}

function morning(day: Day | null) {
  return day === null ? null : `${day}T08:00:00`
}

function evening(day: Day | null) {
  return day === null ? null : `${day}T17:00:00`
}

function duration(minutes: number | null) {
  return minutes === null
    ? null
    : `PT${String(Math.floor(minutes / 60))}H${String(Math.round(minutes % 60))}M0S`
}

/** An element for what is known, none for what is not. */
function known(elements: Readonly<Record<string, string | number | null>>) {
  return Object.fromEntries(Object.entries(elements).filter(([, value]) => value !== null))
}
