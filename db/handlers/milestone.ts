import { editedMilestone, type Milestone, newMilestone } from '../domain/milestone.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { listCitations } from '../store/citation.ts'
import type { ReadDb } from '../store/database.ts'
import {
  findMilestone,
  insertMilestone,
  nextSortOrder,
  listMilestones as readMilestones,
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

export function requireMilestone(db: ReadDb, milestoneId: string): Milestone {
  const milestone = findMilestone(db, milestoneId)
  if (milestone === undefined) throw new RuleBroken('milestoneUnknown', ['milestoneId'])
  return milestone
}
