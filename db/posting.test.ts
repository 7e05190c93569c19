import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

describe('支付', () => {
  test('goes to the contract, its only 科目 and its sources, and a reversal takes it back from all', async () => {
    const library = await openPlans()
    const { ask } = library
    const { lines, lineIdOf } = await draftedBudget(library, projectId, { '1.1': 5000, '1.2': 100 }, true)
    const budgetLineId = lineIdOf('1.1')
    const contract = await ask(
      'recordContract',
      someContract({ amountFen: 1000, lines: [{ budgetLineId, amountFen: 1000 }] }),
    )
    const fund = await ask('createFund', { kind: 'province', name: '省级补助' })
    await ask('recordFundReceipt', { fundId: fund.id, projectId, amountFen: 900, enteredOn: '2026-01-05' })
    const before = await ask('fourBooks', { projectId })
    const payment = await ask(
      'recordPayment',
      somePayment({
        amountFen: 300,
        contractId: contract.id,
        kind: 'other',
        fundSplit: [{ fundId: fund.id, amountFen: 300 }],
      }),
    )
    expect(payment).toMatchObject({
      budgetLineId,
      contractNumber: contract.number,
      fundSplit: [{ fundName: '省级补助' }],
    })
    const after = await ask('fourBooks', { projectId })
    expect(after.items.find(({ code }) => code === '1.1')).toMatchObject({
      budgetFen: 5000,
      contractFen: 1000,
      paidFen: 300,
      balanceFen: 4000,
      unpaidFen: 700,
    })
    expect((await ask('listFunds', { projectId })).items[0]).toMatchObject({ balanceFen: 600, paidFen: 300 })
    expect((await ask('listPayments', { budgetLineId: lines[0]?.id ?? '' })).totals.amountFen).toBe(300)
    expect((await ask('listPayments', { fundId: fund.id, contractId: contract.id })).total).toBe(1)
    await ask('reversePayment', {
      paymentId: payment.id,
      reason: '错',
      reversedOn: '2026-03-06',
      idempotencyKey: 'reverse-1',
    })
    expect(await ask('fourBooks', { projectId })).toEqual(before)
    expect((await ask('listFunds', { projectId })).items[0]).toMatchObject({ balanceFen: 900, paidFen: 0 })
  })

  test('a split must add up exactly, and a source never pays more than it has', async () => {
    const { ask, refusal } = await openPlans()
    const fund = await ask('createFund', { kind: 'own', name: '自筹' })
    await ask('recordFundReceipt', { fundId: fund.id, projectId, amountFen: 100, enteredOn: '2026-01-05' })
    const pay = (amountFen: number, part: number) =>
      somePayment({
        amountFen,
        overrideReason: '领导已批',
        fundSplit: [{ fundId: fund.id, amountFen: part }],
      })
    expect((await refusal('recordPayment', pay(100, 99))).code).toBe('fundSplitUnequal')
    expect((await refusal('recordPayment', pay(101, 101))).code).toBe('fundNegative')
    await ask('recordPayment', pay(100, 100))
    expect(
      (
        await refusal('recordFundReceipt', {
          fundId: fund.id,
          projectId,
          amountFen: -1,
          enteredOn: '2026-01-06',
        })
      ).code,
    ).toBe('fundNegative')
  })

  test('a refund comes back: negative in the books, never more than was paid', async () => {
    const { ask, refusal } = await openPlans()
    const contract = await ask('recordContract', someContract({ amountFen: 1000 }))
    const pay = (kind: 'other' | 'refund', amountFen: number) =>
      somePayment({ kind, amountFen, contractId: contract.id })
    const payment = await ask('recordPayment', pay('other', 1000))
    expect((await refusal('recordPayment', pay('refund', 1001))).code).toBe('refundOverPaid')
    const refund = await ask('recordPayment', pay('refund', 400))
    expect(refund.amountFen).toBe(-400)
    expect((await ask('getContract', { contractId: contract.id })).paidFen).toBe(600)
    await ask('recordPayment', pay('other', 400))
    const reverse = (paymentId: string, key: string) => ({
      paymentId,
      reason: '错',
      reversedOn: '2026-03-06',
      idempotencyKey: `reverse-${key}`,
    })
    expect((await refusal('reversePayment', reverse(refund.id, 'a'))).code).toBe('overContract')
    await ask('reversePayment', reverse(payment.id, 'b'))
    expect((await ask('getContract', { contractId: contract.id })).paidFen).toBe(0)
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
  })

  test('an error of this year is cancelled in red, of a year before in blue, and the right entry is linked both ways', async () => {
    const { ask, refusal } = await openPlans()
    const reversed = async (paidOn: string) => {
      const payment = await ask('recordPayment', somePayment({ paidOn, voucherNo: `记-${paidOn}` }))
      const right = somePayment({ correctsId: payment.id, confirmDuplicate: true })
      expect((await refusal('recordPayment', right)).code).toBe('correctionNotReversed')
      const reversal = await ask('reversePayment', {
        paymentId: payment.id,
        reason: '金额错',
        reversedOn: '2026-03-06',
        idempotencyKey: `reverse-${paidOn}`,
      })
      const entered = await ask('recordPayment', right)
      expect(await refusal('recordPayment', somePayment({ correctsId: payment.id }))).toEqual({
        code: 'correctionTaken',
        fields: ['correctsId'],
      })
      const listed = (await ask('listPayments', { text: `记-${paidOn}` })).items.find(
        ({ id }) => id === payment.id,
      )
      expect(listed).toMatchObject({ reversedById: reversal.id, correctedById: entered.id })
      return { reversal, entered }
    }
    const thisYear = await reversed('2026-02-03')
    expect(thisYear.reversal).toMatchObject({ correction: 'red', memo: '注销2月3日记-2026-02-03号凭证' })
    expect(thisYear.entered.memo).toBe('订正2月3日记-2026-02-03号凭证')
    expect((await reversed('2025-02-03')).reversal).toMatchObject({
      correction: 'blue',
      memo: '更正2025年2月3日记-2025-02-03号凭证',
    })
  })
})

describe('结账', () => {
  test('nothing is posted into a closed month, by any of the four ways, until it is reopened with a reason', async () => {
    const { ask, refusal } = await openPlans()
    const contract = await ask('recordContract', someContract({}))
    const fund = await ask('createFund', { kind: 'city', name: '市级' })
    const payment = await ask('recordPayment', somePayment({ paidOn: '2026-02-10' }))
    await ask('closeMonth', { month: '2026-02', reason: '二月结账' })
    const writes = [
      ['recordPayment', somePayment({ paidOn: '2026-02-11' })],
      [
        'reversePayment',
        { paymentId: payment.id, reason: '错', reversedOn: '2026-02-12', idempotencyKey: 'reverse-1' },
      ],
      ['recordProgressValue', { contractId: contract.id, month: '2026-02', amountFen: 5 }],
      ['recordFundReceipt', { fundId: fund.id, projectId, amountFen: 5, enteredOn: '2026-02-28' }],
    ] as const
    for (const [name, input] of writes) expect((await refusal(name, input)).code).toBe('monthClosed')
    expect((await refusal('closeMonth', { month: '2026-02', reason: '再结' })).code).toBe('monthClosed')
    expect((await refusal('reopenMonth', { month: '2026-01', reason: '未结' })).code).toBe('monthNotClosed')
    expect((await refusal('closeMonth', { month: '2026-04', reason: '早' })).code).toBe('monthInFuture')
    expect((await refusal('reopenMonth', { month: '2026-02', reason: ' ' })).code).toBe('reasonMissing')
    await ask('reopenMonth', { month: '2026-02', reason: '漏记一笔' })
    for (const [name, input] of writes) await ask(name, input)
    await ask('closeMonth', { month: '2026-02', reason: '重新结账' })
    expect((await ask('listPeriods', {})).items.find(({ month }) => month === '2026-02')).toMatchObject({
      isClosed: true,
      paymentCount: 3,
    })
    const { items } = await ask('listChanges', { entity: 'period_close' })
    expect(items.map(({ reason }) => reason)).toEqual(['重新结账', '漏记一笔', '二月结账'])
  })
})
