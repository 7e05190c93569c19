import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainWorkbook } from './fixture/messyWorkbook.ts'
import { draftedBudget, someContract } from './fixture/money.ts'
import { someSheet } from './fixture/someFile.ts'
import { openPlans, somePayment, temporaryFolder } from './fixture/temporaryLibrary.ts'

const hetang = '荷塘卫生院升级改造工程'
const duruan = '蓬江区人民医院杜阮院区建设项目'

test('contracts come in with their rates and kinds, and go again until something rests on one', async () => {
  const { ask, answer } = await openPlans()
  const file = someSheet(
    ['项目名称', '合同编号', '合同名称', '乙方', '签订日期', '合同金额（万元）', '质保金比例', '中小企业'],
    [hetang, 'HT-1', '监理服务', '丙监理公司', '2023.5.1', '12.5', '3%', '是'],
    [hetang, 'HT-2', '住院楼施工总承包', '丁建设公司', '20230601', '900', '', ''],
    [hetang, 'HT-2', '重号', '戊公司', '20230601', '1', '', ''],
  )
  const preview = await ask('previewImport', { file, kind: 'contracts' })
  expect(preview.counts).toMatchObject({ new: 2, duplicate: 1, error: 0 })
  const batch = await ask('applyImport', { previewId: preview.previewId })
  const { items } = await ask('listContracts', { projectId: 'pj-hetang' })
  expect(
    items.map(({ number, kind, amountFen, retentionPct, isSme }) => [
      number,
      kind,
      amountFen,
      retentionPct,
      isSme,
    ]),
  ).toEqual([
    ['HT-2', 'construction', 900_000_000, null, false],
    ['HT-1', 'supervision', 12_500_000, 3, true],
  ])
  await ask('undoImport', { importId: batch.id, reason: '重做' })
  expect((await ask('listContracts', {})).total).toBe(0)
  expect((await ask('verifyLibrary', {})).isSound).toBe(true)

  const again = await ask('applyImport', { file, kind: 'contracts' })
  const [contract] = (await ask('listContracts', {})).items
  await ask(
    'recordPayment',
    somePayment({ contractId: contract?.id ?? '', amountFen: 100, overrideReason: '测试' }),
  )
  const refused = await answer('undoImport', { importId: again.id, reason: '重做' })
  expect(refused).toMatchObject({
    error: {
      code: 'importContractPaid',
      message: expect.stringMatching(/已有支付（\d{4}-\d\d-\d\d .+）/) as string,
    },
  })
  expect((await ask('listContracts', {})).total).toBe(2)
})

test('a contract workbook gives every term of the contract form, and its split over 科目', async () => {
  const session = await openPlans()
  const { ask } = session
  const { lines } = await draftedBudget(
    session,
    'pj-hetang',
    { '1.1': 900_000_000, '1.2': 100_000_000 },
    true,
  )
  const [building, fitting] = ['1.1', '1.2'].map((code) => lines.find((line) => line.code === code))
  const file = someSheet(
    [
      ...['项目名称', '合同编号', '合同名称', '乙方', '类别', '签订日期', '合同金额（万元）', '科目分解'],
      ...['预付款比例', '进度款支付比例', '质保金比例', '中小企业', '付款期限', '付款条件'],
    ],
    [
      ...[hetang, 'HT-9', '住院楼施工', '丁建设公司', '施工', '2023-06-01', '800'],
      ...[`1.1 ${building?.name ?? ''} 750；1.2`, '20%', '85%', '3%', '是', '30天', '按月计量'],
    ],
    [hetang, 'HT-10', '设计', '戊设计院', '', '2023-06-01', '80', '1.1 50；1.2 20', '', '', '', '', '', ''],
  )
  const preview = await ask('previewImport', { file, kind: 'contracts' })
  expect(preview.counts).toMatchObject({ new: 1, error: 1 })
  const { items } = await ask('listImportRows', { previewId: preview.previewId, state: 'error' })
  expect(items[0]?.reasons).toMatchObject([{ field: 'budgetLine', code: 'lineSplitUnequal' }])
  await ask('applyImport', { previewId: preview.previewId, leavesErrors: true, overrideReason: '测试' })
  const [{ id: contractId } = { id: '' }] = (await ask('listContracts', {})).items
  expect(await ask('getContract', { contractId })).toMatchObject({
    kind: 'construction',
    amountFen: 800_000_000,
    advancePct: 20,
    progressPct: 85,
    retentionPct: 3,
    isSme: true,
    paymentDays: 30,
    paymentTerms: '按月计量',
    lines: [
      { budgetLineId: building?.id, amountFen: 750_000_000 },
      { budgetLineId: fitting?.id, amountFen: 50_000_000 },
    ],
  })
  expect((await ask('verifyLibrary', {})).isSound).toBe(true)
})

test('科目 come in as a draft version whose tree adds up; a sum that does not is named at its row', async () => {
  const { ask } = await openPlans()
  const rows = [
    ['序号', '工程或费用名称', '概算金额（元）'],
    ['一', '工程费用', '300'],
    ['（一）', '建筑工程', '200'],
    ['（二）', '设备购置', '100'],
    ['二', '工程建设其他费用', '50'],
    ['（一）', '设计费', '49'],
    ['', '合计', '350'],
  ]
  const mapping = { projectId: 'pj-hetang' }
  const wrong = await ask('previewImport', { file: someSheet(...rows), kind: 'budgetLines', mapping })
  expect(wrong.counts).toMatchObject({ new: 4, error: 1, leftOut: 2 })
  const { items } = await ask('listImportRows', { previewId: wrong.previewId, state: 'error' })
  expect(items[0]).toMatchObject({ row: 5, reasons: [{ code: 'importParentSum', field: 'amount' }] })
  const mended = await ask('correctImportRow', {
    previewId: wrong.previewId,
    row: 6,
    values: { amount: '50' },
  })
  expect(mended).toMatchObject({ counts: { new: 5, error: 0 }, amountFen: 35_000 })
  const batch = await ask('applyImport', { previewId: wrong.previewId })
  const version = (await ask('listBudgetVersions', { projectId: 'pj-hetang' })).items.at(-1)
  expect(version).toMatchObject({ kind: 'preliminary', state: 'draft', totalFen: 35_000 })
  const lines = await ask('listBudgetLines', { versionId: version?.id ?? '' })
  expect(lines.items.map(({ code, name, depth }) => [code, name, depth])).toEqual([
    ['1', '工程费用', 0],
    ['1.1', '建筑工程', 1],
    ['1.2', '设备购置', 1],
    ['2', '工程建设其他费用', 0],
    ['2.1', '设计费', 1],
  ])
  expect(lines.items[1]?.lineKey).toBe('template:1.1')
  await ask('undoImport', { importId: batch.id, reason: '重做' })
  expect((await ask('listBudgetVersions', { projectId: 'pj-hetang' })).items).toHaveLength(1)
  expect((await ask('verifyLibrary', {})).isSound).toBe(true)
})

test('receipts come in to their sources and are reversed again, unless they were spent', async () => {
  const { ask, refusal } = await openPlans()
  const fund = await ask('createFund', { kind: 'district', name: '区级财政资金' })
  const file = join(temporaryFolder(), '到位.xlsx')
  await plainWorkbook(
    file,
    [
      ['资金来源', '项目', '到位金额（万元）', '到位日期', '文号'],
      ['区级财政资金', hetang, 1, new Date(Date.UTC(2024, 0, 5)), '蓬财〔2024〕1号'],
      ['区级财政资金', hetang, 2, '2024-02-05', null],
      ['没有的资金', hetang, 2, '2024-02-05', null],
    ],
    { date1904: true },
  )
  const preview = await ask('previewImport', { file, kind: 'funds' })
  expect(preview).toMatchObject({ mapping: { entryKind: 'receipt' }, counts: { new: 2, error: 1 } })
  const batch = await ask('applyImport', { previewId: preview.previewId, leavesErrors: true })
  expect((await ask('listFunds', {})).items[0]).toMatchObject({ id: fund.id, receivedFen: 3_000_000 })
  const paid = await ask(
    'recordPayment',
    somePayment({ amountFen: 500, fundSplit: [{ fundId: fund.id, amountFen: 500 }] }),
  )
  expect(await refusal('undoImport', { importId: batch.id, reason: '重做' })).toMatchObject({
    code: 'fundNegative',
  })
  await ask('reversePayment', {
    paymentId: paid.id,
    reason: '测试',
    reversedOn: '2026-03-09',
    idempotencyKey: 'r',
  })
  await ask('undoImport', { importId: batch.id, reason: '重做' })
  expect((await ask('listFunds', {})).items[0]).toMatchObject({
    ...{ receivedFen: null, balanceFen: null, projects: [] },
  })
  const contract = await ask('recordContract', someContract({ amountFen: 60_000 }))
  const { fundsInHandFen } = await ask('payableNow', { contractId: contract.id, onDay: '2026-03-10' })
  expect(fundsInHandFen, 'taken back, so unknown again').toBeNull()
})

test('a mapping saved under a name reads the next file of the same make, with its names', async () => {
  const { ask } = await openPlans()
  const file = someSheet(['工程', '何时', '给谁', '为何', '多少'], ['荷塘', '2024-3-5', '甲', '进度款', '1'])
  const columns = (['project', 'paidOn', 'payee', 'purpose', 'amount'] as const).map((field, column) => ({
    column,
    field,
  }))
  const names = [{ field: 'project' as const, text: '荷塘', id: 'pj-hetang' }]
  const mapping = { headerRow: 1, columns, unit: 'wan' as const, names }
  await ask('saveImportMapping', { kind: 'payments', name: '甲局台账', mapping })
  const preview = await ask('previewImport', { file, kind: 'payments', mapping: '甲局台账' })
  expect(preview).toMatchObject({ counts: { new: 1, error: 0 }, amountFen: 1_000_000 })
  await ask('removeImportMapping', { kind: 'payments', name: '甲局台账', reason: '不用了' })
  expect((await ask('listImportMappings', {})).total).toBe(0)
  expect((await ask('verifyLibrary', {})).isSound).toBe(true)
})

test('GB18030, UTF-16 and UTF-8 hold the same rows, and what was imported reads equal to the sheet', async () => {
  const { ask } = await openPlans()
  const text = '项目,日期,收款单位,用途,金额\n,2024-3-5,甲公司,进度款,12\n'
  // Written by its bytes, since Node encodes no GB18030.
  const gb18030 = Buffer.from(
    'cfeec4bf2cc8d5c6da2ccad5bfeeb5a5cebb2cd3c3cdbe2cbdf0b6ee0a2c323032342d332d352cbcd7b9abcbbe2cbdf8b6c8bfee2c31320a',
    'hex',
  )
  const encoded = [
    gb18030,
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
  ]
  for (const [index, bytes] of encoded.entries()) {
    const file = join(temporaryFolder(), `${String(index)}.csv`)
    writeFileSync(file, bytes)
    const preview = await ask('previewImport', {
      file,
      kind: 'payments',
      mapping: { projectId: 'pj-hetang' },
    })
    const { items } = await ask('listImportRows', { previewId: preview.previewId })
    expect(items[1]).toMatchObject({
      row: 2,
      state: 'new',
      cells: { project: '', paidOn: '2024-3-5', payee: '甲公司', purpose: '进度款', amount: '12' },
      amountFen: 1200,
    })
    const batch = await ask('applyImport', { previewId: preview.previewId })
    const [posted] = (await ask('listPayments', { sort: '-recordedAt' })).items
    expect(posted).toMatchObject({
      paidOn: '2024-03-05',
      payee: '甲公司',
      purpose: '进度款',
      amountFen: 1200,
    })
    await ask('undoImport', { importId: batch.id, reason: '测试' })
  }
})

test('whatever was imported, undoing it restores every sum of the library', async () => {
  const { ask } = await openPlans()
  const fund = await ask('createFund', { kind: 'district', name: '区级' })
  await ask('recordFundReceipt', {
    fundId: fund.id,
    projectId: 'pj-hetang',
    amountFen: 90_000,
    enteredOn: '2024-01-02',
  })
  await ask('recordContract', someContract({ number: 'HT-9', amountFen: 60_000 }))
  const logical = async () => ({
    books: await ask('fourBooks', {}),
    funds: (await ask('listFunds', {})).items,
    contracts: (await ask('listContracts', {})).items,
    paid: (await ask('paidByMonth', {})).items
      .map(({ projectId, month, paidFen }) => [projectId, month, paidFen])
      .filter(([, , fen]) => fen !== 0),
  })
  const before = await logical()
  const row = fc.record({
    project: fc.constantFrom(hetang, duruan),
    day: fc.constantFrom('2024-3-5', '2024年12月31日', '20250101'),
    payee: fc.constantFrom('甲公司', '乙公司', '丙"公司'),
    fen: fc.integer({ min: 1, max: 40_000 }),
    contract: fc.constantFrom('', 'HT-9'),
    fund: fc.constantFrom('', '区级'),
    kind: fc.constantFrom('', '进度款', '退款'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const cells = rows.map(({ project, day, payee, fen, contract, fund: own, kind }) =>
        [project, day, payee, '用途', (fen / 100).toFixed(2), contract, own, kind].join('\t'),
      )
      const pasted = ['项目\t日期\t收款单位\t用途\t金额\t合同号\t资金来源\t款项性质', ...cells].join('\n')
      const preview = await ask('previewImport', {
        pasted,
        kind: 'payments',
        mapping: { takesDuplicates: true },
      })
      if (preview.counts.new === 0) return
      const batch = await ask('applyImport', {
        previewId: preview.previewId,
        leavesErrors: true,
        overrideReason: '测试',
      })
      const paid = (await ask('listPayments', { sort: '-recordedAt' })).totals
      expect(batch.recordCount).toBe(preview.counts.new)
      expect(paid.amountFen).toBe(preview.amountFen)
      await ask('undoImport', { importId: batch.id, reason: '测试' })
      expect(await logical()).toEqual(before)
    }),
    { numRuns: 60 },
  )
  expect((await ask('verifyLibrary', {})).isSound).toBe(true)
}, 30_000)
