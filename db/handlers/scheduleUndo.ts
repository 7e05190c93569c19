import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import type { WriteDb } from '../store/change.ts'
import { asStep, findStep, lastStep, lastUndoing, type ScheduleStep } from '../store/scheduleStep.ts'
import { changesOfStep, restoreRow } from '../store/scheduleUndo.ts'
import type { CommandHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** Writes back what a step changed, column by column: reports and other edits since stay; what clashes is refused. */
export const undoSchedule: CommandHandler<'undoSchedule'> = (db, { projectId = null, stepId }, { newId }) => {
  if (projectId !== null) assertOpen(requireProject(db, projectId).state)
  const step = stepId === undefined ? lastStep(db, projectId) : findStep(db, stepId)
  return undoStep(db, step, newId())
}

export const redoSchedule: CommandHandler<'redoSchedule'> = (db, { projectId = null, stepId }, { newId }) => {
  if (projectId !== null) assertOpen(requireProject(db, projectId).state)
  const step = stepId === undefined ? lastUndoing(db, projectId) : findStep(db, stepId)
  return undoStep(db, step, newId())
}

/** @throws RuleBroken stepUnknown, stepOvertaken */
export function undoStep(db: WriteDb, step: ScheduleStep | undefined, id: string) {
  if (step === undefined) throw new RuleBroken('stepUnknown', ['stepId'])
  const { projectId } = step
  const changes = changesOfStep(db, step)
  asStep(db, { id, projectId, undoesId: step.id }, () => {
    for (const change of changes) restoreRow(db, change)
  })
  return { stepId: id, request: step.request, rowCount: changes.length }
}
