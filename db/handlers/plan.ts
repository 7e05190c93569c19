import { sumOfBooks } from '../domain/books.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { recordedBooks } from '../store/books.ts'
import { listCitations } from '../store/citation.ts'
import { findPlan, listEnvelopes, planSums, listPlans as readPlans } from '../store/plan.ts'
import { projectBooks } from './books.ts'
import type { QueryHandler } from './handler.ts'

export const listPlans: QueryHandler<'listPlans'> = (db, page) => readPlans(db, page)

export const planSummary: QueryHandler<'planSummary'> = (db, { planId }) => {
  const plan = findPlan(db, planId)
  if (plan === undefined) throw new RuleBroken('planUnknown', ['planId'])
  const sums = planSums(db, planId)
  const envelopes = listEnvelopes(db, planId)
  const books = sumOfBooks(projectBooks(db, recordedBooks(db, undefined), planId))
  const { publishedTotalFen } = plan
  const itemsTotalFen = sums.items_total_fen
  return {
    planId,
    publishedTotalFen,
    itemsTotalFen,
    derivedFen: sums.derived_fen,
    gapFen: publishedTotalFen === null || itemsTotalFen === null ? null : publishedTotalFen - itemsTotalFen,
    itemCount: sums.item_count,
    knownCount: sums.known_count,
    unknownCount: sums.item_count - sums.known_count,
    envelopeProjectCount: sums.envelope_project_count,
    addedCount: sums.added_count,
    addedFen: sums.added_fen,
    envelopes,
    budgetFen: books.budgetFen,
    contractFen: books.contractFen,
    doneFen: books.doneFen,
    paidFen: sums.paid_fen,
    paymentCount: sums.payment_count,
    openDiscrepancyCount: sums.open_discrepancy_count,
    gapDiscrepancyId: sums.gap_discrepancy_id,
    citations: [
      ...listCitations(db, planId),
      ...envelopes.flatMap((envelope) => listCitations(db, envelope.id)),
    ],
  }
}
