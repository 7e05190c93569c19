import { treeOf } from '../domain/budgetTree.ts'
import type { Fen } from '../domain/fen.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import type { Task } from '../domain/task.ts'
import { findLineOf, listLines } from '../store/budget.ts'
import { findCalendar } from '../store/calendar.ts'
import { findContract } from '../store/contract.ts'
import type { ReadDb } from '../store/database.ts'

/** @throws RuleBroken calendarUnknown: the library's, or the project's own */
export function assertCalendar(db: ReadDb, projectId: string, calendarId: string | null | undefined): void {
  if (calendarId === null || calendarId === undefined) return
  const calendar = findCalendar(db, calendarId)
  if (calendar === undefined || (calendar.projectId !== null && calendar.projectId !== projectId))
    throw new RuleBroken('calendarUnknown', ['calendarId'])
}

/**
 * The task with its cost: a 科目 or contract that is new to it brings all of its sum where none was typed.
 * @throws RuleBroken budgetLineUnknown, contractUnknown, contractOfOtherProject, costOriginUnknown
 */
export function withCost(db: ReadDb, task: Task, before?: Task): Task {
  const isSameOrigin = task.budgetLineId === before?.budgetLineId && task.contractId === before.contractId
  const originFen = isSameOrigin ? null : sumOfOrigin(db, task)
  if (originFen === null || task.costFen !== (before?.costFen ?? null)) return task
  return { ...task, costFen: originFen }
}

function sumOfOrigin(db: ReadDb, { projectId, budgetLineId, contractId }: Task): Fen | null {
  if (contractId !== null) {
    const contract = findContract(db, contractId)
    if (contract === undefined) throw new RuleBroken('contractUnknown', ['contractId'])
    if (contract.projectId !== projectId) throw new RuleBroken('contractOfOtherProject', ['contractId'])
    return contract.amountFen
  }
  if (budgetLineId === null) return null
  const found = findLineOf(db, projectId, budgetLineId)
  if (found === undefined) throw new RuleBroken('budgetLineUnknown', ['budgetLineId'])
  const row = treeOf(listLines(db, found.line.versionId)).find(({ id }) => id === budgetLineId)
  if (row === undefined || row.totalFen === null) throw new RuleBroken('costOriginUnknown', ['costFen'])
  return row.totalFen
}
