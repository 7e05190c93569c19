import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measure, pay, projectId, receive, sign } from './fixture/alert.ts'
import { draftedBudget } from './fixture/money.ts'
import { openPlans } from './fixture/temporaryLibrary.ts'

test('the checklist says what a month leaves open, and the close keeps it', async () => {
  const library = await openPlans()
  const { ask } = library
  const contractId = await sign(library)
  await pay(library, null, 300, { kind: 'other', paidOn: '2026-02-10' })
  await pay(library, null, 200, { kind: 'other', paidOn: '2026-02-11', voucherNo: '记-1' })
  await pay(library, null, 9, { kind: 'other', paidOn: '2026-01-11', voucherNo: '记-0' })
  await measure(library, contractId, 700)
  await ask('recordContractChange', { contractId, number: 'B', title: '签证', amountFen: 7 })
  const before = await ask('monthChecklist', { month: '2026-02' })
  expect(before).toMatchObject({
    isClosed: false,
    ledger: { paidFen: 500, paymentCount: 2, doneFen: 700, receivedFen: 0 },
  })
  expect(Object.fromEntries(before.items.map(({ kind, count }) => [kind, count]))).toMatchObject({
    noVoucher: 1,
    unsplit: 2,
    noLine: 2,
    changePending: 0,
    earlierOpen: 1,
  })
  const days = { from: '2026-02-01', to: '2026-02-28' }
  const lacking = async (lacks: 'voucher' | 'fund' | 'line') =>
    (await ask('listPayments', { ...days, lacks })).items.map(({ amountFen }) => amountFen)
  expect(await lacking('voucher')).toEqual([300])
  expect(await lacking('fund')).toEqual([200, 300])
  expect(await lacking('line')).toEqual([200, 300])
  const closed = await ask('closeMonth', { month: '2026-02', reason: '已核对', bookFen: 500 })
  expect(closed).toMatchObject({ bookFen: 500, ledgerFen: 500, openItems: { noVoucher: 1, earlierOpen: 1 } })
  expect((await ask('monthChecklist', { month: '2026-02' })).isClosed).toBe(true)
})

test('each count of the checklist opens the entries that it counted, and no more', async () => {
  const library = await openPlans()
  const { ask } = library
  const { version, lineIdOf } = await draftedBudget(library, projectId, { '1.1': 5000 }, true)
  expect(version.projectId).toBe(projectId)
  const whole = { voucherNo: '记-1', budgetLineId: lineIdOf('1.1') }
  await receive(library, 5000)
  await pay(library, null, 10, { ...whole, kind: 'other', paidOn: '2026-02-03' })
  await pay(library, null, 20, { ...whole, kind: 'other', paidOn: '2026-02-03', voucherNo: null })
  await pay(library, null, 30, { ...whole, kind: 'other', paidOn: '2026-02-03', fundSplit: [] })
  await pay(library, null, 40, { ...whole, kind: 'other', paidOn: '2026-02-03', budgetLineId: null })
  const wrong = await pay(library, null, 50, { kind: 'other', paidOn: '2026-02-03', fundSplit: [] })
  const reversal = { paymentId: wrong.id, reason: '重复', reversedOn: '2026-02-20', idempotencyKey: 'r' }
  await ask('reversePayment', reversal)
  const { items } = await ask('monthChecklist', { month: '2026-02' })
  const days = { from: '2026-02-01', to: '2026-02-28' }
  for (const [kind, lacks, amountFen] of [
    ['noVoucher', 'voucher', 20],
    ['unsplit', 'fund', 30],
    ['noLine', 'line', 40],
  ] as const) {
    const { total, totals } = await ask('listPayments', { ...days, lacks })
    expect(items.find((item) => item.kind === kind)).toEqual({
      kind,
      count: total,
      amountFen: totals.amountFen,
    })
    expect(totals.amountFen).toBe(amountFen)
  }
})

test('a difference to the finance ledger is closed with its explanation alone', async () => {
  const library = await openPlans()
  const { ask, refusal } = library
  await pay(library, null, 500, { kind: 'other', paidOn: '2026-02-10' })
  const close = { month: '2026-02', reason: '月结', bookFen: 450 }
  expect(await refusal('closeMonth', close)).toEqual({
    code: 'closeDifferenceUnexplained',
    fields: ['differenceNote'],
  })
  expect(await ask('closeMonth', { ...close, differenceNote: '一笔 0.50 元次月入账' })).toMatchObject({
    bookFen: 450,
    ledgerFen: 500,
    differenceNote: '一笔 0.50 元次月入账',
  })
  await ask('reopenMonth', { month: '2026-02', reason: '补记' })
  const again = await ask('closeMonth', { month: '2026-02', reason: '再结' })
  expect(again).toMatchObject({ bookFen: null, differenceNote: null, reopenedAt: null })
  expect((await ask('listChanges', { entityId: again.id })).items.map(({ request }) => request)).toEqual([
    'closeMonth',
    'reopenMonth',
    'closeMonth',
  ])
})

const step = fc.record({
  do: fc.constantFrom(
    'pay',
    'pay',
    'correct',
    'adjust',
    'cancel',
    'recover',
    'measure',
    'receive',
    'close',
    'reopen',
  ),
  month: fc.constantFrom('2025-12', '2026-01', '2026-02'),
  which: fc.nat({ max: 20 }),
  amountFen: fc.integer({ min: 1, max: 900 }),
})

test('whatever is done, a closed month stays as it was, the chain is sound, and the alerts are the same each time they are asked for', async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
      const library = await openPlans()
      const { ask, answer, db, close } = library
      const contractId = await sign(library, { amountFen: 100_000, advancePct: 20, retentionPct: 3 })
      await receive(library, 5000)
      await pay(library, contractId, 5000, { kind: 'advance', paidOn: '2025-11-20', fundSplit: [] })
      const first = await pay(library, contractId, 100, { paidOn: '2025-12-01', fundSplit: [] })
      const second = await pay(library, contractId, 200, { paidOn: '2026-01-05' })
      const payments = [first.id, second.id]
      const frozen = new Map<string, string>()
      let key = 0
      for (const one of steps) {
        const on = `${one.month}-15`
        key += 1
        const paymentId = payments[one.which % Math.max(1, payments.length)] ?? ''
        const correct = {
          paymentId,
          correctedOn: one.which % 2 === 0 ? '2026-03-09' : `${one.month}-25`,
          reason: '测试',
          idempotencyKey: `k-${String(key)}`,
        }
        const right = {
          projectId,
          paidOn: on,
          amountFen: one.amountFen,
          payee: '乙',
          purpose: '款',
          contractId,
        }
        const inputs = {
          pay: [
            'recordPayment',
            {
              ...right,
              kind: 'progress',
              confirmDuplicate: true,
              overrideReason: '测试',
              idempotencyKey: `p-${String(key)}`,
            },
          ],
          correct: [
            'correctPayment',
            { ...correct, how: { kind: 'replace', right }, confirmDuplicate: true, overrideReason: '测试' },
          ],
          adjust: [
            'correctPayment',
            { ...correct, how: { kind: 'adjust', amountFen: one.amountFen }, overrideReason: '测试' },
          ],
          cancel: ['correctPayment', { ...correct, how: { kind: 'cancel' } }],
          recover: ['recordAdvanceRecovery', { contractId, recoveredOn: on, amountFen: one.amountFen }],
          measure: ['recordProgressValue', { contractId, month: one.month, amountFen: one.amountFen }],
          receive: [
            'recordFundReceipt',
            {
              fundId: (await ask('listFunds', {})).items[0]?.id,
              projectId,
              amountFen: one.amountFen,
              enteredOn: on,
            },
          ],
          close: ['closeMonth', { month: one.month, reason: '测试' }],
          reopen: ['reopenMonth', { month: one.month, reason: '测试' }],
        } as const
        const [name, input] = inputs[one.do]
        const got = await answer(name, input)
        if (got.ok) done.set(one.do, (done.get(one.do) ?? 0) + 1)
        if (got.ok && name === 'recordPayment') payments.push((got.value as { id: string }).id)
        if (name === 'closeMonth' && !frozen.has(one.month)) frozen.set(one.month, imageOf(db, one.month))
        if (name === 'reopenMonth') frozen.delete(one.month)
        for (const [month, image] of frozen) expect(imageOf(db, month)).toBe(image)
      }
      const alerts = await ask('listAlerts', { state: 'all', pageSize: 100 })
      expect(await ask('listAlerts', { state: 'all', pageSize: 100 })).toEqual(alerts)
      expect(new Set(alerts.items.map(({ id }) => id)).size).toBe(alerts.total)
      expect(alerts.items.map(({ weight }) => weight)).toEqual(
        alerts.items.map(({ weight }) => weight).toSorted(),
      )
      expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
      close()
    }),
    { numRuns: 12 },
  )
  for (const name of ['pay', 'correct', 'adjust', 'cancel', 'recover', 'close', 'reopen'])
    expect(done.get(name), name).toBeGreaterThan(0)
}, 120_000)

type Library = Awaited<ReturnType<typeof openPlans>>

/** All that is posted in a month. */
function imageOf(db: Library['db'], of: string): string {
  return JSON.stringify([
    db.all(`SELECT * FROM payment WHERE substr(paid_on, 1, 7) = @of ORDER BY id`, { of }),
    db.all(`SELECT * FROM progress_value WHERE month = @of ORDER BY id`, { of }),
    db.all(`SELECT * FROM fund_entry WHERE substr(entered_on, 1, 7) = @of ORDER BY id`, { of }),
    db.all(`SELECT * FROM advance_recovery WHERE substr(recovered_on, 1, 7) = @of ORDER BY id`, { of }),
  ])
}
