import { projectCalendars } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import { publicHolidays } from '../domain/holiday.ts'
import { spanOf } from '../domain/planDate.ts'
import { assertOpen } from '../domain/project.ts'
import { changeBetween, type Proposal } from '../domain/proposal.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { isSameTask, type Task } from '../domain/task.ts'
import type { ScheduleQuestion } from '../domain/taskNetwork.ts'
import { listCalendars, listExceptions } from '../store/calendar.ts'
import type { WriteDb } from '../store/change.ts'
import type { ReadDb } from '../store/database.ts'
import { asStep } from '../store/scheduleStep.ts'
import { insertTask, listTasks, updateTask } from '../store/task.ts'
import { listLinks } from '../store/taskLink.ts'
import { requireProject } from './project.ts'

/** All that the scheduler asks of one project. */
export function questionOf(db: ReadDb, projectId: string, dataDate: Day | null = null): ScheduleQuestion {
  const project = requireProject(db, projectId)
  return {
    tasks: listTasks(db, projectId),
    links: listLinks(db, projectId),
    calendars: calendarsOf(db, projectId),
    dataDate,
    projectStart: project.plannedStart === null ? null : spanOf(project.plannedStart).last,
  }
}

export function calendarsOf(db: ReadDb, projectId: string | null) {
  return projectCalendars(
    listCalendars(db, projectId),
    listExceptions(db, projectId),
    projectId,
    publicHolidays(),
  )
}

/** The same of a project whose schedule may be written. */
export function openPlan(db: ReadDb, projectId: string): ScheduleQuestion {
  assertOpen(requireProject(db, projectId).state)
  return questionOf(db, projectId)
}

export function taskIn({ tasks }: ScheduleQuestion, taskId: string, field = 'taskId'): Task {
  const task = tasks.find(({ id }) => id === taskId)
  if (task === undefined) throw new RuleBroken('taskUnknown', [field])
  return task
}

interface PlannedChange {
  readonly projectId: string
  readonly stepId: string
  readonly isDryRun: boolean
  readonly reason: string | null
  readonly before: ScheduleQuestion
  readonly after: ScheduleQuestion
  /** What is written besides tasks: links, before the tasks; and tasks that go. */
  readonly write?: () => void
}

/** Writes a change of a schedule with all that it moves as one step that can be undone; or only tells what would move. */
export function carryOut(db: WriteDb, change: PlannedChange): Proposal {
  const { proposal, moved } = changeBetween(change.before, change.after)
  if (change.isDryRun) {
    db.writeNothing()
    return { isDryRun: true, ...proposal }
  }
  const known = new Map(change.before.tasks.map((task) => [task.id, task]))
  const movedById = new Map(moved.map((task) => [task.id, task]))
  const tasks = change.after.tasks
    .map((task) => movedById.get(task.id) ?? task)
    .filter((task) => !isSameTask(task, known.get(task.id)))
  if (tasks.length === 0 && change.write === undefined) throw new RuleBroken('nothingChanged')
  asStep(db, { id: change.stepId, projectId: change.projectId }, () => {
    for (const task of tasks) {
      if (known.has(task.id)) updateTask(db, task, change.reason)
      else insertTask(db, task)
    }
    change.write?.()
  })
  return { isDryRun: false, ...proposal }
}

/** The tasks with some of them replaced, new ones behind. */
export function withTasks(tasks: readonly Task[], changed: readonly Task[]): Task[] {
  const byId = new Map(changed.map((task) => [task.id, task]))
  const known = new Set(tasks.map(({ id }) => id))
  return [...tasks.map((task) => byId.get(task.id) ?? task), ...changed.filter(({ id }) => !known.has(id))]
}
