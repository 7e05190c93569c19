import { costBearers } from '../domain/baseline.ts'
import { type CostedTask, earnedValueOf } from '../domain/earnedValue.ts'
import { measuredParts } from '../domain/measuredPart.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { nameOfTask } from '../store/baseline.ts'
import type { ReadDb } from '../store/database.ts'
import { doneByMonth, findCostedBaseline, measurementsOf, paidByDay } from '../store/earnedValue.ts'
import { listTasks } from '../store/task.ts'
import { itemsOf } from './baseline.ts'
import type { QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** 挣值 as of a day: from a cost-loaded baseline, measured progress, and payments or work done. */
export const earnedValue: QueryHandler<'earnedValue'> = (
  db,
  { projectId, asOf, basis, baselineId },
  { today },
) => {
  requireProject(db, projectId)
  const on = asOf ?? today
  const baseline = findCostedBaseline(db, projectId, baselineId)
  if (baseline === undefined && baselineId !== undefined)
    throw new RuleBroken('baselineUnknown', ['baselineId'])
  const outlays = basis === 'paid' ? paidByDay(db, projectId) : doneByMonth(db, projectId, on)

  return earnedValueOf(
    {
      baseline:
        baseline === undefined ? null : { ...baseline, tasks: costedTasks(db, { ...baseline, projectId }) },
      measurements: measurementsOf(db, projectId),
      outlays,
    },
    { projectId, asOf: on, basis },
  )
}

/** What bears a cost in the baseline, and by whose reports it is measured: its own, or those of what is below it now. */
function costedTasks(
  db: ReadDb,
  baseline: { readonly id: string; readonly projectId: string },
): CostedTask[] {
  const bearers = costBearers(itemsOf(db, { ...baseline, isDerived: false }))
  const parts = measuredParts(listTasks(db, baseline.projectId))
  return bearers.map(({ taskId, costFen, plannedStart, plannedFinish }) => ({
    id: taskId,
    name: nameOfTask(db, taskId),
    costFen,
    start: plannedStart,
    finish: plannedFinish,
    parts: parts(taskId),
  }))
}
