import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import type { MspdiProject } from './mspdi.ts'
import { writeMspdi } from './writeMspdi.ts'

/**
 * The sequences of mspdi_pj12.xsd as Microsoft publishes them ("XML Schema for the Project, Calendars, Tasks and
 * ExtendedAttributes Element"), of those elements that are written or stand next to them. Marked with +: what Project
 * 2010 added. Marked with !: without it the file is none.
 */
const sequences: Readonly<Record<string, string>> = {
  Project: `SaveVersion! UID Name Title Subject Category Company Manager Author CreationDate Revision LastSaved
    ScheduleFromStart StartDate! FinishDate FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol CurrencyCode!
    CurrencySymbolPosition CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth
    DefaultTaskType DefaultFixedCostAccrual DurationFormat WorkFormat HonorConstraints WeekStartDay StatusDate
    CurrentDate Autolink NewTaskStartDate NewTasksAreManual+ DefaultTaskEVMethod ActualsInSync AdminProject OutlineCodes
    WBSMasks ExtendedAttributes Calendars Tasks Resources Assignments`,
  ExtendedAttribute: 'FieldID FieldName CFType Guid ElemType MaxMultiValues UserDef Alias SecondaryPID',
  Calendar: 'UID! Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks',
  WeekDay: 'DayType! DayWorking TimePeriod WorkingTimes',
  Exception: `EnteredByOccurrences TimePeriod Occurrences Name Type Period DaysOfWeek MonthItem MonthPosition Month
    MonthDay DayWorking WorkingTimes`,
  TimePeriod: 'FromDate ToDate',
  WorkingTime: 'FromTime ToTime',
  Task: `UID! GUID+ ID Name Active+ Manual+ Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel Priority
    Start Finish Duration DurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated
    Milestone Summary Critical IsSubproject EarlyStart EarlyFinish LateStart LateFinish FreeSlack TotalSlack FixedCost
    FixedCostAccrual PercentComplete PercentWorkComplete Cost OvertimeCost OvertimeWork ActualStart ActualFinish
    ActualDuration ActualCost RemainingDuration RemainingCost ACWP CV ConstraintType CalendarUID ConstraintDate Deadline
    LevelAssignments Hyperlink IgnoreResourceCalendar Notes HideBar Rollup PhysicalPercentComplete EarnedValueMethod
    PredecessorLink ActualWorkProtected ExtendedAttribute Baseline OutlineCode IsPublished`,
  PredecessorLink: 'PredecessorUID Type CrossProject CrossProjectName LinkLag LagFormat',
  Baseline:
    'TimephasedData Number Interim Start Finish Duration DurationFormat EstimatedDuration Work Cost FixedCost',
}

test('every element of the XML stands where Microsoft’s schema has it, and none that it asks for is missing', () => {
  const seen = new Set<string>()
  const walk = (name: string, children: readonly Node[]) => {
    const names = children.map((child) => child.name)
    // A task's own attribute holds a value; the project's defines one.
    const sequence =
      name === 'ExtendedAttribute' && names.includes('Value') ? 'FieldID Value' : sequences[name]
    if (sequence !== undefined) {
      seen.add(name)
      const order = sequence.split(/\s+/).map((part) => part.replace(/[!+]$/, ''))
      expect(order, name).toEqual(expect.arrayContaining(names))
      expect(names, name).toEqual(names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
      const needed = [...sequence.matchAll(/(\w+)!/g)].map(([, part]) => part)
      expect(names, name).toEqual(expect.arrayContaining(needed))
    }
    for (const child of children) walk(child.name, child.children)
  }
  walk('', nodesOf(new XMLParser({ preserveOrder: true }).parse(writeMspdi(full))))
  expect([...seen].toSorted()).toEqual(Object.keys(sequences).toSorted())
})

test('durations, lags, constraints and money are in the units that Microsoft’s schema names', () => {
  const xml = writeMspdi(full)
  // 10 workdays of 8 hours; a lag of 2 workdays in tenths of minutes; 5 = Start No Later Than; costs in hundredths.
  expect(xml).toContain('<Duration>PT80H0M0S</Duration>')
  expect(xml).toContain('<LinkLag>9600</LinkLag>')
  expect(xml).toContain('<ConstraintType>5</ConstraintType>')
  expect(xml).toContain('<Cost>12345678</Cost>')
  expect(xml).toMatch(/<PredecessorUID>1<\/PredecessorUID>\s*<Type>3<\/Type>/)
})

const task = {
  guid: '6F9619FF-8B86-D011-B42D-00C04FC964FF',
  ownId: 'task-1',
  isSummary: false,
  isMilestone: false,
  start: '2026-03-02',
  finish: '2026-03-13',
  startText: null,
  finishText: null,
  responsible: '建设科',
  durationMinutes: 4800,
  isElapsed: false,
  progressPct: 40,
  actualStart: '2026-03-02',
  actualFinish: '2026-03-13',
  costFen: 12_345_678,
  constraint: { type: 'SNLT', on: '2026-03-05' },
  isHeld: true,
  deadline: '2026-04-01',
  calendarUid: 1,
  note: '雨季前完成',
  baselines: [{ number: 0, start: '2026-03-01', finish: '2026-03-10', costFen: 100 }],
} as const

const full: MspdiProject = {
  name: '门诊楼',
  minutesPerDay: 480,
  calendarUid: 1,
  calendars: [
    {
      uid: 1,
      name: '项目日历',
      workWeek: [true, true, true, true, true, false, false],
      exceptions: [
        { name: '国庆', from: '2026-10-01', to: '2026-10-07', isWork: false },
        { name: null, from: '2026-10-10', to: '2026-10-10', isWork: true },
      ],
    },
  ],
  tasks: [
    { ...task, uid: 1, name: '基础', outlineLevel: 1, links: [] },
    {
      ...task,
      uid: 2,
      name: '主体',
      outlineLevel: 1,
      startText: '2026-03',
      finishText: '2026',
      links: [{ predecessorUid: 1, type: 'SS', lagMinutes: 960, isElapsed: false }],
    },
  ],
}

interface Node {
  readonly name: string
  readonly children: readonly Node[]
}

/** As the parser keeps the order: one object for each element, with its name as the one key besides `:@`. */
function nodesOf(parsed: unknown): Node[] {
  if (!Array.isArray(parsed)) return []
  return parsed.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return []
    const entries: readonly (readonly [string, unknown])[] = Object.entries(item)
    const entry = entries.find(([name]) => name !== ':@')
    if (entry === undefined || entry[0].startsWith('#') || entry[0].startsWith('?')) return []
    return [{ name: entry[0], children: nodesOf(entry[1]) }]
  })
}
