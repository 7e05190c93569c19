import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { attached, someFile } from './fixture/someFile.ts'
import { liaison, openPlans, reviewer, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

describe('缺件', () => {
  test('a payment lacks its papers until they are attached under their name; a removed one is missing again', async () => {
    const library = await openPlans()
    const { ask } = library
    const payment = await ask('recordPayment', somePayment({ kind: 'progress' }))
    const missing = async () =>
      (await ask('listMissingDocuments', { projectId })).items.map(({ document }) => document)
    expect(await missing()).toEqual(['付款申请', '发票'])
    const file = someFile('fp.pdf', Buffer.from('%PDF-1'))
    const record = { subject: 'payment', subjectId: payment.id } as const
    const other = await attached(library, file, record)
    expect(await missing()).toEqual(['付款申请', '发票'])
    await ask('describeAttachment', { attachmentId: other.id, document: '发票' })
    expect(await missing()).toEqual(['付款申请'])
    await attached(library, file, { ...record, document: '付款申请' })
    expect(await missing()).toEqual([])
    expect((await ask('documentsOf', record)).items.map(({ isThere }) => isThere)).toEqual([true, true])
    await ask('removeAttachment', { attachmentId: other.id, reason: '传错' })
    expect(await missing()).toEqual(['发票'])
  })

  test('each situation asks for its own paper, and one that is not so does not', async () => {
    const library = await openPlans()
    const { ask } = library
    await draftedBudget(library, projectId, { '1.1': 700_000_000 }, true)
    await ask('createBudgetVersion', { projectId, kind: 'adjusted' })
    const contract = await ask('recordContract', someContract({ amountFen: 10_000 }))
    const change = await ask('recordContractChange', {
      contractId: contract.id,
      number: 'B-1',
      title: '签证',
      amountFen: 5,
    })
    const fund = await ask('createFund', { kind: 'own', name: '自筹' })
    const entry = { fundId: fund.id, projectId, enteredOn: '2026-01-05' }
    await ask('recordFundReceipt', { ...entry, amountFen: 9_000_000 })
    await ask('recordFundReceipt', { ...entry, amountFen: 7, kind: 'allotment' })
    await ask('recordFundReceipt', { ...entry, amountFen: -1 })
    await ask('recordProgressValue', { contractId: contract.id, month: '2026-01', amountFen: 9_000 })
    await ask('setAnnualPlan', { projectId, year: 2026, lines: [{ fundId: null, amountFen: 5 }] })
    const kinds = ['advance', 'retentionRelease', 'refund'] as const
    for (const kind of kinds)
      await ask('recordPayment', {
        ...somePayment({ amountFen: 2, kind, contractId: kind === 'refund' ? null : contract.id }),
        overrideReason: '测试',
        confirmDuplicate: true,
      })
    const reversed = await ask('recordPayment', somePayment({ amountFen: 77, overrideReason: '测试' }))
    const counts = async () =>
      Object.fromEntries(
        (await ask('listMissingDocuments', {})).counts
          .filter(({ missingCount }) => missingCount > 0)
          .map(({ document, missingCount }) => [document, missingCount]),
      )
    expect(await counts()).toEqual({
      付款申请: 3,
      发票: 3,
      预付款保函: 1,
      质保金返还申请: 1,
      退款凭证: 1,
      合同扫描件: 1,
      批文: 1,
      计量单: 1,
      下达文件: 1,
      到账凭证: 1,
      计划文件: 1,
    })
    await ask('approveContractChange', { changeId: change.id, approvedOn: '2026-02-01' })
    await ask('settleContract', {
      contractId: contract.id,
      settlementFen: 10_000,
      settledOn: '2026-03-01',
      reason: '审定',
    })
    await ask('reversePayment', {
      paymentId: reversed.id,
      reason: '记错',
      reversedOn: '2026-03-09',
      idempotencyKey: 'document-reverse',
    })
    expect(await counts()).toMatchObject({ 签证单: 1, 结算审定单: 1, 付款申请: 2, 发票: 2 })
  })

  test('“不需要” with a reason takes a record off the list, and withdrawn puts it back', async () => {
    const { ask, refusal } = await openPlans()
    const payment = await ask('recordPayment', somePayment())
    const [first] = (await ask('listMissingDocuments', { projectId })).items
    const waiver = {
      requirementId: first?.requirementId ?? '',
      subjectId: payment.id,
      reason: '转移支付，无发票',
    }
    expect((await refusal('waiveDocument', { ...waiver, reason: '' })).code).toBe('reasonMissing')
    expect((await refusal('waiveDocument', waiver, reviewer)).code).toBe('roleForbidden')
    expect((await refusal('waiveDocument', { ...waiver, subjectId: projectId })).code).toBe(
      'documentNotAsked',
    )
    const made = await ask('waiveDocument', waiver, liaison)
    expect((await refusal('waiveDocument', waiver)).code).toBe('waiverTwice')
    expect((await ask('listMissingDocuments', { projectId })).total).toBe(1)
    await ask('withdrawWaiver', { waiverId: made.id, reason: '补到了' })
    expect((await ask('listMissingDocuments', { projectId })).total).toBe(2)
    expect((await refusal('withdrawWaiver', { waiverId: made.id, reason: '再' })).code).toBe('waiverUnknown')
    await ask('waiveDocument', waiver)
    expect((await ask('verifyLibrary', {})).isSound).toBe(true)
  })

  test('the table can be edited: a row turned off asks nothing, one added asks at once', async () => {
    const { ask, refusal } = await openPlans()
    await ask('recordPayment', somePayment({ kind: 'labour' }))
    const invoice = (await ask('listDocumentRequirements', {})).items.find(
      ({ document }) => document === '发票',
    )
    if (invoice === undefined) throw new Error('no 发票')
    const { id, isEdited, ...content } = invoice
    expect([isEdited, content.status]).toEqual([false, 'unchecked'])
    const off = { ...content, requirementId: id, isActive: false, reason: '本单位另有台账' }
    expect((await refusal('setDocumentRequirement', off, liaison)).code).toBe('roleForbidden')
    await ask('setDocumentRequirement', off)
    expect((await refusal('setDocumentRequirement', off)).code).toBe('nothingChanged')
    const added = {
      ...content,
      document: '工资表',
      basis: '内部要求',
      status: 'internal' as const,
      reason: '加',
    }
    await ask('setDocumentRequirement', added)
    expect((await refusal('setDocumentRequirement', added)).code).toBe('requirementTwice')
    const { items, counts } = await ask('listMissingDocuments', { projectId })
    expect(items.map(({ document }) => document)).toEqual(['付款申请', '工资表'])
    expect(counts.some(({ document }) => document === '发票')).toBe(false)
    expect(
      (await ask('listMissingDocuments', { requirementId: counts.at(-1)?.id ?? '', pageSize: 1, page: 2 }))
        .items,
    ).toEqual([])
  })

  test('pages run on from one document to the next without a gap', async () => {
    const { ask } = await openPlans()
    for (let count = 0; count < 5; count += 1) await ask('recordPayment', somePayment())
    const all = (await ask('listMissingDocuments', { pageSize: 100 })).items
    const paged = []
    for (let page = 1; page <= 4; page += 1)
      paged.push(...(await ask('listMissingDocuments', { pageSize: 3, page })).items)
    expect(all).toHaveLength(10)
    expect(paged).toEqual(all)
  })
})
