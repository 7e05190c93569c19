import { limitBudgetKinds, newestApproved } from '../domain/budget.ts'
import { totalOf, treeOf } from '../domain/budgetTree.ts'
import { contingencyOf } from '../domain/contingency.ts'
import { costClassesOf } from '../domain/costClass.ts'
import { limitAt } from '../domain/monthBooks.ts'
import { gridSumsOf, workTogether } from '../domain/progressGrid.ts'
import { listLines, listVersions } from '../store/budget.ts'
import { listCommitments as readCommitments } from '../store/commitment.ts'
import { listContracts } from '../store/contract.ts'
import { drawsOf } from '../store/contractLine.ts'
import type { ReadDb } from '../store/database.ts'
import { lineScope } from '../store/lineScope.ts'
import { movementsByMonth } from '../store/monthBooks.ts'
import { closedMonths } from '../store/periodClose.ts'
import { workOfLines } from '../store/progressGrid.ts'
import { fourBooks } from './books.ts'
import type { QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** What adds up to a figure of 合同. */
export const listCommitments: QueryHandler<'listCommitments'> = (
  db,
  { projectId, planId, contractId, lineKey, state, to, ...page },
) =>
  readCommitments(
    db,
    { projectId, planId, contractId, state, to, ...lineScope(db, projectId, lineKey) },
    page,
  )

/** The books by project and month. */
export const booksByMonth: QueryHandler<'booksByMonth'> = (db, { projectId, planId, from, to }) => {
  const moved = movementsByMonth(db, { projectId, planId, from, to })
  const limits = new Map([...new Set(moved.map((row) => row.projectId))].map((id) => [id, limitsOf(db, id)]))
  const items = moved.map((row) => ({
    ...row,
    budgetFen: limitAt(limits.get(row.projectId) ?? [], row.month),
  }))
  return { items, total: items.length }
}

/** 预备费: granted, drawn, left. */
export const getContingency: QueryHandler<'getContingency'> = (db, { projectId }) => {
  requireProject(db, projectId)
  const items = drawsOf(db, projectId)
  return { ...contingencyOf(limitTree(db, projectId), items), items, total: items.length }
}

/** The books by 建设成本 class. */
export const costByClass: QueryHandler<'costByClass'> = (db, { projectId }, moment) => {
  const { versionId, items, total } = fourBooks(db, { projectId }, moment)
  const { budgetFen, doneFen, paidFen } = total
  return { projectId, versionId, items: costClassesOf(items), total: { budgetFen, doneFen, paidFen } }
}

/** 计量 of all contracts of a project, month by month of a year. */
export const progressGrid: QueryHandler<'progressGrid'> = (db, { projectId, year }) => {
  requireProject(db, projectId)
  const contracts = listContracts(db, { projectId, planId: undefined, text: undefined }, everything).items
  const work = workOfLines(db, projectId)
  const byContract = Map.groupBy(work, ({ contractId }) => contractId)
  const years = new Set(
    work.flatMap(({ byMonth }) => [...byMonth.keys()].map((of) => Number(of.slice(0, 4)))),
  )
  return {
    projectId,
    year,
    years: [...years.add(year)].toSorted((a, b) => a - b),
    closed: closedMonths(db).filter((of) => of.startsWith(String(year))),
    items: contracts.toReversed().map(({ id, number, name, counterparty, signedOn }) => {
      const lines = byContract.get(id) ?? []
      return {
        ...{ contractId: id, number, name, counterparty, signedOn },
        lines: lines.map((line) => ({
          ...{ budgetLineId: line.budgetLineId, lineKey: line.lineKey, code: line.code, name: line.name },
          ...gridSumsOf(line, year),
        })),
        ...gridSumsOf(workTogether(lines), year),
      }
    }),
    total: gridSumsOf(workTogether(work), year),
  }
}

function limitTree(db: ReadDb, projectId: string) {
  const limit = newestApproved(listVersions(db, projectId), limitBudgetKinds)
  return limit === undefined ? null : treeOf(listLines(db, limit.id))
}

function limitsOf(db: ReadDb, projectId: string) {
  return listVersions(db, projectId)
    .filter(({ kind, state }) => state === 'approved' && limitBudgetKinds.includes(kind))
    .map((version) => ({ ...version, totalFen: totalOf(treeOf(listLines(db, version.id))) ?? 0 }))
}

const everything = { page: 1, pageSize: 100_000 }
