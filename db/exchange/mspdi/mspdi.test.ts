import { array, assert, boolean, constantFrom, integer, option, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import { constraintTypes, linkTypes, type MspdiProject, type MspdiTask } from './mspdi.ts'
import { readMspdi } from './readMspdi.ts'
import { writeMspdi } from './writeMspdi.ts'

describe('a schedule in the XML of Microsoft Project', () => {
  test('read again is equal: tree, dates, links with lag, calendars, baselines, progress, costs', () => {
    assert(
      property(array(anyTask, { maxLength: 30 }), option(anyText), (tasks, name) => {
        const project = projectOf(tasks, name)
        expect(readMspdi(bytesOf(writeMspdi(project)))).toEqual({ project, notTaken: [] })
      }),
      { numRuns: 200 },
    )
  })

  test('as Microsoft writes it is read: summary row 0, empty rows, midnight ends, elapsed lag', () => {
    const { project, notTaken } = readMspdi(
      bytesOf(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <Project xmlns="http://schemas.microsoft.com/project"><Name>plan.mpp</Name><Title>门诊楼 &amp; 病房楼</Title>
        <CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Name>标准</Name><WeekDays>
          <WeekDay><DayType>7</DayType><DayWorking>1</DayWorking></WeekDay>
          <WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2025-10-01T00:00:00</FromDate>
            <ToDate>2025-10-09T00:00:00</ToDate></TimePeriod></WeekDay></WeekDays></Calendar></Calendars>
        <Tasks><Task><UID>0</UID><Name>全部</Name><OutlineLevel>0</OutlineLevel><Summary>1</Summary></Task>
          <Task><UID>1</UID><ID>1</ID><IsNull>1</IsNull></Task>
          <Task><UID>2</UID><Name>基础</Name><OutlineLevel>1</OutlineLevel><Start>2025-09-01T08:00:00</Start>
            <Finish>2025-09-06T00:00:00</Finish><Duration>PT40H0M0S</Duration><DurationFormat>7</DurationFormat>
            <Cost>12345</Cost></Task>
          <Task><UID>3</UID><Name>验收</Name><OutlineLevel>1</OutlineLevel><Milestone>1</Milestone>
            <Start>2025-09-06T08:00:00</Start><Finish>2025-09-06T08:00:00</Finish><Duration>PT0H0M0S</Duration>
            <PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><LinkLag>14400</LinkLag><LagFormat>8</LagFormat></PredecessorLink>
            <PredecessorLink><PredecessorUID>2</PredecessorUID><Type>3</Type><LinkLag>50</LinkLag><LagFormat>19</LagFormat></PredecessorLink></Task>
        </Tasks><Resources><Resource><UID>0</UID></Resource><Resource><UID>1</UID></Resource></Resources></Project>`),
    )
    expect(project.name).toBe('门诊楼 & 病房楼')
    expect(project.tasks.map(({ name, start, finish, costFen }) => [name, start, finish, costFen])).toEqual([
      ['基础', '2025-09-01', '2025-09-05', 12_345],
      ['验收', '2025-09-06', '2025-09-06', null],
    ])
    expect(project.tasks[1]?.links).toEqual([
      { predecessorUid: 2, type: 'FS', lagMinutes: 1440, isElapsed: true },
    ])
    expect(project.calendars[0]).toMatchObject({
      workWeek: [true, true, true, true, true, true, false],
      exceptions: [{ from: '2025-10-01', to: '2025-10-08', isWork: false }],
    })
    expect(notTaken).toEqual([
      { what: 'resources', count: 1 },
      { what: 'percentLag', count: 1 },
    ])
  })

  test('with a DTD, entities of its own, a depth without end or a size without end is refused', () => {
    expect(codeOf('<!DOCTYPE a [<!ENTITY x "y">]><Project>&x;</Project>')).toBe('xmlForbidden')
    expect(codeOf('<!DOCTYPE a SYSTEM "file:///etc/passwd"><Project/>')).toBe('xmlForbidden')
    expect(codeOf('<a>'.repeat(100_000))).toBe('xmlForbidden')
    expect(codeOf(`<Project>${' '.repeat(100 * 1024 * 1024)}</Project>`)).toBe('xmlTooLarge')
    expect(codeOf('<Project><Tasks></Project>')).toBe('xmlMalformed')
    expect(codeOf('')).toBe('xmlMalformed')
    expect(codeOf('<Workbook/>')).toBe('mspdiForeign')
  })

  test('with a figure that is none names the task and the field', () => {
    const task = (inner: string) =>
      `<Project><Tasks><Task><UID>1</UID></Task><Task><UID>2</UID>${inner}</Task></Tasks></Project>`
    expect(faultOf(task('<Start>2025-02-30T08:00:00</Start>'))).toMatchObject({
      code: 'mspdiMalformed',
      params: { task: '2', field: 'Start' },
    })
    expect(faultOf(task('<PercentComplete>101</PercentComplete>')).params).toEqual({
      task: '2',
      field: 'PercentComplete',
    })
    expect(faultOf(task('<Cost>1e9</Cost>')).params).toEqual({ task: '2', field: 'Cost' })
  })
})

const anyText = string({
  unit: constantFrom('门', '诊', '&', '<', '>', '"', "'", '=', ';', 'ａ', ' ', 'x', '1'),
  minLength: 1,
  maxLength: 12,
})
  .map((text) => text.trim())
  .filter((text) => text !== '')
const anyDay = integer({ min: 0, max: 6000 }).map((days) =>
  new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10),
)
const maybe = <Value>(arbitrary: Parameters<typeof option<Value>>[0]) => option(arbitrary, { nil: null })

const anyTask = record({
  guid: maybe(anyText),
  ownId: maybe(anyText),
  name: anyText,
  isMilestone: boolean(),
  isSummary: boolean(),
  start: maybe(anyDay),
  finish: maybe(anyDay),
  startText: maybe(constantFrom('2023', '2023-41', '2023-10', '2021/2025')),
  finishText: maybe(constantFrom('2024', '2024-03-01')),
  responsible: maybe(anyText),
  durationMinutes: maybe(integer({ min: 0, max: 1_000_000 })),
  isElapsed: boolean(),
  progressPct: maybe(integer({ min: 0, max: 100 })),
  actualStart: maybe(anyDay),
  actualFinish: maybe(anyDay),
  costFen: maybe(integer({ min: 0, max: 9_999_999_999_999 })),
  constraint: maybe(
    record({ type: constantFrom(...constraintTypes.filter((type) => type !== 'ASAP')), on: maybe(anyDay) }),
  ),
  isHeld: boolean(),
  deadline: maybe(anyDay),
  calendarUid: maybe(constantFrom(1, 2)),
  note: maybe(anyText),
  links: array(
    record({
      predecessorUid: integer({ min: 1, max: 30 }),
      type: constantFrom(...linkTypes),
      lagMinutes: integer({ min: -10_000, max: 10_000 }),
      isElapsed: boolean(),
    }),
    { maxLength: 3 },
  ),
  baselines: array(
    record({
      number: integer({ min: 0, max: 10 }),
      start: maybe(anyDay),
      finish: maybe(anyDay),
      costFen: maybe(integer({ min: 0, max: 9_999_999_999_999 })),
    }),
    { maxLength: 2 },
  ),
})

function projectOf(
  tasks: readonly Omit<MspdiTask, 'uid' | 'outlineLevel'>[],
  name: string | null,
): MspdiProject {
  return {
    name,
    minutesPerDay: 480,
    calendarUid: 1,
    calendars: [
      {
        uid: 1,
        name: '工作日历',
        workWeek: [true, true, true, true, true, false, false],
        exceptions: [
          { name: '国庆', from: '2025-10-01', to: '2025-10-08', isWork: false },
          { name: null, from: '2025-10-11', to: '2025-10-11', isWork: true },
        ],
      },
    ],
    tasks: tasks.map((task, index) => ({ ...task, uid: index + 1, outlineLevel: (index % 3) + 1 })),
  }
}

function bytesOf(text: string) {
  return new TextEncoder().encode(text)
}

function codeOf(text: string) {
  return faultOf(text).code
}

function faultOf(text: string): RuleBroken {
  try {
    readMspdi(bytesOf(text))
  } catch (error) {
    if (error instanceof RuleBroken) return error
    throw error
  }
  throw new Error('it was read')
}
