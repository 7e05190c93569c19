import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { liaison, openPlans, reviewer, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

describe('概算版本', () => {
  test('the plan’s figure is a version of its own, derived and not copied', async () => {
    const { ask, refusal } = await openPlans()
    const project = await ask('getProject', { projectId })
    const [plan] = (await ask('listBudgetVersions', { projectId })).items
    expect(plan).toMatchObject({ kind: 'plan', isDerived: true, isLimit: false, totalFen: project.amountFen })
    expect(await refusal('createBudgetVersion', { projectId, kind: 'plan' })).toEqual({
      code: 'budgetPlanDerived',
      fields: ['kind'],
    })
    expect((await ask('fourBooks', { projectId })).total.budgetFen).toBeNull()
  })

  test('amounts stand on leaves and add up the tree', async () => {
    const library = await openPlans()
    const { version, lines } = await draftedBudget(library, projectId, { '1.1': 700, '1.2': 35, '2.05': 1 })
    expect(lines.find(({ code }) => code === '1')).toMatchObject({
      totalFen: 735,
      amountFen: null,
      isLeaf: false,
    })
    expect(lines.find(({ code }) => code === '3')?.totalFen).toBeNull()
    const listed = await library.ask('listBudgetLines', { versionId: version.id })
    expect(listed.version.totalFen).toBe(736)
    const top = lines.find(({ code }) => code === '1')
    expect(
      (await library.refusal('setBudgetLine', { versionId: version.id, lineId: top?.id, amountFen: 5 })).code,
    ).toBe('budgetLineHasLines')
    const leaf = lines.find(({ code }) => code === '1.1')
    expect(
      (
        await library.refusal('setBudgetLine', {
          versionId: version.id,
          parentId: leaf?.id,
          code: '1.1.1',
          name: '门诊楼',
        })
      ).code,
    ).toBe('budgetLineHasAmount')
    expect(
      (await library.refusal('setBudgetLine', { versionId: version.id, lineId: top?.id, parentId: leaf?.id }))
        .code,
    ).toBe('budgetLineHasAmount')
    expect(
      (await library.refusal('setBudgetLine', { versionId: version.id, code: '1.1', name: '又一个' })).code,
    ).toBe('budgetLineCodeTaken')
  })

  test('an approved version is locked, the next one starts as its copy, and the two are compared by line', async () => {
    const { ask, refusal, ...library } = await openPlans()
    const { version, lines } = await draftedBudget(
      { ask, ...library },
      projectId,
      { '1.1': 700, '2.05': 50 },
      true,
    )
    const leaf = lines.find(({ code }) => code === '1.1')
    expect(
      (await refusal('setBudgetLine', { versionId: version.id, lineId: leaf?.id, amountFen: 1 })).code,
    ).toBe('budgetVersionApproved')
    expect(() =>
      library.db.sqlite.exec('UPDATE budget_line SET amount_fen = 1 WHERE amount_fen IS NOT NULL'),
    ).toThrow(/locked/)
    const next = await ask('createBudgetVersion', { projectId, kind: 'adjusted' })
    expect(next).toMatchObject({ copiedFromId: version.id, totalFen: 750, state: 'draft' })
    const copied = (await ask('listBudgetLines', { versionId: next.id })).items
    const raised = copied.find(({ code }) => code === '1.1')
    await ask('setBudgetLine', { versionId: next.id, lineId: raised?.id ?? '', amountFen: 900 })
    const compared = await ask('compareBudgetVersions', { fromId: version.id, toId: next.id })
    expect(compared.deltaFen).toBe(200)
    expect(compared.items.find(({ code }) => code === '1')).toMatchObject({
      fromFen: 700,
      toFen: 900,
      deltaFen: 200,
    })
    expect(compared.items.find(({ code }) => code === '2.05')).toMatchObject({ deltaFen: 0 })
  })

  test('the newest approved 初设概算 or 调整概算 is the limit; a draft or a 可研估算 is none', async () => {
    const library = await openPlans()
    await draftedBudget(library, projectId, { '1.1': 500 }, true, 'feasibility')
    expect((await library.ask('fourBooks', { projectId })).total.budgetFen).toBeNull()
    await draftedBudget(library, projectId, { '1.1': 520 }, true)
    await draftedBudget(library, projectId, { '1.1': 900 }, false, 'adjusted')
    expect((await library.ask('fourBooks', { projectId })).total.budgetFen).toBe(520)
  })
})

describe('合同', () => {
  test('committed counts approved changes once, pending ones apart, and the settlement price in their place', async () => {
    const { ask } = await openPlans()
    const contract = await ask('recordContract', someContract({ amountFen: 1000 }))
    const change = await ask('recordContractChange', {
      contractId: contract.id,
      number: 'B-1',
      title: '基坑加深',
      amountFen: 200,
    })
    expect(await ask('getContract', { contractId: contract.id })).toMatchObject({
      committedFen: 1000,
      pendingChangeFen: 200,
    })
    await ask('approveContractChange', { changeId: change.id, approvedOn: '2026-03-01' })
    expect(await ask('getContract', { contractId: contract.id })).toMatchObject({
      committedFen: 1200,
      pendingChangeFen: 0,
    })
    await ask('settleContract', {
      contractId: contract.id,
      settlementFen: 1150,
      settledOn: '2026-03-05',
      reason: '审定',
    })
    const settled = await ask('getContract', { contractId: contract.id })
    expect(settled).toMatchObject({
      committedFen: 1150,
      amountFen: 1000,
      approvedChangeFen: 200,
      state: 'settled',
    })
    expect((await ask('planSummary', { planId: 'pengjiang-14-5' })).contractFen).toBe(1150)
  })

  test('a split that does not add up, and a 科目 of another project, are refused', async () => {
    const library = await openPlans()
    const { lines } = await draftedBudget(library, 'pj-duruan', { '1.1': 500 })
    const lineId = lines.find(({ code }) => code === '1.1')?.id ?? ''
    const split = (budgetLineId: string | null, amountFen: number) =>
      someContract({ amountFen: 1000, lines: [{ budgetLineId, amountFen }] })
    expect((await library.refusal('recordContract', split(null, 999))).code).toBe('lineSplitUnequal')
    expect((await library.refusal('recordContract', split(lineId, 1000))).code).toBe('budgetLineUnknown')
  })
})

describe('支付', () => {
  test('goes to the contract, its only 科目 and its sources, and a reversal takes it back from all', async () => {
    const library = await openPlans()
    const { ask } = library
    const { lines } = await draftedBudget(library, projectId, { '1.1': 5000, '1.2': 100 }, true)
    const budgetLineId = lines.find(({ code }) => code === '1.1')?.id ?? ''
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

test('only finance writes money; everyone reads it', async () => {
  const { ask, refusal } = await openPlans()
  for (const actor of [liaison, reviewer]) {
    expect((await refusal('recordContract', someContract({}), actor)).code).toBe('roleForbidden')
    expect((await refusal('closeMonth', { month: '2026-02', reason: '结' }, actor)).code).toBe(
      'roleForbidden',
    )
    expect((await refusal('createBudgetVersion', { projectId, kind: 'preliminary' }, actor)).code).toBe(
      'roleForbidden',
    )
    expect((await ask('fourBooks', {}, actor)).projects).toHaveLength(26)
    expect((await ask('listRules', {}, actor)).items.length).toBeGreaterThan(0)
  }
})

test('the portfolio says of how many projects a book is unknown', async () => {
  const library = await openPlans()
  await draftedBudget(library, projectId, { '1.1': 500 }, true)
  const all = await library.ask('fourBooks', {})
  expect(all.total).toMatchObject({ budgetFen: 500, contractFen: null, doneFen: null, paidFen: 0 })
  expect(all.unknown).toEqual({ budget: 25, contract: 26, done: 26 })
})
