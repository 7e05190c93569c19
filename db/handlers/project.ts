import { type CitationInput } from '../domain/citation.ts'
import { editedProject, newProject, type Project } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import type { WriteDb } from '../store/change.ts'
import { insertCitation, listCitations } from '../store/citation.ts'
import type { ReadDb } from '../store/database.ts'
import { listDiscrepancies } from '../store/discrepancy.ts'
import { findEnvelope, findPlan } from '../store/plan.ts'
import {
  findProject,
  findProjectRow,
  insertProject,
  isProjectNameTaken,
  listProjects as readProjects,
  updateProject,
} from '../store/project.ts'
import type { CommandHandler, Moment, QueryHandler } from './handler.ts'

export const listProjects: QueryHandler<'listProjects'> = (db, { planId, text, state, ...page }) =>
  readProjects(db, { planId, text, state }, page)

export const getProject: QueryHandler<'getProject'> = (db, { projectId }) => {
  const row = findProjectRow(db, projectId)
  if (row === undefined) throw new RuleBroken('projectUnknown', ['projectId'])
  const envelope = row.envelopeId === null ? undefined : findEnvelope(db, row.envelopeId)
  return {
    ...row,
    citations: listCitations(db, projectId),
    envelope: envelope === undefined ? null : { ...envelope, citations: listCitations(db, envelope.id) },
    discrepancies: listDiscrepancies(db, { projectId }, { page: 1, pageSize: 100 }).items,
  }
}

export const createProject: CommandHandler<'createProject'> = (db, input, moment) => {
  if (input.planId !== undefined && input.planId !== null && findPlan(db, input.planId) === undefined) {
    throw new RuleBroken('planUnknown', ['planId'])
  }
  const project = newProject(input, moment.newId())
  assertNameFree(db, project)

  const created = insertProject(db, project)
  cite(db, created.id, input.citations, moment)
  return created
}

export const editProject: CommandHandler<'editProject'> = (db, input, moment) => {
  const project = requireProject(db, input.projectId)
  if (project.state === 'archived') throw new RuleBroken('projectArchived', ['projectId'])
  const edited = editedProject(project, input, db.command.actor?.role ?? 'reviewer')
  assertNameFree(db, edited)

  const written = updateProject(db, edited, input.reason)
  cite(db, written.id, input.citations, moment)
  return written
}

export const setProjectState: CommandHandler<'setProjectState'> = (db, { projectId, state, reason }) => {
  const project = requireProject(db, projectId)
  if (project.state === state) throw new RuleBroken('nothingChanged')

  return updateProject(db, { ...project, state }, reason)
}

/** @throws RuleBroken projectUnknown */
export function requireProject(db: ReadDb, projectId: string): Project {
  const project = findProject(db, projectId)
  if (project === undefined) throw new RuleBroken('projectUnknown', ['projectId'])
  return project
}

function assertNameFree(db: ReadDb, project: Project) {
  if (isProjectNameTaken(db, project.planId, project.name, project.id))
    throw new RuleBroken('projectNameTaken', ['name'])
}

function cite(db: WriteDb, projectId: string, citations: readonly CitationInput[], { newId }: Moment) {
  for (const citation of citations) {
    insertCitation(db, {
      id: newId(),
      subject: 'project',
      subjectId: projectId,
      lineFrom: null,
      lineTo: null,
      ...citation,
    })
  }
}
