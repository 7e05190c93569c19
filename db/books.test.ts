import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

const step = fc.oneof(
  fc.record({
    kind: fc.constant('record' as const),
    projectId: fc.constantFrom('pj-hetang', 'pj-duruan', 'ep-dahuai'),
    amountFen: fc.integer({ min: 1, max: 9_999_999_999_999 }),
    month: fc.integer({ min: 1, max: 12 }),
    payee: fc.constantFrom('甲公司', '乙公司', '丙公司'),
  }),
  fc.record({ kind: fc.constant('reverse' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('refused' as const) }),
)

test('after any sequence of entries and reversals every sum is equal on every screen and to a recomputation', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { ask, refusal, close } = await openPlans()
      const posted: { id: string; projectId: string; amountFen: number; isReversed: boolean }[] = []
      for (const [index, one] of steps.entries()) {
        if (one.kind === 'record') {
          const { projectId, amountFen, payee } = one
          const paidOn = `2025-${String(one.month).padStart(2, '0')}-15`
          const { id } = await ask('recordPayment', {
            ...somePayment({ projectId, amountFen, payee, paidOn }),
            confirmDuplicate: true,
          })
          posted.push({ id, projectId, amountFen, isReversed: false })
        } else if (one.kind === 'reverse') {
          const entry = posted[one.which % Math.max(1, posted.length)]
          const reverse = {
            reason: '错',
            reversedOn: '2026-03-01',
            idempotencyKey: `reverse-${String(index)}`,
          }
          if (entry === undefined) continue
          if (entry.isReversed)
            expect((await refusal('reversePayment', { paymentId: entry.id, ...reverse })).code).toBe(
              'paymentAlreadyReversed',
            )
          else await ask('reversePayment', { paymentId: entry.id, ...reverse })
          entry.isReversed = true
        } else {
          await refusal('recordPayment', somePayment({ amountFen: 0 }))
        }
      }
      const expected = (projectId: string) =>
        posted
          .filter((entry) => entry.projectId === projectId && !entry.isReversed)
          .reduce((sum, { amountFen }) => sum + amountFen, 0)
      for (const projectId of ['pj-hetang', 'pj-duruan', 'ep-dahuai']) {
        expect((await ask('getProject', { projectId })).paidFen).toBe(expected(projectId))
        expect((await ask('paidByMonth', { projectId })).paidFen).toBe(expected(projectId))
        expect((await ask('listPayments', { projectId })).totals.amountFen).toBe(expected(projectId))
        expect((await ask('listPayments', { projectId, from: '2020-01-01' })).totals.amountFen).toBe(
          expected(projectId),
        )
      }
      expect((await ask('planSummary', { planId: 'pengjiang-14-5' })).paidFen).toBe(
        expected('pj-hetang') + expected('pj-duruan'),
      )
      expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
      close()
    }),
    { numRuns: 15 },
  )
}, 120_000)
