import { describe, expect, test } from 'vitest'
import { finance, liaison, openPlans, reviewer, somePayment } from './fixture/temporaryLibrary.ts'

const ledger = { page: 1, pageSize: 50 } as const

describe('logging payments', () => {
  test('a payment shows in the ledger, in its project, in its plan and in its month', async () => {
    const { ask } = await openPlans()
    const payment = await ask('recordPayment', somePayment({ amountFen: 123_456, paidOn: '2026-02-03' }))
    expect((await ask('listPayments', ledger)).items[0]).toMatchObject({
      id: payment.id,
      amountFen: 123_456,
      projectName: '荷塘卫生院升级改造工程',
    })
    expect((await ask('getProject', { projectId: 'pj-hetang' })).paidFen).toBe(123_456)
    expect((await ask('planSummary', { planId: 'pengjiang-14-5' })).paidFen).toBe(123_456)
    expect((await ask('paidByMonth', { projectId: 'pj-hetang' })).items).toEqual([
      { projectId: 'pj-hetang', month: '2026-02', paidFen: 123_456, paymentCount: 1 },
    ])
  })

  test.each([
    ['zero', { amountFen: 0 }, 'amountNotPositive', 'amountFen'],
    ['a negative amount', { amountFen: -5 }, 'amountNotPositive', 'amountFen'],
    ['half a fen', { amountFen: 1.5 }, 'amountNotWhole', 'amountFen'],
    ['an amount as text', { amountFen: '100' }, 'amountNotWhole', 'amountFen'],
    ['an amount beyond the limit', { amountFen: 10_000_000_000_000 }, 'amountTooLarge', 'amountFen'],
    ['an impossible day', { paidOn: '2026-02-30' }, 'dateInvalid', 'paidOn'],
    ['tomorrow', { paidOn: '2026-03-11' }, 'dateInFuture', 'paidOn'],
    ['a day of 1926', { paidOn: '1926-03-10' }, 'dateTooEarly', 'paidOn'],
    ['an unknown project', { projectId: 'nowhere' }, 'projectUnknown', 'projectId'],
    ['no payee', { payee: '  ' }, 'textMissing', 'payee'],
    ['10,000 characters', { memo: '字'.repeat(10_000) }, 'textTooLong', 'memo'],
    ['a control character', { payee: '某\u0007公司' }, 'controlCharacter', 'payee'],
    ['a text that runs backwards', { payee: '某\u202e公司' }, 'controlCharacter', 'payee'],
    ['a name that nobody sees', { payee: '\u200b' }, 'controlCharacter', 'payee'],
    ['a year slipped to 0225', { paidOn: '0225-11-20' }, 'dateInvalid', 'paidOn'],
    ['half a character', { purpose: '款\ud800' }, 'controlCharacter', 'purpose'],
    ['a field nobody knows', { amount: 5 }, 'unknownField', 'amount'],
    ['no idempotency key', { idempotencyKey: undefined }, 'inputMalformed', 'idempotencyKey'],
  ])('%s is refused at its field and writes nothing', async (_, change, code, field) => {
    const { ask, refusal } = await openPlans()
    const before = await ask('getLibrary', {})
    expect(await refusal('recordPayment', { ...somePayment(), ...change })).toEqual({ code, fields: [field] })
    expect(await ask('getLibrary', {})).toEqual(before)
  })

  test('a closed and an archived project take no payment', async () => {
    const { ask, refusal } = await openPlans()
    await ask('setProjectState', { projectId: 'pj-hetang', state: 'closed', reason: '已结算' })
    expect(await refusal('recordPayment', somePayment())).toEqual({
      code: 'projectClosed',
      fields: ['projectId'],
    })
    await ask('setProjectState', { projectId: 'pj-hetang', state: 'archived', reason: '移交档案' })
    expect(await refusal('recordPayment', somePayment())).toEqual({
      code: 'projectArchived',
      fields: ['projectId'],
    })
  })

  test('only finance may post money', async () => {
    const { refusal } = await openPlans()
    for (const actor of [liaison, reviewer]) {
      expect((await refusal('recordPayment', somePayment(), actor)).code).toBe('roleForbidden')
      expect((await refusal('reversePayment', {}, actor)).code).toBe('roleForbidden')
    }
    expect((await refusal('recordPayment', somePayment(), null)).code).toBe('actorMissing')
  })

  test('the same idempotency key never enters a payment twice', async () => {
    const { ask, refusal } = await openPlans()
    const input = somePayment()
    const first = await ask('recordPayment', input)
    expect(await ask('recordPayment', input)).toEqual(first)
    expect((await ask('listPayments', ledger)).total).toBe(1)
    expect(await refusal('recordPayment', { ...input, amountFen: 7 })).toEqual({
      code: 'idempotencyKeyReused',
      fields: ['idempotencyKey'],
    })
  })

  test('a possible duplicate asks first, and goes in when a person says that it is none', async () => {
    const { ask, refusal } = await openPlans()
    const input = somePayment({ voucherNo: '记-15' })
    await ask('recordPayment', input)
    const again = { ...input, idempotencyKey: 'another-key' }
    expect((await refusal('recordPayment', again)).code).toBe('possibleDuplicate')
    expect(
      (await refusal('recordPayment', somePayment({ voucherNo: '记-15', payee: '别家公司' }))).code,
    ).toBe('possibleDuplicate')
    expect(
      (
        await ask('listDuplicates', {
          projectId: input.projectId,
          paidOn: input.paidOn,
          amountFen: input.amountFen,
          payee: input.payee,
        })
      ).total,
    ).toBe(1)
    await ask('recordPayment', { ...again, confirmDuplicate: true })
    expect((await ask('listPayments', ledger)).total).toBe(2)
  })
})

test('a duplicate is found under another width of its characters', async () => {
  const { ask, refusal } = await openPlans()
  const input = somePayment({ payee: '江门（一）公司', voucherNo: '记-1' })
  await ask('recordPayment', input)
  expect(
    (
      await refusal('recordPayment', {
        ...input,
        payee: '江门(一) 公司',
        voucherNo: null,
        idempotencyKey: 'k2',
      })
    ).code,
  ).toBe('possibleDuplicate')
  expect((await refusal('recordPayment', somePayment({ payee: '别家', voucherNo: '记－１' }))).code).toBe(
    'possibleDuplicate',
  )
})

test('a filter by amount takes a reversed entry together with its red one', async () => {
  const { ask } = await openPlans()
  const payment = await ask('recordPayment', somePayment({ amountFen: 10_000_000 }))
  await ask('recordPayment', somePayment({ amountFen: 50 }))
  await ask('reversePayment', {
    paymentId: payment.id,
    reason: '错',
    reversedOn: '2026-03-09',
    idempotencyKey: 'r1',
  })
  expect((await ask('listPayments', { maxFen: 100 })).totals).toMatchObject({ count: 1, amountFen: 50 })
  expect((await ask('listPayments', { minFen: 1000 })).totals).toMatchObject({ count: 2, amountFen: 0 })
})

describe('红字冲销', () => {
  test('the red entry names the one it cancels, both stay, every sum is as before', async () => {
    const { ask } = await openPlans()
    const payment = await ask('recordPayment', somePayment({ amountFen: 500 }))
    const red = await ask('reversePayment', {
      paymentId: payment.id,
      reason: '金额录错',
      reversedOn: '2026-03-09',
      idempotencyKey: 'reverse-1',
    })
    expect(red).toMatchObject({
      amountFen: -500,
      reversesId: payment.id,
      reason: '金额录错',
      paidOn: '2026-03-09',
    })
    const list = await ask('listPayments', ledger)
    expect(list.total).toBe(2)
    expect(list.totals).toEqual({ count: 2, amountFen: 0, paidFen: 500, reversedFen: -500, fundFen: null })
    expect(list.items.find(({ id }) => id === payment.id)?.reversedById).toBe(red.id)
    expect((await ask('planSummary', { planId: 'pengjiang-14-5' })).paidFen).toBe(0)
  })

  test('an entry is reversed once, and a red entry never', async () => {
    const { ask, refusal } = await openPlans()
    const payment = await ask('recordPayment', somePayment())
    const reverse = {
      paymentId: payment.id,
      reason: '重复',
      reversedOn: '2026-03-09',
      idempotencyKey: 'reverse-1',
    }
    const red = await ask('reversePayment', reverse)
    const before = await ask('getLibrary', {})
    expect((await refusal('reversePayment', { ...reverse, idempotencyKey: 'reverse-2' })).code).toBe(
      'paymentAlreadyReversed',
    )
    expect(
      (await refusal('reversePayment', { ...reverse, paymentId: red.id, idempotencyKey: 'reverse-3' })).code,
    ).toBe('paymentIsReversal')
    expect(await ask('getLibrary', {})).toEqual(before)
  })

  test.each([
    ['without a reason', { reason: ' ' }, 'reasonMissing', 'reason'],
    ['before the payment', { reversedOn: '2026-03-04' }, 'reversalBeforePayment', 'reversedOn'],
    ['tomorrow', { reversedOn: '2026-03-11' }, 'dateInFuture', 'reversedOn'],
    ['of an unknown entry', { paymentId: 'none' }, 'paymentUnknown', 'paymentId'],
  ])('%s is refused', async (_, change, code, field) => {
    const { ask, refusal } = await openPlans()
    const payment = await ask('recordPayment', somePayment())
    const reverse = {
      paymentId: payment.id,
      reason: '错',
      reversedOn: '2026-03-06',
      idempotencyKey: 'reverse-1',
      ...change,
    }
    expect(await refusal('reversePayment', reverse)).toEqual({ code, fields: [field] })
  })

  test('what was reversed is no duplicate of the right entry', async () => {
    const { ask } = await openPlans()
    const input = somePayment()
    const payment = await ask('recordPayment', input)
    await ask('reversePayment', {
      paymentId: payment.id,
      reason: '错',
      reversedOn: '2026-03-06',
      idempotencyKey: 'reverse-1',
    })
    await ask('recordPayment', { ...input, idempotencyKey: 'the-right-one' }, finance)
  })
})

describe('finding payments', () => {
  test('each filter finds its own, the totals are of the whole set, the pages follow each other', async () => {
    const { ask } = await openPlans()
    for (let index = 1; index <= 12; index += 1) {
      const month = String(((index - 1) % 3) + 1).padStart(2, '0')
      await ask(
        'recordPayment',
        somePayment({
          projectId: index % 2 === 0 ? 'pj-hetang' : 'ep-dahuai',
          paidOn: `2026-${month}-0${String((index % 9) + 1)}`,
          amountFen: index * 100,
          payee: index > 10 ? '江门100%设计院' : '恩平建筑公司',
          voucherNo: `记_${String(index)}`,
          memo: index === 7 ? '含质保金' : null,
        }),
      )
    }
    const find = async (filter: object) => (await ask('listPayments', { ...ledger, ...filter })).totals
    expect(await find({})).toMatchObject({ count: 12, amountFen: 7800 })
    expect(await find({ projectId: 'pj-hetang' })).toMatchObject({ count: 6, amountFen: 4200 })
    expect(await find({ planId: 'enping-14-5' })).toMatchObject({ count: 6, amountFen: 3600 })
    expect(await find({ text: '质保' })).toMatchObject({ count: 1, amountFen: 700 })
    expect(await find({ text: '100%' })).toMatchObject({ count: 2 })
    expect(await find({ text: '记_1' })).toMatchObject({ count: 4 })
    expect(await find({ text: '没有这个词' })).toMatchObject({ count: 0, amountFen: 0 })
    expect(await find({ payee: '设计院' })).toMatchObject({ count: 2 })
    expect(await find({ from: '2026-02-01', to: '2026-02-28' })).toMatchObject({ count: 4 })
    expect(await find({ minFen: 300, maxFen: 500 })).toMatchObject({ count: 3, amountFen: 1200 })
    expect(await find({ payee: '公司', projectId: 'ep-dahuai', minFen: 500 })).toMatchObject({
      count: 3,
      amountFen: 2100,
    })

    for (const sort of [
      '-paidOn',
      'paidOn',
      '-amountFen',
      'amountFen',
      'payee',
      '-payee',
      'projectName',
      '-projectName',
      'voucherNo',
      '-voucherNo',
      '-recordedAt',
      'recordedAt',
    ] as const) {
      const whole = (await ask('listPayments', { ...ledger, sort })).items.map(({ id }) => id)
      const parts = [1, 2, 3].map(async (page) =>
        (await ask('listPayments', { page, pageSize: 5, sort })).items.map(({ id }) => id),
      )
      expect((await Promise.all(parts)).flat(), sort).toEqual(whole)
    }
    const amounts = (await ask('listPayments', { ...ledger, sort: '-amountFen' })).items.map(
      ({ amountFen }) => amountFen,
    )
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))
  })

  test('a page beyond 100 rows is refused', async () => {
    const { refusal } = await openPlans()
    expect((await refusal('listPayments', { pageSize: 101 })).code).toBe('inputMalformed')
  })

  test('payees are recalled with what they were paid for last', async () => {
    const { ask } = await openPlans()
    await ask('recordPayment', somePayment({ payee: '甲公司', purpose: '第一期' }))
    await ask('recordPayment', somePayment({ payee: '甲公司', purpose: '第二期' }))
    expect((await ask('listPayees', { text: '甲' })).items).toMatchObject([
      {
        payee: '甲公司',
        paymentCount: 2,
        lastPurpose: '第二期',
        lastProjectId: 'pj-hetang',
        lastContractId: null,
      },
    ])
  })
})
