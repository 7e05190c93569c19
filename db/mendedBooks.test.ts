import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectBooksAddUp, expectPortfolioAddsUp } from './fixture/bookSums.ts'
import { allThatMend, mendStep } from './fixture/mendStep.ts'
import { mendWork } from './fixture/mendWork.ts'
import { draftedBudget, someContract } from './fixture/money.ts'
import { monthImage } from './fixture/paidSums.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

/** A project with money, a contract with an advance and 20 payments of both years, some of several sources. */
async function someBooks() {
  const library = await openPlans()
  const { ask } = library
  await draftedBudget(library, projectId, { '1.1': 60_000, '3.1': 300 }, true)
  const sources = [
    await ask('createFund', { kind: 'province', name: '省级' }),
    await ask('createFund', { kind: 'own', name: '自筹' }),
  ]
  for (const { id: fundId } of sources)
    await ask('recordFundReceipt', { fundId, projectId, amountFen: 9_000, enteredOn: '2025-10-01' })
  for (const kind of ['receipt', 'allotment'] as const)
    await ask('recordFundReceipt', {
      ...{ fundId: sources[0]?.id ?? '', projectId, kind },
      ...{ amountFen: 100, enteredOn: '2025-10-02' },
    })
  const { id: contractId } = await ask('recordContract', someContract({ amountFen: 20_000, advancePct: 20 }))
  await ask('recordProgressValue', { contractId, month: '2025-12', amountFen: 15_000 })
  const [first = '', second = ''] = sources.map(({ id }) => id)
  for (const [index, kind] of ['advance', 'progress', 'progress', 'progress', 'refund'].entries()) {
    const amountFen = 700 + index
    const split = [
      { fundId: first, amountFen: 300 },
      { fundId: second, amountFen: amountFen - 300 },
    ]
    const paidOn = `2025-1${String(1 + (index % 2))}-15`
    await ask('recordPayment', {
      ...somePayment({ amountFen, paidOn, contractId, kind: kind as 'advance', overrideReason: '测试' }),
      ...(index % 2 === 0 ? { fundSplit: split } : {}),
    })
  }
  return library
}

test('whatever is cancelled, corrected, taken back, imported and undone, the books add up to the 分 and each split to its entry', async () => {
  const wentThrough = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(mendStep, { minLength: 4, maxLength: 16 }),
      fc.boolean(),
      async (steps, closes) => {
        const { ask, answer, db, close } = await someBooks()
        const mend = mendWork({ ask, answer })
        if (closes) await ask('closeMonth', { month: '2025-11', reason: '核对' })
        const frozen = closes ? monthImage(db, '2025-11') : null
        for (const one of steps) {
          const name = one.mend === 'payment' ? one.how : one.mend
          if (await mend(one)) wentThrough.set(name, (wentThrough.get(name) ?? 0) + 1)
        }

        if (frozen !== null) expect(monthImage(db, '2025-11')).toBe(frozen)
        await expectBooksAddUp({ ask, db }, projectId)
        await expectPortfolioAddsUp({ ask, db })
        const uneven = db.all(
          `SELECT payment.id FROM payment JOIN payment_fund AS part ON part.payment_id = payment.id
          GROUP BY payment.id HAVING sum(part.amount_fen) <> payment.amount_fen`,
        )
        expect(uneven).toEqual([])
        for (const { projects } of (await ask('listFunds', {})).items)
          for (const { balanceFen } of projects) expect(balanceFen).toBeGreaterThanOrEqual(0)
        for (const { leftFen, recoveredFen, paidFen } of (await ask('listAdvances', {})).items) {
          expect(leftFen).toBeGreaterThanOrEqual(0)
          expect(recoveredFen ?? 0).toBeLessThanOrEqual(Math.max(0, paidFen))
        }
        const cancelled = db.all<{ fen: number }>(
          `SELECT original.amount_fen + red.amount_fen + (SELECT ifnull(sum(amount_fen), 0) FROM payment
            WHERE adjusts_id = original.id) AS fen
          FROM payment AS red JOIN payment AS original ON original.id = red.reverses_id`,
        )
        expect(cancelled.filter(({ fen }) => fen !== 0)).toEqual([])
        expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
        close()
      },
    ),
    { numRuns: 25, examples: [[allThatMend, false]] },
  )
  for (const name of ['cancel', 'replace', 'adjust', 'fundEntry', 'recovery', 'import', 'undo'])
    expect(wentThrough.get(name) ?? 0, name).toBeGreaterThan(0)
}, 120_000)
