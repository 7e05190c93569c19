import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumKnown } from './domain/fen.ts'
import { expectBooksAddUp, expectPortfolioAddsUp } from './fixture/bookSums.ts'
import { draftedBudget } from './fixture/money.ts'
import { allThatGoThrough, projects, step } from './fixture/moneyStep.ts'
import { moneyWork } from './fixture/moneyWork.ts'
import { monthImage } from './fixture/paidSums.ts'
import { openPlans } from './fixture/temporaryLibrary.ts'

const reason = '测试'

test('after any sequence of commands the four books add up, sources stay above zero and closed months stay as they were', async () => {
  const wentThrough = new Map<string, number>()
  const count = (name: string) => wentThrough.set(name, (wentThrough.get(name) ?? 0) + 1)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const { ask, answer, db, close } = await openPlans()
      const lineIds: Record<string, string[]> = {}
      for (const projectId of projects) {
        const { lineIdOf } = await draftedBudget(
          { ask },
          projectId,
          { '1.1': 5000, '1.2': 77, '2.05': 1, '3.1': 300 },
          true,
        )
        lineIds[projectId] = ['1.1', '2.05'].map(lineIdOf)
      }
      const funds = [
        await ask('createFund', { kind: 'province', name: '省级' }),
        await ask('createFund', { kind: 'own', name: '自筹' }),
      ]
      for (const { id: fundId } of funds)
        for (const projectId of projects)
          await ask('recordFundReceipt', { fundId, projectId, amountFen: 4000, enteredOn: '2025-10-01' })
      const work = moneyWork({
        library: { ask, answer },
        lineIds,
        fundIds: funds.map(({ id }) => id),
        wentThrough,
      })
      const frozen = new Map<string, string>()
      for (const [index, one] of steps.entries()) {
        if (one.do === 'close') {
          if ((await answer('closeMonth', { month: one.month, reason })).ok) count('closeMonth')
          if (!frozen.has(one.month)) frozen.set(one.month, monthImage(db, one.month))
        } else if (one.do === 'reopen') {
          await answer('reopenMonth', { month: one.month, reason })
          frozen.delete(one.month)
        } else await work(one, index)
        for (const [closed, image] of frozen) expect(monthImage(db, closed) === image).toBe(true)
      }

      for (const projectId of projects) await expectBooksAddUp({ ask, db }, projectId)
      await expectPortfolioAddsUp({ ask, db })
      const { items } = await ask('listFunds', {})
      for (const { projects: own, balanceFen, receivedFen, paidFen } of items) {
        for (const balance of own) expect(balance.balanceFen).toBeGreaterThanOrEqual(0)
        expect(balanceFen).toBe(receivedFen === null ? null : receivedFen - paidFen)
        expect(balanceFen).toBe(sumKnown(own.map((balance) => balance.balanceFen)))
      }
      expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
      close()
    }),
    { numRuns: 40, examples: [[allThatGoThrough]] },
  )
  for (const name of [
    'recordPayment',
    'reversePayment',
    'settleContract',
    'approveContractChange',
    'closeMonth',
    'correctContract',
    'correctContractChange',
    'withdrawContractChange',
    'moveBudgetLine',
    'removeBudgetLine',
    'setBudgetAmounts',
    'removeBudgetVersion',
    'mapCostClass',
  ])
    expect(wentThrough.get(name) ?? 0, name).toBeGreaterThan(0)
}, 240_000)
