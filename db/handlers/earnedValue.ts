import { earnedValueOf } from '../domain/earnedValue.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import {
  costedTasks,
  doneByMonth,
  findCostedBaseline,
  measurementsOf,
  paidByDay,
} from '../store/earnedValue.ts'
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
      baseline: baseline === undefined ? null : { ...baseline, tasks: costedTasks(db, baseline.id) },
      measurements: measurementsOf(db, projectId),
      outlays,
    },
    { projectId, asOf: on, basis },
  )
}
