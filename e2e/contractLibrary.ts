import { makePlansLibrary, runRequest } from './app.ts'

export const projectId = 'pj-hetang'

/** One contract with all that a limit is reckoned from; its sums are told apart by their figures. */
export async function contractWithEverything(name = '测试施工合同'): Promise<{
  readonly library: string
  readonly contractId: string
}> {
  const library = await makePlansLibrary()
  const made = async (name: string, input: object) => {
    const answer = await runRequest(library, name, input)
    return typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : ''
  }
  const versionId = await made('createBudgetVersion', { projectId, kind: 'preliminary', start: 'template' })
  const { items } = await runRequest(library, 'listBudgetLines', { versionId })
  const lineId = items.find(({ code }) => code === '1.1')?.id ?? ''
  await made('setBudgetLine', { versionId, lineId, amountFen: 100_000_00 })
  await made('approveBudgetVersion', {
    ...{ versionId, approvalNo: '测〔1〕', approvalBody: '测试局', approvedOn: '2023-01-10' },
    overrideReason: '测试',
  })
  const fundId = await made('createFund', { kind: 'bond', name: '测试专项债券' })
  const receipt = { fundId, projectId, enteredOn: '2025-01-10' }
  await made('recordFundReceipt', { ...receipt, amountFen: 60_000_00 })
  const contractId = await made('recordContract', {
    ...{ projectId, number: '测-001', name, counterparty: '测试公司', kind: 'construction' },
    ...{ signedOn: '2025-05-01', amountFen: 50_000_00, advancePct: 20, progressPct: 85, retentionPct: 3 },
    lines: [{ budgetLineId: lineId, amountFen: 50_000_00 }],
  })
  const changeId = await made('recordContractChange', {
    ...{ contractId, number: 'B-1', title: '基坑支护变更', amountFen: 2_000_00 },
  })
  await made('approveContractChange', { changeId, approvedOn: '2025-08-01' })
  for (const [month, amountFen] of [
    ['2025-09', 15_000_00],
    ['2025-12', 5_000_00],
  ] as const)
    await made('recordProgressValue', { contractId, month, amountFen })
  for (const [kind, amountFen] of [
    ['advance', 8_000_00],
    ['progress', 6_000_00],
  ] as const)
    await made('recordPayment', {
      ...{ projectId, contractId, kind, amountFen, paidOn: '2025-10-20' },
      ...{ payee: '测试公司', purpose: '测试款', idempotencyKey: kind },
    })
  await made('recordAdvanceRecovery', { contractId, recoveredOn: '2025-10-20', amountFen: 1_500_00 })
  return { library, contractId }
}
