import { bookLinesOf, type Recorded, sumOfBooks } from '../domain/books.ts'
import { limitBudgetKinds, newestApproved } from '../domain/budget.ts'
import { treeOf } from '../domain/budgetTree.ts'
import { classified } from '../domain/costClass.ts'
import { inHand, payableOf } from '../domain/payable.ts'
import { projectLimits } from '../domain/payLimit.ts'
import { fundTerms } from '../domain/payTerm.ts'
import { recordedBooks } from '../store/books.ts'
import { listLines, listVersions } from '../store/budget.ts'
import { costMappings } from '../store/costMapping.ts'
import type { ReadDb } from '../store/database.ts'
import { budgetOf, fundsInHand, paidOf, positionOf } from '../store/position.ts'
import { listProjects } from '../store/project.ts'
import { rulesOf } from '../store/rule.ts'
import { requireContract } from './contract.ts'
import type { QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** 概算 · 合同 · 完成投资 · 支付 side by side: of one project by 科目, of all by project. */
export const fourBooks: QueryHandler<'fourBooks'> = (db, { projectId }) => {
  const recorded = recordedBooks(db, projectId)
  if (projectId === undefined) {
    const projects = projectBooks(db, recorded, undefined)
    return {
      projectId: null,
      versionId: null,
      items: [],
      projects,
      total: sumOfBooks(projects),
      unknown: unknownOf(projects),
    }
  }
  requireProject(db, projectId)
  const books = booksOf(db, projectId, recorded.get(projectId))
  return {
    projectId,
    versionId: books.versionId,
    items: books.items,
    projects: [],
    total: books.total,
    unknown: unknownOf([books.total]),
  }
}

/** 本次可付 */
export const payableNow: QueryHandler<'payableNow'> = (db, { contractId, onDay, kind }) => {
  const contract = requireContract(db, contractId)
  return payableOf(positionOf(db, contract, onDay), rulesOf(db, contract.projectId), kind, onDay)
}

export const projectPayable: QueryHandler<'projectPayable'> = (db, { projectId, onDay }) => {
  const project = requireProject(db, projectId)
  const funds = fundsInHand(db, project.id, onDay)
  const terms = fundTerms(funds)
  const limits = projectLimits(budgetOf(db, project.id), terms, rulesOf(db, project.id), onDay)
  return {
    projectId: project.id,
    onDay,
    paidFen: paidOf(db, project.id),
    fundsInHandFen: inHand(funds),
    limits,
    payableFen:
      limits.length === 0 ? null : Math.max(0, Math.min(...limits.map(({ amountFen }) => amountFen))),
    fundTerms: terms ?? [],
  }
}

/** The books of each project; of one plan where it is named. */
export function projectBooks(
  db: ReadDb,
  recorded: ReadonlyMap<string, Recorded>,
  planId: string | undefined,
) {
  const { items } = listProjects(
    db,
    { planId, text: undefined, state: 'any' },
    { page: 1, pageSize: 100_000 },
  )
  return items.map((project) => ({
    projectId: project.id,
    projectName: project.name,
    planId: project.planId,
    ...booksOf(db, project.id, recorded.get(project.id)).total,
  }))
}

function booksOf(db: ReadDb, projectId: string, recorded: Recorded = nothing) {
  const versions = listVersions(db, projectId)
  const limit = newestApproved(versions, limitBudgetKinds)
  const shown = limit ?? versions.at(-1)
  const tree =
    shown === undefined ? [] : classified(treeOf(listLines(db, shown.id)), costMappings(db, projectId))
  return { versionId: shown?.id ?? null, ...bookLinesOf(tree, limit !== undefined, recorded) }
}

function unknownOf(
  parts: readonly {
    readonly budgetFen: number | null
    readonly contractFen: number | null
    readonly doneFen: number | null
  }[],
) {
  const count = (book: 'budgetFen' | 'contractFen' | 'doneFen') =>
    parts.filter((part) => part[book] === null).length
  return { budget: count('budgetFen'), contract: count('contractFen'), done: count('doneFen') }
}

const nothing: Recorded = { amounts: [], hasContracts: false, hasDone: false }
