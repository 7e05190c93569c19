import type { Milestone } from '../domain/milestone.ts'
import type { PageInput } from '../domain/page.ts'
import type { ProgressReport } from '../domain/progressReport.ts'
import type { WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

export function insertProgressReport(db: WriteDb, report: ProgressReport): void {
  db.insert({
    entity: 'progress_report',
    sql: `INSERT INTO progress_report (id, milestone_id, as_of, status, actual, actual_start, forecast, progress_pct, delay_reason, note, recorded_at, actor_name)
      VALUES (@id, @milestone_id, @as_of, @status, @actual, @actual_start, @forecast, @progress_pct, @delay_reason, @note, @recorded_at, @actor_name)`,
    row: {
      id: report.id,
      milestone_id: report.milestoneId,
      as_of: report.asOf,
      status: report.status,
      actual: report.actual,
      actual_start: report.actualStart,
      forecast: report.forecast,
      progress_pct: report.progressPct,
      delay_reason: report.delayReason,
      note: report.note,
      recorded_at: report.recordedAt,
      actor_name: report.actorName,
    },
  })
}

/** Newest first. */
export function listProgressReports(db: ReadDb, milestoneId: string, page: PageInput) {
  const from = 'FROM progress_report WHERE milestone_id = @milestoneId'
  return readPage<ReportRow, ProgressReport>(
    db,
    page,
    { from, rows: `SELECT * ${from} ORDER BY rowid DESC`, params: { milestoneId } },
    reportOf,
  )
}

interface ReportRow {
  readonly id: string
  readonly milestone_id: string
  readonly as_of: string
  readonly status: Milestone['status']
  readonly actual: string | null
  readonly actual_start: string | null
  readonly forecast: string | null
  readonly progress_pct: number | null
  readonly delay_reason: ProgressReport['delayReason']
  readonly note: string | null
  readonly recorded_at: string
  readonly actor_name: string
}

function reportOf(row: ReportRow): ProgressReport {
  return {
    id: row.id,
    milestoneId: row.milestone_id,
    asOf: row.as_of,
    status: row.status,
    actual: row.actual,
    actualStart: row.actual_start,
    forecast: row.forecast,
    progressPct: row.progress_pct,
    delayReason: row.delay_reason,
    note: row.note,
    recordedAt: row.recorded_at,
    actorName: row.actor_name,
  }
}
