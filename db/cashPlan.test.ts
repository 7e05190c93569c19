import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byWeight, type CashBasis, reckonCash } from './domain/cashPlan.ts'
import { someContract } from './fixture/money.ts'
import { liaison, openPlans, reviewer, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'
const year = 2026
const sum = (amounts: readonly number[]) => amounts.reduce((total, fen) => total + fen, 0)

const plain: CashBasis = {
  signedOn: '2025-06-01',
  amountFen: 1_200,
  advancePct: null,
  retentionPct: null,
  paymentDays: null,
  settledOn: null,
  committedFen: 1_200,
  paidFen: 0,
  advancePaidFen: 0,
  retentionReleasedFen: 0,
  doneFen: null,
  finish: '2026-12',
  defectsTo: null,
}
const monthsOf = (basis: Partial<CashBasis>, part: string) =>
  reckonCash({ ...plain, ...basis }, year).parts.find((one) => one.part === part)?.months

describe('用款计划', () => {
  test('what is left to pay is spread evenly until the finish, and the rest is for later', () => {
    expect(monthsOf({}, 'progress')).toEqual(Array.from({ length: 12 }, () => 100))
    expect(monthsOf({ finish: '2026-03-15' }, 'progress')?.slice(0, 4)).toEqual([400, 400, 400, 0])
    const later = reckonCash({ ...plain, finish: '2027-12' }, year).parts[0]
    expect([sum(later?.months ?? []), later?.laterFen]).toEqual([600, 600])
  })

  test('the days of the contract shift its payments', () => {
    expect(monthsOf({ finish: '2026-02-28', paymentDays: 45 }, 'progress')?.slice(0, 5)).toEqual([
      0, 0, 600, 600, 0,
    ])
  })

  test('a coarse, a passed and an unknown finish are marked', () => {
    expect(reckonCash({ ...plain, finish: '2026' }, year).marks).toEqual(['coarse'])
    expect(reckonCash({ ...plain, finish: '2023' }, year).marks).toEqual(['passed'])
    expect(reckonCash({ ...plain, finish: null }, year).marks).toEqual(['undated'])
    expect(reckonCash({ ...plain, finish: '2026-12-31' }, year).marks).toEqual([])
  })

  test('an advance still to be paid comes first; one that was paid is recovered from what follows', () => {
    expect(monthsOf({ advancePct: 10 }, 'advance')?.[0]).toBe(120)
    const paid = { advancePct: 10, advancePaidFen: 120, paidFen: 120 }
    expect(monthsOf(paid, 'advance')).toBeUndefined()
    expect(monthsOf(paid, 'progress')).toEqual(Array.from({ length: 12 }, () => 90))
  })

  test('work done and not paid is due at once, less the retention', () => {
    expect(monthsOf({ doneFen: 600, paidFen: 200, retentionPct: 3 }, 'due')?.[0]).toBe(382)
  })

  test('the retention falls due at the recorded end, else 24 months after the settlement, marked as estimated', () => {
    const settled = { retentionPct: 3, settledOn: '2024-08-10', paidFen: 1_164, doneFen: 1_200 }
    expect(monthsOf(settled, 'retention')?.[7]).toBe(36)
    expect(reckonCash({ ...plain, ...settled }, year).marks).toEqual(['retentionEstimated'])
    expect(monthsOf({ ...settled, defectsTo: '2026-02-01' }, 'retention')?.[1]).toBe(36)
    expect(reckonCash({ ...plain, ...settled, defectsTo: '2026-02-01' }, year).marks).toEqual([])
  })

  test('whatever the contract, months and later add up to what is open, and no part is negative', () => {
    const fen = fc.integer({ min: 0, max: 99_999_999_999 })
    const pct = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })
    const day = fc.constantFrom('2023-02-01', '2025-12-31', '2026-01-01', '2026-07-15', '2026-12-31')
    fc.assert(
      fc.property(
        fc.record({
          signedOn: day,
          amountFen: fen,
          advancePct: pct,
          retentionPct: pct,
          paymentDays: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
          settledOn: fc.option(day, { nil: null }),
          committedFen: fen,
          paidFen: fen,
          advancePaidFen: fen,
          retentionReleasedFen: fen,
          doneFen: fc.option(fen, { nil: null }),
          finish: fc.constantFrom(null, '2021', '2026', '2026-41', '2026-05', '2027/2029', '2031-01-01'),
          defectsTo: fc.option(fc.constantFrom('2025-01-01', '2026-06-30', '2028-01-01'), { nil: null }),
        }),
        (basis) => {
          const { parts } = reckonCash(basis, year)
          const all = parts.flatMap(({ months, laterFen }) => [...months, laterFen])
          expect(sum(all)).toBe(Math.max(0, basis.committedFen - basis.paidFen))
          expect(all.every((amount) => amount >= 0 && Number.isSafeInteger(amount))).toBe(true)
        },
      ),
    )
  })

  test('a split by weights adds up to the fen, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999_999_999 }),
        fc.array(fc.nat(), { minLength: 1 }),
        (amount, weights) => {
          const parts = byWeight(amount, weights)
          expect(sum(parts)).toBe(amount)
          expect(parts.every((part) => part >= 0)).toBe(true)
        },
      ),
    )
  })

  test('months go to the sources of the year’s plan, can be set one by one, and stand beside funds and payments', async () => {
    const { ask, refusal } = await openPlans()
    const bond = await ask('createFund', { kind: 'bond', name: '债券' })
    const own = await ask('createFund', { kind: 'own', name: '自筹' })
    await ask('setAnnualPlan', {
      projectId,
      year,
      lines: [
        { fundId: bond.id, amountFen: 300 },
        { fundId: own.id, amountFen: 100 },
      ],
    })
    await ask('recordFundReceipt', { fundId: bond.id, projectId, amountFen: 1_000, enteredOn: '2025-10-01' })
    const contract = await ask('recordContract', someContract({ amountFen: 48_000, signedOn: '2025-05-01' }))
    await ask('recordPayment', {
      ...somePayment({ amountFen: 70, paidOn: '2026-02-03', contractId: contract.id, kind: 'progress' }),
      fundSplit: [{ fundId: bond.id, amountFen: 70 }],
      overrideReason: '测试',
    })
    await ask('recordPayment', somePayment({ amountFen: 5, paidOn: '2026-02-04', overrideReason: '测试' }))
    const before = await ask('cashPlan', { year, projectId })
    const [row] = before.items
    expect(row).toMatchObject({ openFen: 48_000, marks: ['passed'], laterFen: 0 })
    expect(row?.planFen).toEqual(Array.from({ length: 12 }, () => 4_000))
    expect(row?.sources.map(({ fundName, months }) => [fundName, months[0]?.planFen])).toEqual([
      ['债券', 3_000],
      ['自筹', 1_000],
    ])
    expect(row?.paidFen[1]).toBe(70)
    expect(before.paidFen[1]).toBe(75)
    expect(before.sources.find(({ fundId }) => fundId === bond.id)).toMatchObject({
      openingFen: 1_000,
      shortFrom: 1,
    })

    const set = { contractId: contract.id, fundId: bond.id, year, month: 1, amountFen: 500, reason: '按进度' }
    for (const actor of [liaison, reviewer])
      expect((await refusal('adjustCashPlan', set, actor)).code).toBe('roleForbidden')
    expect((await refusal('adjustCashPlan', { ...set, month: 13 })).code).toBe('monthInvalid')
    expect((await refusal('adjustCashPlan', { ...set, reason: '' })).code).toBe('reasonMissing')
    await ask('adjustCashPlan', set)
    const after = await ask('cashPlan', { year, projectId })
    expect(after.items[0]).toMatchObject({ laterFen: 2_500, openFen: 48_000 })
    expect(after.items[0]?.sources[0]?.months[0]).toEqual({ planFen: 500, isAdjusted: true })
    expect(after.planFen[0]).toBe(1_500)
    expect(after.sources.find(({ fundId }) => fundId === bond.id)?.shortFrom).toBe(2)
    await ask('adjustCashPlan', { ...set, amountFen: null, reason: '恢复推算' })
    expect((await ask('cashPlan', { year, projectId })).planFen).toEqual(before.planFen)
    expect((await ask('verifyLibrary', {})).isSound).toBe(true)
  })
})
