import type { Page } from 'playwright'
import { readAnswer } from '../db/requests/wire.ts'

export const everythingOf = 'pj-hetang'

/** What the one of everything is known by afterwards. */
export interface Everything {
  readonly contractId: string
  readonly fundId: string
  readonly draftId: string
  readonly versionId: string
}

/** One of everything that has an amount, sent from the window as its screens send it; of the year 2025. */
export async function recordEverything(page: Page): Promise<Everything> {
  const projectId = everythingOf
  const send = sender(page)
  const bond = await send('createFund', { kind: 'bond', name: '测试专项债券' })
  const own = await send('createFund', { kind: 'district', name: '测试区级财政资金' })
  await send('createFund', { kind: 'province', name: '测试省级补助（无记录）' })
  for (const [fundId, kind, amountFen, enteredOn] of [
    [bond.id, 'allotment', 3_000_000_000, '2024-12-10'],
    [bond.id, 'receipt', 2_000_000_000, '2025-01-10'],
    [own.id, 'receipt', 500_000_000, '2025-02-10'],
  ] as const)
    await send('recordFundReceipt', { fundId, projectId, kind, amountFen, enteredOn })

  const version = await send('createBudgetVersion', { projectId, kind: 'preliminary', start: 'template' })
  const lines = (await send('listBudgetLines', { versionId: version.id })).items
  const lineId = (code: string) => lines.find((line) => line.code === code)?.id ?? ''
  await send('setBudgetAmounts', {
    versionId: version.id,
    amounts: [
      { lineId: lineId('1.1'), amountFen: 8_000_000_000 },
      { lineId: lineId('1.2'), amountFen: 2_000_000_000 },
      { lineId: lineId('1.3'), amountFen: 1_500_000_000 },
      { lineId: lineId('3.1'), amountFen: 400_000_000 },
    ].filter((one) => one.lineId !== ''),
  })
  await send('approveBudgetVersion', {
    ...{ versionId: version.id, approvalNo: '测发改〔2023〕1号', approvalBody: '测试发展和改革局' },
    ...{ approvedOn: '2023-01-10', overrideReason: '测试' },
  })
  const draft = await send('createBudgetVersion', { projectId, kind: 'adjusted', start: 'copy' })

  const contract = await send('recordContract', {
    ...{ projectId, number: '测-001', name: '测试施工总承包合同', counterparty: '测试建设工程有限公司' },
    ...{ kind: 'construction', signedOn: '2024-05-01', amountFen: 7_500_000_000, isSme: true },
    ...{ advancePct: 10, progressPct: 80, retentionPct: 3, paymentDays: 28, overrideReason: '测试' },
    lines: [
      { budgetLineId: lineId('1.1'), amountFen: 6_000_000_000 },
      { budgetLineId: lineId('1.2'), amountFen: 1_500_000_000 },
    ],
  })
  await send('recordContract', {
    ...{ projectId, number: '测-002', name: '测试监理合同', counterparty: '测试监理有限公司' },
    ...{ kind: 'supervision', signedOn: '2024-05-01', amountFen: 120_000_000, retentionPct: 3 },
  })
  const contractId = contract.id
  const change = await send('recordContractChange', {
    ...{ contractId, number: '变-1', title: '测试变更', amountFen: 30_000_000, drawsOnContingency: true },
    budgetLineId: lineId('1.1'),
  })
  await send('approveContractChange', {
    ...{ changeId: change.id, approvedOn: '2025-01-10', overrideReason: '测试' },
  })
  await send('recordContractChange', {
    contractId,
    number: '变-2',
    title: '测试变更二',
    amountFen: 12_000_000,
  })
  for (const [month, amountFen] of [
    ['2025-02', 500_000_000],
    ['2025-05', 700_000_000],
  ] as const) {
    const budgetLineId = lineId('1.1')
    const split = [{ budgetLineId, amountFen }]
    await send('recordProgressValue', { contractId, month, amountFen, split, overrideReason: '测试' })
  }

  const payment = {
    ...{ projectId, contractId, payee: '测试建设工程有限公司', purpose: '测试工程款' },
    ...{ budgetLineId: lineId('1.1'), overrideReason: '测试' },
  }
  const paid: { id: string }[] = []
  for (const [paidOn, amountFen, kind] of [
    ['2025-01-15', 750_000_000, 'advance'],
    ['2025-03-05', 400_000_000, 'progress'],
    ['2025-06-05', 300_000_000, 'progress'],
    ['2025-06-08', 10_000_000, 'progress'],
  ] as const)
    paid.push(await send('recordPayment', { ...payment, paidOn, amountFen, kind, voucherNo: `记-${paidOn}` }))
  await send('recordPayment', {
    ...{ projectId, paidOn: '2025-07-01', amountFen: 20_000_000, payee: '测试设计院', purpose: '测试设计费' },
    overrideReason: '测试',
  })
  await send('reversePayment', {
    ...{ paymentId: paid.at(-1)?.id ?? '', reason: '测试', reversedOn: '2025-06-30' },
  })
  await send('recordAdvanceRecovery', { contractId, recoveredOn: '2025-06-05', amountFen: 60_000_000 })
  await send('setRetention', {
    ...{ contractId, defectsFrom: '2025-08-01', defectsTo: '2027-07-31', reason: '测试' },
    ...{ guaranteeFen: 5_000_000, guaranteeIssuer: '测试银行', guaranteeExpiresOn: '2027-12-31' },
  })
  await send('recordPaymentDue', {
    ...{ contractId, basis: 'acceptance', happenedOn: '2025-08-01', amountFen: 1_600_000_000 },
  })
  await send('closeMonth', { month: '2025-01', reason: '测试', bookFen: 749_000_000, differenceNote: '测试' })

  await send('setAnnualPlan', {
    ...{ projectId, year: 2025 },
    lines: [
      { fundId: bond.id, amountFen: 3_000_000_000 },
      { fundId: own.id, amountFen: 500_000_000 },
      { fundId: null, amountFen: 200_000_000 },
    ],
  })
  await send('adjustAnnualPlan', {
    ...{ projectId, year: 2025, reason: '测试', documentNo: '测财〔2025〕2号', issuedOn: '2025-07-01' },
    lines: [
      { fundId: bond.id, amountFen: 3_100_000_000 },
      { fundId: own.id, amountFen: 500_000_000 },
      { fundId: null, amountFen: 200_000_000 },
    ],
  })
  for (const task of [
    { name: '基础', contractId, costFen: 2_000_000_000, start: '2025-01-06', finish: '2025-04-30' },
    { name: '主体结构', contractId, costFen: 5_500_000_000, start: '2025-05-01', finish: '2026-02-28' },
    { name: '室外标识', costFen: 5_000_000, start: '2025-12-05', finish: '2026-03-06' },
    { name: '绿化', costFen: 7_000_000 },
  ])
    await send('addTask', { projectId, ...task })
  await send('adjustCashPlan', {
    ...{ contractId, fundId: bond.id, year: 2025, month: 9, amountFen: 100_000_000, reason: '测试' },
  })
  return { contractId, fundId: bond.id, draftId: draft.id, versionId: version.id }
}

interface Answered {
  readonly id: string
  readonly items: readonly { readonly id: string; readonly code: string }[]
}

/** Sends a request from the window; a refused one ends the story with what was said. */
function sender(page: Page): (name: string, input: object) => Promise<Answered> {
  let count = 0
  return async (name, input) => {
    count += 1
    const key = name.startsWith('list') ? {} : { idempotencyKey: `everything-${String(count)}` }
    const answer = readAnswer(
      await page.evaluate(([request, content]) => window.api.request(request, content), [
        name,
        { ...input, ...key },
      ] as const),
    )
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
    return answer.value as Answered
  }
}
