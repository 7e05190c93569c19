import { headOf } from './chain.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

/** Does a command's work and notes where its changes begin in the chain, so that it can be undone as a whole. */
export function asStep<Result>(
  db: WriteDb,
  step: { readonly id: string; readonly projectId: string | null; readonly undoesId?: string },
  work: () => Result,
): Result {
  const firstSeq = headOf(db).seq + 1
  const result = work()
  const row: Row = {
    id: step.id,
    project_id: step.projectId,
    request: db.command.request,
    first_seq: firstSeq,
    undoes_id: step.undoesId ?? null,
    recorded_at: db.command.at,
  }
  db.insert({ entity: 'schedule_step', sql: insertSql, row })
  return result
}

export interface ScheduleStep {
  readonly id: string
  readonly projectId: string | null
  readonly request: string
  readonly firstSeq: number
  readonly lastSeq: number
}

/** The newest step in effect of a project (null: of the library's calendars) that is no undoing itself. */
export function lastStep(db: ReadDb, projectId: string | null): ScheduleStep | undefined {
  return db.get<ScheduleStep>(
    `${stepSql} WHERE step.project_id IS @projectId AND step.undoes_id IS NULL AND NOT EXISTS (${undoneSql})
      ORDER BY step.rowid DESC LIMIT 1`,
    { projectId },
  )
}

/** The newest undoing in effect, if nothing was done since. */
export function lastUndoing(db: ReadDb, projectId: string | null): ScheduleStep | undefined {
  return db.get<ScheduleStep>(
    `${stepSql} WHERE step.project_id IS @projectId AND NOT EXISTS (${undoneSql})
        AND (SELECT undoes_id FROM schedule_step AS undone WHERE undone.id = step.undoes_id) IS NULL
        AND step.undoes_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM schedule_step AS later WHERE later.project_id IS @projectId
          AND later.rowid > step.rowid AND later.undoes_id IS NULL)
      ORDER BY step.rowid DESC LIMIT 1`,
    { projectId },
  )
}

export function findStep(db: ReadDb, stepId: string): ScheduleStep | undefined {
  return db.get<ScheduleStep>(`${stepSql} WHERE step.id = @stepId`, { stepId })
}

export function isStepUndone(db: ReadDb, stepId: string): boolean {
  return (
    db.get(`SELECT 1 FROM schedule_step AS step WHERE step.id = @stepId AND EXISTS (${undoneSql})`, {
      stepId,
    }) !== undefined
  )
}

/** An undoing that was not undone itself. */
const undoneSql = `SELECT 1 FROM schedule_step AS undo WHERE undo.undoes_id = step.id
  AND NOT EXISTS (SELECT 1 FROM schedule_step AS redo WHERE redo.undoes_id = undo.id)`

const insertSql = `INSERT INTO schedule_step (id, project_id, request, first_seq, undoes_id, recorded_at)
  VALUES (@id, @project_id, @request, @first_seq, @undoes_id, @recorded_at)`

const stepSql = `SELECT step.id, step.project_id AS projectId, step.request, step.first_seq AS firstSeq, change.seq - 1 AS lastSeq
  FROM schedule_step AS step JOIN change ON change.entity_id = step.id AND change.entity = 'schedule_step'`
