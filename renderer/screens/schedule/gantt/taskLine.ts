import type { Day } from '../../../../db/domain/day.ts'
import { planDateSpan } from '../../../../db/domain/planDate.ts'
import type { TaskSchedule } from '../../../../db/domain/schedule.ts'
import { type TaskStanding, taskStanding } from '../../../../db/domain/taskStanding.ts'
import { plannedEnd } from '../../../../db/domain/taskTree.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'

export type TaskRow = RequestOutput<'listTasks'>['items'][number]

/** How far a task is from a baseline; days behind are positive. */
export interface TaskVariance {
  readonly baselineStart: string | null
  readonly baselineFinish: string | null
  readonly startDays: number | null
  readonly finishDays: number | null
  readonly costDeltaFen: number | null
  readonly progressDeltaPct: number | null
}

/** A task with what is reckoned of it: what one line of the table and of the chart tells. */
export interface TaskLine {
  readonly task: TaskRow
  /** 1 for the first line of its project: the number that 前置任务 are named by. */
  readonly number: number
  readonly standing: TaskStanding
  /** Null until the schedule is reckoned. */
  readonly schedule: TaskSchedule | null
  /** Against the baseline that was chosen. */
  readonly variance: TaskVariance | null
  readonly predecessors: string
}

interface Reckoned {
  readonly schedules: ReadonlyMap<string, TaskSchedule>
  readonly variances: ReadonlyMap<string, TaskVariance>
}

/** The tasks of one project, top-down as the tree has them. */
export function taskLines(tasks: readonly TaskRow[], reckoned: Reckoned, today: Day): readonly TaskLine[] {
  const numbers = new Map(tasks.map((task, index) => [task.id, index + 1]))
  return tasks.map((task, index) => ({
    task,
    number: index + 1,
    standing: taskStanding(task, today),
    schedule: reckoned.schedules.get(task.id) ?? null,
    variance: reckoned.variances.get(task.id) ?? null,
    predecessors: predecessorText(task, numbers),
  }))
}

/** As MS Project writes it: 3 or 3FS+2d, several with commas. */
function predecessorText(
  { predecessors }: Pick<TaskRow, 'predecessors'>,
  numbers: ReadonlyMap<string, number>,
): string {
  return predecessors
    .map(({ predecessorId, kind, lagDays }) => {
      const lag = lagDays === 0 ? '' : `${lagDays > 0 ? '+' : ''}${String(lagDays)}d`
      const type = kind === 'FS' && lag === '' ? '' : kind
      return `${String(numbers.get(predecessorId) ?? '?')}${type}${lag}`
    })
    .join(',')
}

/**
 * The dates by which a task is drawn and read: its own; where nobody gave a finish, where the links and its duration put
 * it. A start that was given coarser than a day stays as it was given.
 */
export function placedDates({ task, schedule }: Pick<TaskLine, 'task' | 'schedule'>) {
  const finish = plannedEnd(task)
  if (finish === null && schedule !== null && schedule.earlyFinish !== null)
    return {
      start: coarse(task.plannedStart) ?? schedule.earlyStart,
      finish: schedule.earlyFinish,
      isReckoned: true,
    }
  return { start: task.kind === 'milestone' ? finish : task.plannedStart, finish, isReckoned: false }
}

function coarse(date: string | null) {
  return date === null || planDateSpan(date)?.precision === 'day' ? null : date
}

/** Where the bar stands, to the day; null where its dates are coarser or unknown. */
export function exactDays(line: Pick<TaskLine, 'task' | 'schedule'>) {
  const { start, finish } = placedDates(line)
  if (start === null || finish === null) return null
  const [from, to] = [planDateSpan(start), planDateSpan(finish)]
  return from?.precision === 'day' && to?.precision === 'day' && from.first <= to.last
    ? { start: from.first, finish: to.last }
    : null
}

export function isLate({ standing }: Pick<TaskLine, 'standing'>): boolean {
  return standing.kind === 'late'
}

export function isCritical({ schedule }: Pick<TaskLine, 'schedule'>): boolean {
  return schedule?.critical === true
}
