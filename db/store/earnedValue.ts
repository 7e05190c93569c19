import type { Day } from '../domain/day.ts'
import type { Measurement, Outlay } from '../domain/earnedValue.ts'
import { monthEnd } from '../domain/month.ts'
import type { ReadDb } from './database.ts'

/** The baseline of that id; without one, the project's newest that carries a cost. */
export function findCostedBaseline(db: ReadDb, projectId: string, baselineId: string | undefined) {
  return db.get<{ readonly id: string; readonly name: string }>(
    `SELECT id, name FROM baseline
      WHERE project_id = @projectId AND removed_at IS NULL AND (
        id = @baselineId OR (@baselineId IS NULL AND EXISTS (
          SELECT 1 FROM baseline_item WHERE baseline_id = baseline.id AND cost_fen IS NOT NULL)))
      ORDER BY rowid DESC LIMIT 1`,
    { projectId, baselineId: baselineId ?? null },
  )
}

/** All reports on the tasks of a project, the newer of one day behind the older. */
export function measurementsOf(db: ReadDb, projectId: string): Measurement[] {
  return db.all<Measurement>(
    `SELECT report.milestone_id AS taskId, report.as_of AS asOf, report.status, report.progress_pct AS progressPct
      FROM progress_report AS report JOIN task ON task.id = report.milestone_id
      WHERE task.project_id = @projectId ORDER BY report.rowid`,
    { projectId },
  )
}

/** Cash out, day by day. */
export function paidByDay(db: ReadDb, projectId: string): Outlay[] {
  return db.all<Outlay>(
    `SELECT paid_on AS "on", sum(amount_fen) AS amountFen FROM payment
      WHERE project_id = @projectId GROUP BY paid_on ORDER BY paid_on`,
    { projectId },
  )
}

/** Work measured, at the ends of its months, that of the month asked about on the day itself; null where nobody measures. */
export function doneByMonth(db: ReadDb, projectId: string, asOf: Day): Outlay[] | null {
  const months = db.all<{ readonly month: string; readonly amountFen: number }>(
    `SELECT value.month, sum(value.amount_fen) AS amountFen FROM progress_value AS value
      JOIN contract ON contract.id = value.contract_id
      WHERE contract.project_id = @projectId GROUP BY value.month ORDER BY value.month`,
    { projectId },
  )
  const dayOf = (month: string) => (month === asOf.slice(0, 7) ? asOf : monthEnd(month))
  return months.length === 0 ? null : months.map(({ month, amountFen }) => ({ on: dayOf(month), amountFen }))
}
