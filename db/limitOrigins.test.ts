import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paymentKinds } from './domain/payment.ts'
import { expectLimitsOpenEntries } from './fixture/limitSums.ts'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'
const reason = '测试'
const days = ['2026-01-10', '2026-02-10', '2026-03-05'] as const

const amountFen = fc.integer({ min: 1, max: 900 })
const onDay = fc.constantFrom(...days)
const deed = fc.oneof(
  fc.record({
    do: fc.constant('pay' as const),
    kind: fc.constantFrom(...paymentKinds),
    refundOf: fc.constantFrom('advance', 'other', undefined),
    amountFen,
    onDay,
  }),
  fc.record({ do: fc.constant('measure' as const), amountFen, onDay }),
  fc.record({ do: fc.constant('change' as const), amountFen, onDay }),
  fc.record({ do: fc.constant('receive' as const), amountFen, onDay }),
  fc.record({ do: fc.constant('recover' as const), amountFen, onDay }),
  fc.record({ do: fc.constant('guarantee' as const), amountFen, onDay }),
  fc.record({ do: fc.constant('settle' as const), amountFen, onDay }),
)

/** Each deed once, where nothing refuses it. */
const at = { amountFen: 300, onDay: days[0] }
const allThatGoThrough = [
  { do: 'receive' as const, ...at },
  { do: 'pay' as const, kind: 'advance' as const, refundOf: undefined, ...at },
  { do: 'pay' as const, kind: 'refund' as const, refundOf: 'advance' as const, ...at, amountFen: 50 },
  { do: 'measure' as const, ...at },
  { do: 'recover' as const, ...at, amountFen: 100 },
  { do: 'change' as const, ...at },
  { do: 'guarantee' as const, ...at, amountFen: 5 },
  { do: 'settle' as const, ...at, onDay: days[2] },
]

test('each term of 本次可付 is the sum of the entries that it opens, whatever was done to the contract', async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 20 }), async (deeds) => {
      const library = await openPlans()
      const { ask, answer } = library
      await draftedBudget(library, projectId, { '1.1': 5000 }, true)
      const { id: fundId } = await ask('createFund', { kind: 'own', name: '自筹' })
      const terms = { advancePct: 30, progressPct: 85, retentionPct: 3 }
      const { id: contractId } = await ask('recordContract', someContract({ amountFen: 3000, ...terms }))
      const act = async (one: (typeof deeds)[number]) => {
        const { amountFen: fen, onDay: day } = one
        switch (one.do) {
          case 'pay':
            return answer('recordPayment', {
              ...somePayment({ contractId, kind: one.kind, amountFen: fen, paidOn: day }),
              ...(one.kind === 'refund' && one.refundOf !== undefined ? { refundOf: one.refundOf } : {}),
              ...{ confirmDuplicate: true, overrideReason: reason },
            })
          case 'measure':
            return answer('recordProgressValue', { contractId, month: day.slice(0, 7), amountFen: fen })
          case 'change': {
            const input = { contractId, number: 'B', title: '签证', amountFen: fen }
            await answer('recordContractChange', input)
            const { changes } = await ask('getContract', { contractId })
            const changeId = changes.find(({ state }) => state === 'pending')?.id ?? ''
            return answer('approveContractChange', { changeId, approvedOn: day, overrideReason: reason })
          }
          case 'receive':
            return answer('recordFundReceipt', { fundId, projectId, amountFen: fen, enteredOn: day })
          case 'recover':
            return answer('recordAdvanceRecovery', { contractId, recoveredOn: day, amountFen: fen })
          case 'guarantee':
            return answer('setRetention', {
              ...{
                contractId,
                guaranteeFen: fen,
                guaranteeIssuer: '测试银行',
                guaranteeExpiresOn: '2027-01-01',
              },
              ...{ defectsFrom: '2025-05-01', defectsTo: '2026-05-01', reason, overrideReason: reason },
            })
          case 'settle':
            return answer('settleContract', {
              ...{ contractId, settlementFen: fen * 4, settledOn: day, reason, overrideReason: reason },
            })
        }
      }
      for (const one of deeds) if ((await act(one)).ok) done.set(one.do, (done.get(one.do) ?? 0) + 1)
      for (const day of days) await expectLimitsOpenEntries(ask, contractId, day)
      library.close()
    }),
    { numRuns: 8, examples: [[allThatGoThrough]] },
  )
  expect([...done.keys()].toSorted()).toEqual([
    'change',
    'guarantee',
    'measure',
    'pay',
    'receive',
    'recover',
    'settle',
  ])
}, 120_000)
