import { describe, expect, test } from 'vitest'
import { someContract } from './fixture/money.ts'
import { csv, previewed } from './fixture/readSheet.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

const onDay = '2026-03-10'

async function advanced(recoveredFen = 0) {
  const library = await openPlans()
  const { ask } = library
  const { id: contractId } = await ask(
    'recordContract',
    someContract({ amountFen: 10_000, advancePct: 20, retentionPct: null }),
  )
  const advance = await ask('recordPayment', somePayment({ contractId, kind: 'advance', amountFen: 2000 }))
  if (recoveredFen > 0)
    await ask('recordAdvanceRecovery', { contractId, recoveredOn: '2026-03-06', amountFen: recoveredFen })
  const refund = (amountFen: number, refundOf?: 'advance' | 'other') =>
    somePayment({ contractId, kind: 'refund', amountFen, ...(refundOf === undefined ? {} : { refundOf }) })
  const left = async () => (await ask('payableNow', { contractId, onDay })).advanceLeftFen
  return { ...library, contractId, advance, refund, left }
}

describe('退款 of an advance (预付款退回)', () => {
  test('an advance that comes back is no longer to be recovered, in what may be paid and in the list alike', async () => {
    const { ask, contractId, refund, left } = await advanced(500)
    await ask('recordProgressValue', { contractId, month: '2026-02', amountFen: 4000 })
    await ask('recordPayment', somePayment({ contractId, kind: 'progress', amountFen: 100 }))
    expect(await left()).toBe(1500)
    await ask('recordPayment', refund(600, 'advance'))
    expect(await left()).toBe(900)
    const [row] = (await ask('listAdvances', {})).items
    expect(row).toMatchObject({
      paidFen: 2000,
      refundedFen: 600,
      recoveredFen: 500,
      leftFen: 900,
      dueFen: 560,
    })
    const { limits } = await ask('payableNow', { contractId, onDay, kind: 'advance' })
    expect(limits.find(({ kind }) => kind === 'advance')?.amountFen, 'it may be advanced again').toBe(600)
  })

  test('what came back of anything else leaves the advance as it was', async () => {
    const { ask, contractId, refund, left } = await advanced()
    await ask(
      'recordPayment',
      somePayment({ contractId, kind: 'progress', amountFen: 700, overrideReason: '测试' }),
    )
    await ask('recordPayment', refund(600, 'other'))
    expect(await left()).toBe(2000)
  })

  test('a refund that does not say it is of the advance where nothing else was paid, and of nothing where it may be either', async () => {
    const { ask, contractId, refund, left } = await advanced()
    expect(await ask('recordPayment', refund(600))).toMatchObject({ refundOf: 'advance' })
    expect(await left()).toBe(1400)
    await ask(
      'recordPayment',
      somePayment({ contractId, kind: 'progress', amountFen: 700, overrideReason: '测试' }),
    )
    expect(await ask('recordPayment', refund(100))).toMatchObject({ refundOf: null })
    expect(await left()).toBe(1400)
  })

  test('no more of the advance comes back than is left to recover, and only a refund on a contract says what it gives back', async () => {
    const { ask, refusal, contractId, refund } = await advanced(500)
    await ask(
      'recordPayment',
      somePayment({ contractId, kind: 'progress', amountFen: 700, overrideReason: '测试' }),
    )
    expect(await refusal('recordPayment', refund(1501, 'advance'))).toEqual({
      code: 'refundOverAdvance',
      fields: ['amountFen'],
    })
    await ask('recordPayment', refund(1500, 'advance'))
    const wrong = { code: 'refundOfUnfit', fields: ['refundOf'] }
    expect(
      await refusal('recordPayment', somePayment({ contractId, amountFen: 5, refundOf: 'advance' })),
    ).toEqual(wrong)
    await ask('recordPayment', somePayment({ amountFen: 100 }))
    const loose = somePayment({ kind: 'refund', amountFen: 50, refundOf: 'other' })
    expect(await refusal('recordPayment', loose)).toEqual(wrong)
  })

  test('a refund that is reversed is to be recovered again; an advance of which some came back is not cancelled first', async () => {
    const { ask, refusal, advance, refund, left } = await advanced()
    const back = await ask('recordPayment', refund(600, 'advance'))
    const cancel = (paymentId: string) => ({
      ...{ paymentId, reason: '重复', reversedOn: '2026-03-09', idempotencyKey: `cancel-${paymentId}` },
    })
    expect((await refusal('reversePayment', cancel(advance.id))).code).toBe('refundOverPaid')
    expect(await ask('reversePayment', cancel(back.id))).toMatchObject({
      refundOf: 'advance',
      amountFen: 600,
    })
    expect(await left()).toBe(2000)
    await ask('reversePayment', cancel(advance.id))
    expect(await left()).toBe(0)
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
  })

  test('an advance is not cancelled while money of it came back, whatever else was paid', async () => {
    const { ask, refusal, contractId, advance, refund } = await advanced()
    await ask(
      'recordPayment',
      somePayment({ contractId, kind: 'progress', amountFen: 3000, overrideReason: '测试' }),
    )
    await ask('recordPayment', refund(600, 'advance'))
    const cancel = {
      paymentId: advance.id,
      reason: '重复',
      reversedOn: '2026-03-09',
      idempotencyKey: 'cancel',
    }
    expect(await refusal('reversePayment', cancel)).toEqual({
      code: 'advanceRefunded',
      fields: ['paymentId'],
    })
  })

  test('an imported row that says 退回预付款 is a refund of the advance, and no more than is left of it', async () => {
    const library = await advanced(500)
    const { ask, contractId, left } = library
    const { number } = await ask('getContract', { contractId })
    const file = csv(
      '付款日期,收款单位,摘要,款项性质,合同编号,付款金额（元）',
      `2026-03-06,测试公司,退回部分预付款,预付款退回,${number},9`,
      `2026-03-07,测试公司,退回部分预付款,退款（预付款）,${number},7`,
    )
    const { preview, rows } = await previewed(library, file)
    expect(rows).toMatchObject({ 2: -9, 3: 'error refundOverAdvance' })
    await ask('applyImport', { previewId: preview.previewId, leavesErrors: true })
    expect((await ask('listPayments', { kind: 'refund' })).items[0]).toMatchObject({
      amountFen: -900,
      refundOf: 'advance',
    })
    expect(await left()).toBe(600)
  })
})
