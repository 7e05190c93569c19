import {
  assertDraft,
  type BudgetLine,
  type BudgetLineRow,
  type BudgetVersion,
  type BudgetVersionRow,
  type CreateBudgetVersion,
  limitBudgetKinds,
  lineSet,
  newestApproved,
} from '../domain/budget.ts'
import { comparedLines, copiedLines, deltaPct, templateLines, totalOf, treeOf } from '../domain/budgetTree.ts'
import { overEstimateWarnings, planVersionId, planVersionOf } from '../domain/budgetVersion.ts'
import { budgetWarnings } from '../domain/contract.ts'
import { classified } from '../domain/costClass.ts'
import { assertOpen, type Project } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { reasonFor } from '../domain/warning.ts'
import {
  approveVersion,
  findVersion,
  insertLine,
  insertVersion,
  listLines,
  listVersions,
  updateLine,
} from '../store/budget.ts'
import { committedOf } from '../store/contractLine.ts'
import { costMappings } from '../store/costMapping.ts'
import type { ReadDb } from '../store/database.ts'
import { rulesOf } from '../store/rule.ts'
import type { CommandHandler, Moment, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

export const createBudgetVersion: CommandHandler<'createBudgetVersion'> = (db, input, moment) => {
  const project = requireProject(db, input.projectId)
  const source = sourceOf(db, input)

  assertOpen(project.state)
  if (input.kind === 'plan') throw new RuleBroken('budgetPlanDerived', ['kind'])
  const version = draftOf(input, moment, source?.id ?? null)

  insertVersion(db, version)
  for (const line of firstLines(db, input, source, version.id, moment)) insertLine(db, line)
  return rowOf(db, version, project)
}

export const setBudgetLine: CommandHandler<'setBudgetLine'> = (db, input, { newId }) => {
  const version = draftToEdit(db, input.versionId)
  const lines = listLines(db, version.id)

  const line = lineSet(lines, input, newId())

  if (input.lineId === undefined) insertLine(db, line)
  else updateLine(db, line)
  return line
}

export const approveBudgetVersion: CommandHandler<'approveBudgetVersion'> = (db, input, { today }) => {
  const version = draftToEdit(db, input.versionId)
  const project = requireProject(db, version.projectId)
  const totalFen = totalOf(treeOf(listLines(db, version.id)))
  const feasibility = newestApproved(listVersions(db, version.projectId), ['feasibility'])
  const estimateFen = feasibility === undefined ? null : totalOf(treeOf(listLines(db, feasibility.id)))
  const isLimit = limitBudgetKinds.includes(version.kind)

  if (totalFen === null) throw new RuleBroken('budgetEmpty', ['versionId'])
  if (input.approvedOn > today) throw new RuleBroken('dateInFuture', ['approvedOn'], { today })
  const warnings = isLimit
    ? [
        ...overEstimateWarnings(totalFen, estimateFen, rulesOf(db, project.id), input.approvedOn),
        ...budgetWarnings(committedOf(db, version.projectId), totalFen),
      ]
    : []
  const reason = reasonFor(warnings, input.overrideReason)

  const { approvalNo, approvalBody, approvedOn } = input
  const approved: BudgetVersion = { ...version, state: 'approved', approvalNo, approvalBody, approvedOn }
  approveVersion(db, approved, reason)
  return rowOf(db, approved, project)
}

/** The plan's figure first, then in the order of recording. */
export const listBudgetVersions: QueryHandler<'listBudgetVersions'> = (db, { projectId, page, pageSize }) => {
  const project = requireProject(db, projectId)
  const stored = listVersions(db, projectId)
  const all = [planVersionOf(project), ...stored.map((version) => rowOf(db, version, project))]
  return { items: all.slice((page - 1) * pageSize, page * pageSize), total: all.length, page, pageSize }
}

export const listBudgetLines: QueryHandler<'listBudgetLines'> = (db, { versionId }) => {
  const { version, tree } = versionWithTree(db, versionId)
  return { version, items: tree, total: tree.length, page: 1, pageSize: tree.length }
}

export const compareBudgetVersions: QueryHandler<'compareBudgetVersions'> = (db, { fromId, toId }) => {
  const from = versionWithTree(db, fromId)
  const to = versionWithTree(db, toId)
  if (from.version.projectId !== to.version.projectId) throw new RuleBroken('budgetVersionsApart', ['toId'])
  const items = comparedLines(from.tree, to.tree)
  const before = from.version.totalFen
  const after = to.version.totalFen
  return {
    from: from.version,
    to: to.version,
    items,
    total: items.length,
    deltaFen: before === null || after === null ? null : after - before,
    deltaPct: before === null || after === null ? null : deltaPct(before, after),
  }
}

/** What a new version starts as: the version named, else the newest approved, else the newest. */
function sourceOf(db: ReadDb, { projectId, start, copiedFromId }: CreateBudgetVersion) {
  if (start === 'template' || start === 'blank') return undefined
  const versions = listVersions(db, projectId)
  if (copiedFromId === undefined || copiedFromId === null) {
    const source = versions.findLast(({ state }) => state === 'approved') ?? versions.at(-1)
    if (source === undefined && start === 'copy')
      throw new RuleBroken('budgetVersionUnknown', ['copiedFromId'])
    return source
  }
  const named = versions.find(({ id }) => id === copiedFromId)
  if (named === undefined) throw new RuleBroken('budgetVersionUnknown', ['copiedFromId'])
  return named
}

function draftOf(
  { projectId, kind, approvalNo, approvalBody, note }: CreateBudgetVersion,
  { newId, at }: Moment,
  copiedFromId: string | null,
): BudgetVersion {
  return {
    id: newId(),
    projectId,
    kind,
    approvalNo,
    approvalBody,
    approvedOn: null,
    state: 'draft',
    copiedFromId,
    note,
    recordedAt: at,
  }
}

function firstLines(
  db: ReadDb,
  { start }: CreateBudgetVersion,
  source: BudgetVersion | undefined,
  versionId: string,
  { newId }: Moment,
): BudgetLine[] {
  if (source !== undefined) return copiedLines(listLines(db, source.id), versionId, newId)
  return start === 'blank' ? [] : templateLines(versionId, newId)
}

function requireVersion(db: ReadDb, versionId: string): BudgetVersion {
  if (planVersionId(versionId) !== null) throw new RuleBroken('budgetPlanDerived', ['versionId'])
  const version = findVersion(db, versionId)
  if (version === undefined) throw new RuleBroken('budgetVersionUnknown', ['versionId'])
  return version
}

/** @throws RuleBroken projectClosed, projectArchived, budgetVersionApproved */
export function draftToEdit(db: ReadDb, versionId: string): BudgetVersion {
  const version = requireVersion(db, versionId)
  assertOpen(requireProject(db, version.projectId).state)
  assertDraft(version)
  return version
}

function versionWithTree(
  db: ReadDb,
  versionId: string,
): { readonly version: BudgetVersionRow; readonly tree: BudgetLineRow[] } {
  const projectId = planVersionId(versionId)
  if (projectId !== null) return { version: planVersionOf(requireProject(db, projectId)), tree: [] }
  const version = requireVersion(db, versionId)
  return {
    version: rowOf(db, version, requireProject(db, version.projectId)),
    tree: classified(treeOf(listLines(db, version.id)), costMappings(db, version.projectId)),
  }
}

/** As it stands now, with its total. */
export function versionRow(db: ReadDb, version: BudgetVersion): BudgetVersionRow {
  return rowOf(db, version, requireProject(db, version.projectId))
}

function rowOf(db: ReadDb, version: BudgetVersion, project: Project): BudgetVersionRow {
  const versions = listVersions(db, project.id)
  return {
    ...version,
    totalFen: totalOf(treeOf(listLines(db, version.id))),
    isCurrent: newestApproved(versions, [version.kind])?.id === version.id,
    isLimit: newestApproved(versions, limitBudgetKinds)?.id === version.id,
    isDerived: false,
  }
}
