import {
  assertReport,
  editedMilestone,
  type Milestone,
  newMilestone,
  reportedMilestone,
} from '../domain/milestone.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { listCitations } from '../store/citation.ts'
import type { ReadDb } from '../store/database.ts'
import {
  findMilestone,
  insertMilestone,
  insertProgressReport,
  nextSortOrder,
  listMilestones as readMilestones,
  listProgressReports as readReports,
  updateMilestone,
} from '../store/milestone.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

export const listMilestones: QueryHandler<'listMilestones'> = (db, { projectId, planId, ...page }) => {
  const milestones = readMilestones(db, { projectId, planId }, page)
  return {
    ...milestones,
    items: milestones.items.map((milestone) => ({
      ...milestone,
      citations: listCitations(db, milestone.id),
    })),
  }
}

export const listProgressReports: QueryHandler<'listProgressReports'> = (db, { milestoneId, ...page }) =>
  readReports(db, milestoneId, page)

export const addMilestone: CommandHandler<'addMilestone'> = (db, input, { newId }) => {
  const project = requireProject(db, input.projectId)
  assertOpen(project.state)

  return insertMilestone(db, newMilestone(input, newId(), nextSortOrder(db, input.projectId)))
}

export const editMilestone: CommandHandler<'editMilestone'> = (db, input) => {
  const milestone = requireMilestone(db, input.milestoneId)
  assertOpen(requireProject(db, milestone.projectId).state)

  return updateMilestone(db, editedMilestone(milestone, input), input.reason)
}

export const reportMilestone: CommandHandler<'reportMilestone'> = (db, report, { newId, today, at }) => {
  const milestone = requireMilestone(db, report.milestoneId)
  assertOpen(requireProject(db, milestone.projectId).state)

  assertReport(report, today)
  const name = db.command.actor?.name ?? ''
  const reported = reportedMilestone(milestone, report, { name, today })

  insertProgressReport(db, {
    id: newId(),
    milestoneId: milestone.id,
    asOf: today,
    status: reported.status,
    actual: reported.actual,
    actualStart: reported.actualStart,
    forecast: reported.forecast,
    progressPct: report.progressPct ?? (report.status === 'done' ? 100 : null),
    note: reported.note,
    recordedAt: at,
    actorName: name,
  })
  return updateMilestone(db, reported, report.note)
}

function requireMilestone(db: ReadDb, milestoneId: string): Milestone {
  const milestone = findMilestone(db, milestoneId)
  if (milestone === undefined) throw new RuleBroken('milestoneUnknown', ['milestoneId'])
  return milestone
}
