import { z } from 'zod'
import { calendarRow, setCalendarExceptionInput, setCalendarInput } from '../domain/calendar.ts'
import { day } from '../domain/day.ts'
import { earnedValue, earnedValueInput } from '../domain/earnedValue.ts'
import { moveTaskInput } from '../domain/moveTask.ts'
import { pageOf } from '../domain/page.ts'
import { proposal } from '../domain/proposal.ts'
import { taskSchedule } from '../domain/schedule.ts'
import { applyTemplateInput, scheduleTemplate } from '../domain/scheduleTemplate.ts'
import { addTaskInput, editTaskInput, placeTaskInput, task } from '../domain/task.ts'
import { linkTasksInput, setTaskLinksInput, taskLink } from '../domain/taskLink.ts'
import { reasonText } from '../domain/text.ts'
import { command, keyed, query, writers } from './kinds.ts'

const taskRow = task.extend({
  depth: z.int(),
  wbs: z.string(),
  childCount: z.int(),
  predecessors: z.array(taskLink),
})
/** Without stepId: the newest; projectId null: of the library's calendars. */
const undoScheduleInput = z.strictObject({ projectId: z.string().nullish(), stepId: z.string().optional() })
const undoneStep = z.object({ stepId: z.string(), request: z.string(), rowCount: z.int() })
const taskWithMoves = proposal.extend({ task })

/** Tasks, their links, and the reckoning of the schedule. A command moves what hangs on it and tells what moved. */
export const scheduleRequests = {
  listTasks: query(z.strictObject({ projectId: z.string().optional() }), pageOf(taskRow)),
  /** dataDate left out: today; null: the plan as it stands. */
  schedule: query(
    z.strictObject({ projectId: z.string(), dataDate: day.nullish() }),
    z.object({
      items: z.array(taskSchedule),
      dataDate: day.nullable(),
      start: day.nullable(),
      finish: day.nullable(),
      yearsWithoutHolidays: z.array(z.int()),
    }),
  ),
  workdays: query(
    z.strictObject({
      from: day,
      to: day,
      projectId: z.string().optional(),
      calendarId: z.string().optional(),
    }),
    z.object({
      workdays: z.int(),
      calendarDays: z.int(),
      special: z.array(z.object({ day, isWork: z.boolean(), name: z.string() })),
      yearsWithoutHolidays: z.array(z.int()),
    }),
  ),
  listCalendars: query(z.strictObject({ projectId: z.string().optional() }), pageOf(calendarRow)),
  setCalendar: command(['liaison'], setCalendarInput.extend(keyed), calendarRow),
  setCalendarException: command(['liaison'], setCalendarExceptionInput.extend(keyed), calendarRow),
  removeCalendarException: command(
    ['liaison'],
    z.strictObject({ exceptionId: z.string(), ...keyed }),
    calendarRow,
  ),
  /** One that tasks may choose; the library's and a project's own stay. */
  removeCalendar: command(
    ['liaison'],
    z.strictObject({ calendarId: z.string(), reason: reasonText, ...keyed }),
    calendarRow,
  ),
  reschedule: command(
    ['liaison'],
    z.strictObject({
      projectId: z.string(),
      dataDate: day.nullish(),
      dryRun: z.boolean().default(false),
      reason: reasonText.optional(),
      ...keyed,
    }),
    proposal,
  ),
  listTemplates: query(z.strictObject({}), pageOf(scheduleTemplate)),
  applyTemplate: command(
    ['liaison'],
    applyTemplateInput.extend(keyed),
    proposal.extend({ taskIds: z.array(z.string()) }),
  ),
  undoSchedule: command(['liaison'], undoScheduleInput.extend(keyed), undoneStep),
  redoSchedule: command(['liaison'], undoScheduleInput.extend(keyed), undoneStep),
  /** 挣值 as of a day, with its curve and what adds up to it. */
  earnedValue: query(earnedValueInput, earnedValue),
  addTask: command(writers, addTaskInput.extend(keyed), taskWithMoves),
  editTask: command(writers, editTaskInput.extend(keyed), taskWithMoves),
  placeTask: command(['liaison'], placeTaskInput.extend(keyed), taskWithMoves),
  moveTask: command(['liaison'], moveTaskInput.extend(keyed), proposal),
  removeTask: command(
    ['liaison'],
    z.strictObject({
      taskId: z.string(),
      reason: reasonText,
      withBelow: z.boolean().default(false),
      dryRun: z.boolean().default(false),
      ...keyed,
    }),
    proposal.extend({
      removed: z.array(z.object({ taskId: z.string(), name: z.string() })),
      linksCut: z.int(),
    }),
  ),
  linkTasks: command(['liaison'], linkTasksInput.extend(keyed), proposal.extend({ link: taskLink })),
  setTaskLinks: command(['liaison'], setTaskLinksInput.extend(keyed), proposal),
  unlinkTasks: command(
    ['liaison'],
    z.strictObject({ linkId: z.string(), dryRun: z.boolean().default(false), ...keyed }),
    proposal,
  ),
} as const
