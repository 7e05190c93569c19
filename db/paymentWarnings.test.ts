import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paymentKinds } from './domain/payment.ts'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, reviewer, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

/** A contract with work measured, 预备费 in its budget, and a source that holds too little. */
async function someBooks() {
  const library = await openPlans()
  const { lineIdOf } = await draftedBudget(library, projectId, { '1.1': 5_000, '3.1': 1_000 }, true)
  const lineOf = (code: string) => lineIdOf(code)
  const contract = await library.ask(
    'recordContract',
    someContract({
      amountFen: 4_000,
      retentionPct: 3,
      lines: [{ budgetLineId: lineOf('1.1'), amountFen: 4_000 }],
    }),
  )
  await library.ask('recordProgressValue', { contractId: contract.id, month: '2026-02', amountFen: 2_000 })
  const fund = await library.ask('createFund', { kind: 'bond', name: '专项债券' })
  await library.ask('recordFundReceipt', {
    fundId: fund.id,
    projectId,
    amountFen: 2_500,
    enteredOn: '2026-01-01',
  })
  return { ...library, lineOf, contractId: contract.id, fundId: fund.id }
}

test('a 科目 that has no spend of its own is told before the payment is saved, and one that has is not', async () => {
  const { ask, lineOf } = await someBooks()
  const codes = async (code: string) =>
    (
      await ask(
        'paymentWarnings',
        { projectId, paidOn: '2026-03-01', amountFen: 100, budgetLineId: lineOf(code) },
        reviewer,
      )
    ).codes
  expect(await codes('3.1')).toEqual(['contingencySpent'])
  expect(await codes('1.1')).toEqual([])
})

test('a reason typed for an amount that broke a rule does not stay at the amount that breaks none', async () => {
  const { ask, refusal, contractId } = await someBooks()
  const progress = (amountFen: number, reason: object = { overrideReason: '领导已批' }) =>
    somePayment({ contractId, kind: 'progress', amountFen, ...reason })
  expect((await refusal('recordPayment', progress(2_001, {}))).code).toBe('warningsNeedReason')
  expect(await ask('recordPayment', progress(1_000))).toMatchObject({ reason: null })
  expect(await ask('recordPayment', progress(1_500))).toMatchObject({ reason: '领导已批' })
})

test('what is told while typing is what saving asks a reason for, whatever is typed', async () => {
  const { ask, answer, contractId, fundId, lineOf } = await someBooks()
  const entry = fc.record(
    {
      amountFen: fc.integer({ min: 1, max: 4_000 }),
      kind: fc.constantFrom(...paymentKinds, null),
      contractId: fc.constantFrom(contractId, null),
      budgetLineId: fc.constantFrom(lineOf('1.1'), lineOf('3.1'), null),
      fundSplit: fc.constantFrom('rule', 'none', 'one'),
    },
    { noNullPrototype: true },
  )
  await fc.assert(
    fc.asyncProperty(entry, async ({ fundSplit, ...typed }) => {
      const split =
        fundSplit === 'rule'
          ? {}
          : { fundSplit: fundSplit === 'none' ? [] : [{ fundId, amountFen: typed.amountFen }] }
      const question = { projectId, paidOn: '2026-03-01', ...typed, ...split }
      const { codes } = await ask('paymentWarnings', question)
      const saved = await answer('recordPayment', somePayment({ ...question, confirmDuplicate: true }))
      if (saved.ok) {
        expect(codes).toEqual([])
        const { id } = saved.value as { id: string }
        await ask('reversePayment', {
          paymentId: id,
          reason: '测试',
          reversedOn: '2026-03-02',
          idempotencyKey: id,
        })
      } else if (saved.error.code === 'warningsNeedReason')
        expect([...new Set(codes)].join(',')).toBe(saved.error.params['codes'])
      // What blocks is told beside the form, by the limits and the balance of the source.
      else expect(['overContract', 'fundNegative', 'refundOverPaid']).toContain(saved.error.code)
    }),
    { numRuns: 60 },
  )
})
