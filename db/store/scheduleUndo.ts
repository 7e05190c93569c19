import type { Entity } from '../domain/change.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import type { ScheduleStep } from './scheduleStep.ts'

export interface StepChange {
  readonly entity: Entity
  readonly entityId: string
  /** Null: the step made the row. */
  readonly before: Row | null
  readonly after: Row
}

/** Newest first, so that a row comes back before what it stands on is taken away. */
export function changesOfStep(db: ReadDb, { firstSeq, lastSeq }: ScheduleStep): StepChange[] {
  return (
    db
      .all<{ entity: Entity; entity_id: string; before: string | null; after: string }>(
        'SELECT entity, entity_id, before, after FROM change WHERE seq BETWEEN @firstSeq AND @lastSeq ORDER BY seq DESC',
        { firstSeq, lastSeq },
      )
      // A baseline's items stay with it: what lists it no more lists them no more. That there was an import stays told.
      .filter(({ entity }) => entity !== 'baseline_item' && entity !== 'import_batch')
      .map(({ entity, entity_id: entityId, before, after }) => ({
        entity,
        entityId,
        before: before === null ? null : imageRow(before),
        after: imageRow(after),
      }))
  )
}

/**
 * Writes back the columns that a step changed; a row that it made is removed.
 * @throws RuleBroken stepOvertaken where one of them is no longer what the step left
 */
export function restoreRow(db: WriteDb, { entity, entityId, before, after }: StepChange): void {
  const statements = statementsOf(entity)
  const now = db.get<Row>(statements.read, { id: entityId })
  if (now === undefined) throw new Error('no row of that id')
  const changed = before === null ? ['removed_at'] : changedColumns(before, after)
  const isOvertaken = changed.some((name) => (now[name] ?? null) !== (after[name] ?? null))
  if (isOvertaken) throw new RuleBroken('stepOvertaken', ['stepId'], { task: String(now['name'] ?? '') })
  const restored = changed.map((name): readonly [string, string | number | null] => [
    name,
    before === null ? db.command.at : (before[name] ?? null),
  ])
  const params = { ...now, ...Object.fromEntries(restored) }
  db.update({ entity, sql: statements.write, params, before: now, reason: null })
}

function changedColumns(before: Row, after: Row): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => (before[name] ?? null) !== (after[name] ?? null),
  )
}

function imageRow(image: string): Row {
  return JSON.parse(image) as Row
}

interface Statements {
  readonly read: string
  readonly write: string
}

/** All columns that a command on a schedule may change, by table. */
function statementsOf(entity: Entity): Statements {
  const statements = tables[entity]
  if (statements === undefined) throw new Error(`${entity} is no part of a schedule`)
  return statements
}

const tables: Partial<Record<Entity, Statements>> = {
  milestone: {
    read: 'SELECT * FROM task WHERE id = @id',
    write: `UPDATE task SET sort_order = @sort_order, name = @name, due = @due, due_first = @due_first, due_last = @due_last,
        note = @note, responsible = @responsible, kind = @kind, parent_id = @parent_id, planned_start = @planned_start,
        planned_start_first = @planned_start_first, planned_start_last = @planned_start_last,
        planned_finish = @planned_finish, planned_finish_first = @planned_finish_first,
        planned_finish_last = @planned_finish_last, duration_days = @duration_days, duration_unit = @duration_unit,
        constraint_kind = @constraint_kind, constraint_on = @constraint_on, weight = @weight, cost_fen = @cost_fen,
        budget_line_id = @budget_line_id, contract_id = @contract_id, calendar_id = @calendar_id,
        removed_at = @removed_at, status = @status, actual = @actual, actual_start = @actual_start,
        progress_pct = @progress_pct
      WHERE id = @id RETURNING *`,
  },
  task_link: {
    read: 'SELECT * FROM task_link WHERE id = @id',
    write: `UPDATE task_link SET kind = @kind, lag_days = @lag_days, removed_at = @removed_at WHERE id = @id RETURNING *`,
  },
  calendar: {
    read: 'SELECT * FROM calendar WHERE id = @id',
    write: `UPDATE calendar SET name = @name, working_weekdays = @working_weekdays, keeps_holidays = @keeps_holidays,
        removed_at = @removed_at WHERE id = @id RETURNING *`,
  },
  baseline: {
    read: 'SELECT * FROM baseline WHERE id = @id',
    write: 'UPDATE baseline SET removed_at = @removed_at WHERE id = @id RETURNING *',
  },
  calendar_exception: {
    read: 'SELECT * FROM calendar_exception WHERE id = @id',
    write: `UPDATE calendar_exception SET name = @name, first_on = @first_on, last_on = @last_on, is_work = @is_work,
        removed_at = @removed_at WHERE id = @id RETURNING *`,
  },
}
