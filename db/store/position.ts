import type { ContractRow } from '../domain/contract.ts'
import type { Day } from '../domain/day.ts'
import type { Position } from '../domain/payable.ts'
import type { ProjectBudget } from '../domain/payLimit.ts'
import { guaranteeOn } from '../domain/retention.ts'
import { versionInForce } from './budget.ts'
import type { ReadDb } from './database.ts'
import { fundBalances, hasReceipts, receiptsByDay } from './fundBalance.ts'
import { findRetention } from './retention.ts'

/**
 * Where a contract stands on a day. Work, changes, settlement and receipts count up to it; payments count all, since
 * what was paid later has used the room already.
 */
export function positionOf(db: ReadDb, contract: ContractRow, onDay: Day): Position {
  const sums = db.get<{
    committed: number
    approved: number
    done: number | null
    advance: number
    refunded: number
    released: number
    recovered: number | null
  }>(
    `SELECT
      (SELECT ifnull(sum(amount_fen), 0) FROM committed WHERE contract_id = @contractId AND since <= @onDay) AS committed,
      (SELECT ifnull(sum(amount_fen), 0) FROM contract_change
        WHERE contract_id = @contractId AND state = 'approved' AND approved_on <= @onDay) AS approved,
      (SELECT sum(amount_fen) FROM progress_value WHERE contract_id = @contractId AND month <= @month) AS done,
      (SELECT ifnull(sum(amount_fen), 0) FROM payment WHERE contract_id = @contractId AND kind = 'advance') AS advance,
      (SELECT ifnull(0 - sum(amount_fen), 0) FROM payment WHERE contract_id = @contractId AND refund_of = 'advance')
        AS refunded,
      (SELECT ifnull(sum(amount_fen), 0) FROM payment WHERE contract_id = @contractId AND kind = 'retentionRelease') AS released,
      (SELECT sum(amount_fen) FROM advance_recovery WHERE contract_id = @contractId AND recovered_on <= @onDay) AS recovered`,
    { contractId: contract.id, onDay, month: onDay.slice(0, 7) },
  )
  return {
    contract,
    approvedChangeFen: sums?.approved ?? 0,
    pendingChangeFen: contract.pendingChangeFen,
    committedFen: sums?.committed ?? 0,
    doneFen: sums?.done ?? null,
    paidFen: contract.paidFen,
    advancePaidFen: sums?.advance ?? 0,
    advanceRefundedFen: sums?.refunded ?? 0,
    recoveredFen: sums?.recovered ?? null,
    retentionReleasedFen: sums?.released ?? 0,
    ...retentionOn(db, contract.id, onDay),
    budget: budgetOf(db, contract.projectId),
    funds: fundsInHand(db, contract.projectId, onDay),
  }
}

function retentionOn(
  db: ReadDb,
  contractId: string,
  onDay: Day,
): Pick<Position, 'guaranteeFen' | 'defectsTo'> {
  const retention = findRetention(db, contractId) ?? null
  return { guaranteeFen: guaranteeOn(retention, onDay) ?? 0, defectsTo: retention?.defectsTo ?? null }
}

/** 概算 in force and all that the project paid; null where none is approved. */
export function budgetOf(db: ReadDb, projectId: string): ProjectBudget | null {
  const limit = versionInForce(db, projectId)
  return limit === null ? null : { ...limit, paidFen: paidOf(db, projectId) }
}

export function paidOf(db: ReadDb, projectId: string): number {
  return (
    db.get<{ fen: number }>(
      'SELECT ifnull(sum(paid_fen), 0) AS fen FROM paid_by_month WHERE project_id = @projectId',
      { projectId },
    )?.fen ?? 0
  )
}

/** Null where no receipt is recorded for the project. */
export function fundsInHand(db: ReadDb, projectId: string, onDay: Day): Position['funds'] {
  if (!hasReceipts(db, projectId)) return null
  return fundBalances(db, { projectId, onDay }).map(
    ({ fundId, fundName, allottedFen, receivedFen, paidFen, balanceFen }) => ({
      fundId,
      fundName,
      allottedFen,
      receivedFen,
      paidFen,
      balanceFen,
    }),
  )
}

/** What fundsInHand adds up to on any day, asked of the library once: for the many days of an import. */
export function inHandByDay(db: ReadDb, projectId: string): (onDay: Day) => number | null {
  if (!hasReceipts(db, projectId)) return () => null
  const { receipts, paidFen } = receiptsByDay(db, projectId)
  return (onDay) => (receipts.findLast(({ enteredOn }) => enteredOn <= onDay)?.receivedFen ?? 0) - paidFen
}
