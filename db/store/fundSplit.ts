import type { FundPart } from '../domain/fund.ts'
import type { ReadDb } from './database.ts'

/** How the newest payment of a contract that stands was split; empty where none was. */
export function lastSplitOf(db: ReadDb, contractId: string): FundPart[] {
  return db.all<FundPart>(
    `SELECT fund_id AS fundId, amount_fen AS amountFen FROM payment_fund WHERE payment_id = (
        SELECT payment.id FROM payment
          WHERE payment.contract_id = @contractId AND payment.amount_fen > 0
            AND NOT EXISTS (SELECT 1 FROM payment AS red WHERE red.reverses_id = payment.id)
            AND EXISTS (SELECT 1 FROM payment_fund AS part WHERE part.payment_id = payment.id)
          ORDER BY payment.rowid DESC LIMIT 1)
      ORDER BY rowid`,
    { contractId },
  )
}

/** What each source paid of a contract, or of a project where none is named; less reversals and refunds. */
export function paidByFund(
  db: ReadDb,
  of: { readonly projectId: string; readonly contractId: string | null },
): { readonly fundId: string; readonly paidFen: number }[] {
  return db.all<{ fundId: string; paidFen: number }>(
    `SELECT part.fund_id AS fundId, sum(part.amount_fen) AS paidFen
      FROM payment_fund AS part JOIN payment ON payment.id = part.payment_id
      WHERE part.project_id = @projectId AND (@contractId IS NULL OR payment.contract_id = @contractId)
      GROUP BY part.fund_id ORDER BY part.fund_id`,
    { projectId: of.projectId, contractId: of.contractId },
  )
}
