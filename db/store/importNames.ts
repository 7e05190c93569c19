import { limitBudgetKinds, newestApproved } from '../domain/budget.ts'
import type { Named } from '../domain/import/nameIndex.ts'
import { listLines, listVersions } from './budget.ts'
import type { ReadDb } from './database.ts'

/** What projects are called: name, code, aliases. */
export function projectNames(db: ReadDb): Named[] {
  return db
    .all<{ id: string; name: string; code: string | null; aliases: string }>(
      'SELECT id, name, code, aliases FROM project ORDER BY sort_order, rowid',
    )
    .map(({ id, name, code, aliases }) => ({ id, names: [name, code, ...(JSON.parse(aliases) as string[])] }))
}

export function contractNames(db: ReadDb): (Named & { readonly projectId: string })[] {
  return db
    .all<{ id: string; project_id: string; number: string; name: string }>(
      'SELECT id, project_id, number, name FROM contract ORDER BY rowid',
    )
    .map(({ id, project_id: projectId, number, name }) => ({ id, projectId, names: [number, name] }))
}

export function fundNames(db: ReadDb): Named[] {
  return db
    .all<{ id: string; name: string; document_no: string | null }>(
      'SELECT id, name, document_no FROM fund ORDER BY rowid',
    )
    .map(({ id, name, document_no }) => ({ id, names: [name, document_no] }))
}

/** The leaves of the version that a project works by: its 概算, else the newest approved one, else the newest. */
export function lineNames(db: ReadDb, projectId: string): Named[] {
  const versions = listVersions(db, projectId)
  const version =
    newestApproved(versions, limitBudgetKinds) ??
    versions.findLast(({ state }) => state === 'approved') ??
    versions.at(-1)
  if (version === undefined) return []
  const lines = listLines(db, version.id)
  const parents = new Set(lines.map(({ parentId }) => parentId))
  return lines
    .filter(({ id }) => !parents.has(id))
    .map(({ id, code, name }) => ({ id, names: [code, name, `${code} ${name}`] }))
}
