import { z } from 'zod'
import { type Day, day, daysBetween } from './day.ts'
import type { MilestoneStatus } from './milestone.ts'
import { pageInput, pageOf } from './page.ts'
import { type PlanDate, spanOf } from './planDate.ts'
import { task } from './task.ts'

/** Monday to Sunday. */
export interface Week {
  readonly first: Day
  readonly last: Day
}

/** Why a task is asked about in a week; several may hold, the first in this order is said. */
export const weekReasons = ['late', 'periodPassed', 'dueThisWeek', 'startsThisWeek', 'underWay'] as const
export type WeekReason = (typeof weekReasons)[number]

export const listWeekTasksInput = z.strictObject({
  /** Any day of the week; left out: today. */
  on: day.optional(),
  planId: z.string().optional(),
  projectId: z.string().optional(),
  responsible: z.string().max(200).optional(),
  ...pageInput,
})

const weekTask = task.extend({
  projectName: z.string(),
  reason: z.enum(weekReasons),
  isReported: z.boolean(),
})
export type WeekTaskRow = z.infer<typeof weekTask>

export const weekPage = pageOf(weekTask).extend({
  first: day,
  last: day,
  /** Of the whole list. */
  reportedCount: z.int(),
  /** All of the week, whatever the filter by one of them. */
  responsibles: z.array(z.string()),
})

/** What the week looks at of a task. */
export interface WeekTask {
  readonly status: MilestoneStatus
  readonly due: PlanDate | null
  readonly plannedStart: PlanDate | null
  readonly plannedFinish: PlanDate | null
  readonly forecast: PlanDate | null
  readonly reportedOn: Day | null
}

export function weekOf(on: Day): Week {
  // 1970-01-01 was a Thursday.
  const weekday = (((daysBetween('1970-01-01', on) + 3) % 7) + 7) % 7
  return { first: dayAfter(on, -weekday), last: dayAfter(on, 6 - weekday) }
}

/**
 * Why the task is due for a report in the week; null where nothing is asked of it. A date coarser than a month asks
 * nobody until its last possible day has come.
 */
export function weekReason(task: WeekTask, week: Week): WeekReason | null {
  if (task.status === 'done' || task.status === 'cancelled') return null
  const due = lastOf(task.due ?? task.plannedFinish)
  if (due !== null && due < week.first)
    return task.reportedOn !== null && task.reportedOn > due ? 'late' : 'periodPassed'
  const isInWeek = (on: Day | null) => on !== null && on >= week.first && on <= week.last
  if (isInWeek(due) || isInWeek(lastOf(task.forecast))) return 'dueThisWeek'
  if (task.status === 'notStarted')
    return isInWeek(lastOf(task.plannedStart)) || isBefore(lastOf(task.plannedStart), week.first)
      ? 'startsThisWeek'
      : null
  return 'underWay'
}

/** Whether somebody reported of it in the week. */
export function isReportedIn(task: Pick<WeekTask, 'reportedOn'>, week: Week): boolean {
  return task.reportedOn !== null && task.reportedOn >= week.first && task.reportedOn <= week.last
}

export function dayAfter(on: Day, days: number): Day {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function lastOf(date: PlanDate | null): Day | null {
  return date === null ? null : spanOf(date).last
}

function isBefore(on: Day | null, first: Day) {
  return on !== null && on < first
}
