import { describe, expect, test } from 'vitest'
import { someContract } from './fixture/money.ts'
import { attached, someFile } from './fixture/someFile.ts'
import { openPlans, reviewer, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'
let keys = 0
function key() {
  keys += 1
  return `correct-${String(keys)}`
}

describe('差错更正 (会计基础工作规范 第五十一条)', () => {
  test('content wrong this year: a red entry and the right one, linked both ways, in one command', async () => {
    const { ask } = await openPlans()
    const wrong = await ask(
      'recordPayment',
      somePayment({ payee: '错误单位', voucherNo: '记-7', amountFen: 500 }),
    )
    const { entries, original } = await ask('correctPayment', {
      paymentId: wrong.id,
      correctedOn: '2026-03-09',
      reason: '收款单位写错',
      voucherNo: '记-9',
      how: {
        kind: 'replace',
        right: {
          projectId,
          paidOn: '2026-03-09',
          amountFen: 500,
          payee: '正确单位',
          purpose: '进度款',
          voucherNo: '记-10',
        },
      },
      idempotencyKey: key(),
    })
    expect(entries).toMatchObject([
      {
        amountFen: -500,
        correction: 'red',
        memo: '注销3月5日记-7号凭证',
        voucherNo: '记-9',
        reversesId: wrong.id,
      },
      { amountFen: 500, payee: '正确单位', memo: '订正3月5日记-7号凭证', correctsId: wrong.id },
    ])
    expect(original).toMatchObject({ reversedById: entries[0]?.id, correctedById: entries[1]?.id })
    expect((await ask('fourBooks', { projectId })).total.paidFen).toBe(500)
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
  })

  test('the right entry carries on the files of the wrong one, each stored once, and every entry leads to the others', async () => {
    const { ask } = await openPlans()
    const wrong = await ask('recordPayment', somePayment({ invoiceNo: '发-1', amountFen: 500 }))
    const adjust = { kind: 'adjust' as const, amountFen: 400 }
    const correct = { paymentId: wrong.id, correctedOn: '2026-03-09', reason: '记错' }
    const [difference] = (await ask('correctPayment', { ...correct, how: adjust, idempotencyKey: key() }))
      .entries
    const invoice = someFile('发票.pdf', Buffer.from('%PDF-1.4 发票'))
    const { contentId } = await attached({ ask }, invoice, {
      subject: 'payment',
      subjectId: wrong.id,
      document: '发票',
    })
    const before = await ask('contentSummary', {})
    const right = {
      projectId,
      paidOn: '2026-03-09',
      amountFen: 400,
      payee: '正确单位',
      purpose: '款',
      invoiceNo: '发-1',
    }
    const how = { kind: 'replace' as const, right, withFiles: true }
    const [red, corrected] = (await ask('correctPayment', { ...correct, how, idempotencyKey: key() })).entries
    expect((await ask('listAttachments', { subjectId: corrected?.id ?? '' })).items).toMatchObject([
      { name: '发票.pdf', document: '发票', contentId },
    ])
    expect((await ask('listAttachments', { subjectId: wrong.id })).total).toBe(1)
    expect(await ask('contentSummary', {})).toMatchObject({
      contentCount: before.contentCount,
      byteCount: before.byteCount,
    })
    const tiesOf = async (paymentId: string) =>
      (await ask('relatedPayments', { paymentId })).items.map(({ relation, payment }) => [
        relation,
        payment.id,
      ])
    // The red entry is of 400, the wrong one of 500: the link goes by the entry itself.
    expect(await tiesOf(red?.id ?? '')).toEqual([['reverses', wrong.id]])
    expect(await tiesOf(corrected?.id ?? '')).toEqual([['corrects', wrong.id]])
    expect(await tiesOf(wrong.id)).toEqual([
      ['reversedBy', red?.id],
      ['correctedBy', corrected?.id],
      ['adjustment', difference?.id],
    ])
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
  })

  test('what is written out calls each entry what it is, and the preview names the rule it follows', async () => {
    const { ask } = await openPlans()
    const old = await ask('recordPayment', somePayment({ paidOn: '2025-11-20', amountFen: 800 }))
    const wrong = await ask('recordPayment', somePayment({ amountFen: 500 }))
    const correctedOn = '2026-03-09'
    const correct = (paymentId: string, how: { kind: 'cancel' } | { kind: 'adjust'; amountFen: number }) =>
      ask('correctPayment', { paymentId, correctedOn, reason: '记错', how, idempotencyKey: key() })
    await correct(old.id, { kind: 'cancel' })
    await correct(wrong.id, { kind: 'adjust', amountFen: 450 })
    const written = await ask('getReport', { report: 'paymentLedger' })
    const place = written.columns.findIndex(({ id }) => id === 'status')
    expect(written.rows.map(({ cells }) => cells[place]).toSorted()).toEqual(
      ['支付（已冲销）', '蓝字更正', '支付（已调整）', '差额'].toSorted(),
    )
    const preview = { paymentId: wrong.id, correctedOn, kind: 'cancel' as const }
    expect((await ask('previewCorrection', preview)).rule).toMatchObject({ id: 'correction' })
  })

  test('nothing is posted where the right entry breaks a rule', async () => {
    const { ask, answer } = await openPlans()
    const contract = await ask('recordContract', someContract({ amountFen: 1000 }))
    const wrong = await ask('recordPayment', somePayment({ amountFen: 500 }))
    const got = await answer('correctPayment', {
      paymentId: wrong.id,
      correctedOn: '2026-03-09',
      reason: '合同记错',
      how: {
        kind: 'replace',
        right: {
          projectId,
          paidOn: '2026-03-09',
          amountFen: 1001,
          payee: '甲',
          purpose: '款',
          contractId: contract.id,
        },
      },
      idempotencyKey: key(),
    })
    expect(got).toMatchObject({ ok: false, error: { code: 'overContract' } })
    expect((await ask('listPayments', {})).total).toBe(1)
  })

  test('only the amount wrong this year: the difference alone, blue for more and red for less', async () => {
    const { ask, refusal } = await openPlans()
    const contract = await ask('recordContract', someContract({ amountFen: 10_000, advancePct: 20 }))
    const fund = await ask('createFund', { kind: 'own', name: '自筹' })
    await ask('recordFundReceipt', { fundId: fund.id, projectId, amountFen: 5000, enteredOn: '2026-01-01' })
    const wrong = await ask(
      'recordPayment',
      somePayment({
        contractId: contract.id,
        kind: 'advance',
        amountFen: 1500,
        voucherNo: '记-7',
        fundSplit: [{ fundId: fund.id, amountFen: 1500 }],
      }),
    )
    const adjust = (amountFen: number) => ({
      paymentId: wrong.id,
      correctedOn: '2026-03-08',
      reason: '金额写错',
      how: { kind: 'adjust' as const, amountFen },
      idempotencyKey: key(),
    })
    expect((await refusal('correctPayment', adjust(1500))).code).toBe('adjustmentNone')
    const less = await ask('correctPayment', adjust(1200))
    expect(less.entries).toMatchObject([
      {
        amountFen: -300,
        correction: 'red',
        memo: '订正3月5日记-7号凭证差额',
        kind: 'advance',
        adjustsId: wrong.id,
      },
    ])
    expect(less.original).toMatchObject({ amountFen: 1500, adjustedFen: -300, reversedById: null })
    const more = await ask('correctPayment', adjust(1300))
    expect(more.entries).toMatchObject([{ amountFen: 100, correction: 'blue' }])
    expect(
      await ask('payableNow', { contractId: contract.id, onDay: '2026-03-10', kind: 'advance' }),
    ).toMatchObject({
      paidFen: 1300,
      advancePaidFen: 1300,
    })
    expect((await ask('listFunds', {})).items).toMatchObject([{ paidFen: 1300, balanceFen: 3700 }])
    const [difference] = more.entries
    expect(
      await refusal('reversePayment', {
        paymentId: difference?.id,
        reason: '又错',
        reversedOn: '2026-03-09',
        idempotencyKey: key(),
      }),
    ).toMatchObject({ code: 'paymentIsAdjustment' })
    const red = await ask('reversePayment', {
      paymentId: wrong.id,
      reason: '整笔作废',
      reversedOn: '2026-03-09',
      idempotencyKey: key(),
    })
    expect(red.amountFen).toBe(-1300)
    expect((await ask('listFunds', {})).items).toMatchObject([{ paidFen: 0, balanceFen: 5000 }])
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
  })

  test('last year’s mistake: blue correcting entries that name the year, in the open month', async () => {
    const { ask, refusal } = await openPlans()
    const wrong = await ask(
      'recordPayment',
      somePayment({ paidOn: '2025-11-20', voucherNo: '记-31', amountFen: 800 }),
    )
    await ask('closeMonth', { month: '2025-11', reason: '已核对' })
    const correct = (correctedOn: string) => ({
      paymentId: wrong.id,
      correctedOn,
      reason: '上年科目记错',
      how: {
        kind: 'replace' as const,
        right: {
          projectId,
          paidOn: correctedOn,
          amountFen: 800,
          payee: '甲',
          purpose: '设计费',
          voucherNo: null,
        },
      },
      idempotencyKey: key(),
    })
    expect((await refusal('correctPayment', correct('2025-11-25'))).code).toBe('monthClosed')
    const { entries } = await ask('correctPayment', correct('2026-03-09'))
    expect(entries).toMatchObject([
      { amountFen: -800, correction: 'blue', memo: '更正2025年11月20日记-31号凭证' },
      { amountFen: 800, memo: '更正2025年11月20日记-31号凭证' },
    ])
    const amount = await ask(
      'recordPayment',
      somePayment({ paidOn: '2025-12-20', voucherNo: '记-40', amountFen: 800 }),
    )
    const { entries: blue } = await ask('correctPayment', {
      paymentId: amount.id,
      correctedOn: '2026-03-09',
      reason: '上年金额多记',
      how: { kind: 'adjust', amountFen: 700 },
      idempotencyKey: key(),
    })
    expect(blue).toMatchObject([
      { amountFen: -100, correction: 'blue', memo: '更正2025年12月20日记-40号凭证差额' },
    ])
  })

  test('asked twice with one key it is corrected once; a reviewer corrects nothing', async () => {
    const { ask, refusal } = await openPlans()
    const wrong = await ask('recordPayment', somePayment())
    const input = {
      paymentId: wrong.id,
      correctedOn: '2026-03-09',
      reason: '重复',
      how: { kind: 'cancel' as const },
      idempotencyKey: key(),
    }
    const first = await ask('correctPayment', input)
    expect(await ask('correctPayment', input)).toEqual(first)
    expect((await ask('listPayments', {})).total).toBe(2)
    expect((await refusal('correctPayment', input, reviewer)).code).toBe('roleForbidden')
  })
})
