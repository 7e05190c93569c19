import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Contract } from './contract.ts'
import { sumOf } from './fenPart.ts'
import { type Position, payableOf } from './payable.ts'
import { paymentKinds } from './payment.ts'
import type { PayTerm } from './payTerm.ts'
import { shippedRules } from './shippedRules.ts'

const fen = fc.integer({ min: 0, max: 10_000 })
const pct = fc.option(fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100))
const onDay = fc.constantFrom('2022-07-31', '2022-08-01', '2026-03-10')

const contract: fc.Arbitrary<Contract> = fc.record({
  id: fc.constant('c'),
  projectId: fc.constant('p'),
  number: fc.constant('测-1'),
  name: fc.constant('测试施工合同'),
  counterparty: fc.constant('测试建设工程有限公司'),
  kind: fc.constant('construction' as const),
  signedOn: fc.constantFrom('2021-05-01', '2022-08-01'),
  amountFen: fen,
  advancePct: pct,
  progressPct: pct,
  retentionPct: pct,
  isSme: fc.constant(false),
  paymentDays: fc.constant(null),
  paymentTerms: fc.constant(null),
  settlementFen: fc.option(fen),
  settledOn: fc.option(onDay),
  state: fc.constant('active' as const),
  recordedAt: fc.constant('2026-03-10T08:00:00.000Z'),
})

const position: fc.Arbitrary<Position> = fc.record({
  contract,
  approvedChangeFen: fen,
  pendingChangeFen: fen,
  committedFen: fen,
  doneFen: fc.option(fen),
  paidFen: fen,
  advancePaidFen: fen,
  advanceRefundedFen: fc.oneof(fc.constant(0), fen),
  recoveredFen: fc.option(fen),
  retentionReleasedFen: fen,
  guaranteeFen: fc.oneof(fc.constant(0), fen),
  defectsTo: fc.option(onDay),
  budget: fc.option(fc.record({ versionId: fc.constant('v'), limitFen: fen, paidFen: fen })),
  funds: fc.option(
    fc.array(
      fc
        .record({ fundId: fc.string(), fundName: fc.string(), receivedFen: fen, paidFen: fen })
        .map((fund) => ({ ...fund, allottedFen: 0, balanceFen: fund.receivedFen - fund.paidFen })),
      { maxLength: 3 },
    ),
  ),
})

test('the terms of every limit add up to it, and the parts of a term to the term, of any contract on any day', () => {
  fc.assert(
    fc.property(position, fc.constantFrom(...paymentKinds), onDay, (standing, kind, day) => {
      const answer = payableOf(standing, shippedRules, kind, day)
      for (const { amountFen, terms } of answer.limits) {
        expect(sumOf(terms)).toBe(amountFen)
        for (const term of terms) expectPartsAddUp(term)
      }
      const smallest = Math.min(...answer.limits.map(({ amountFen }) => amountFen))
      expect(answer.payableFen).toBe(Math.max(0, smallest))
      const { advanceLeft, retentionHeld, funds } = answer.reckoning
      expect(answer.advanceLeftFen).toBe(Math.max(0, sumOf(advanceLeft)))
      expect(answer.retentionHeldFen).toBe(Math.max(0, sumOf(retentionHeld)))
      expect(answer.fundsInHandFen ?? 0).toBe(sumOf(funds))
      if (answer.minimum !== null)
        expect(answer.minimum.amountFen).toBe(Math.max(0, sumOf(answer.minimum.terms)))
    }),
    { numRuns: 500 },
  )
})

/** What is held never falls below nothing; a source may be overdrawn. */
function expectPartsAddUp(term: PayTerm) {
  if (!('parts' in term)) return
  const sum = sumOf(term.parts)
  expect(Math.abs(term.amountFen)).toBe(term.kind === 'fund' ? Math.abs(sum) : Math.max(0, sum))
}
