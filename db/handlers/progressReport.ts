import type { Milestone } from '../domain/milestone.ts'
import {
  assertNewest,
  assertReport,
  type ReportMilestone,
  reportedMilestone,
} from '../domain/progressReport.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import type { WriteDb } from '../store/change.ts'
import { updateMilestone } from '../store/milestone.ts'
import { insertProgressReport, listProgressReports as readReports } from '../store/progressReport.ts'
import type { CommandHandler, Moment, QueryHandler } from './handler.ts'
import { requireMilestone } from './milestone.ts'
import { requireProject } from './project.ts'

export const listProgressReports: QueryHandler<'listProgressReports'> = (db, { milestoneId, ...page }) =>
  readReports(db, milestoneId, page)

export const reportMilestone: CommandHandler<'reportMilestone'> = (db, report, moment) =>
  keepReport(db, report, moment)

/** A week of a liaison: a fault names the report by its place, and nothing of the others is kept. */
export const reportTasks: CommandHandler<'reportTasks'> = (db, { reports }, moment) => ({
  items: reports.map((report, index) => {
    try {
      return keepReport(db, report, moment)
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error
      throw new RuleBroken(
        error.code,
        error.fields.map((field) => `reports.${String(index)}.${field}`),
        error.params,
      )
    }
  }),
  total: reports.length,
})

function keepReport(db: WriteDb, report: ReportMilestone, { newId, today, at }: Moment): Milestone {
  const milestone = requireMilestone(db, report.milestoneId)
  assertOpen(requireProject(db, milestone.projectId).state)
  const asOf = report.asOf ?? today

  assertReport(report, today)
  assertNewest(milestone, asOf)
  const name = db.command.actor?.name ?? ''
  const reported = reportedMilestone(milestone, report, { name, asOf })

  insertProgressReport(db, {
    id: newId(),
    milestoneId: milestone.id,
    asOf,
    status: reported.status,
    actual: reported.actual,
    actualStart: reported.actualStart,
    forecast: reported.forecast,
    progressPct: report.progressPct ?? (report.status === 'done' ? 100 : null),
    delayReason: report.delayReason ?? null,
    note: reported.note,
    recordedAt: at,
    actorName: name,
  })
  return updateMilestone(db, reported, report.note)
}
