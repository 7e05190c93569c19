import { expect, test } from 'vitest'
import { someContract } from './fixture/money.ts'
import { someSheet } from './fixture/someFile.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

const hetang = '荷塘卫生院升级改造工程'
const duruan = '蓬江区人民医院杜阮院区建设项目'

test('a record tells which row of which file it came from, and the sum of an import opens its records', async () => {
  const { ask } = await openPlans()
  const file = someSheet(
    ['项目', '付款日期', '收款单位', '用途', '金额（元）'],
    [hetang, '2024/3/5', '甲公司', '进度款', '125'],
    ['小计', '', '', '', '125'],
    [duruan, '2024/3/6', '乙公司', '监理费', '80'],
  )
  const batch = await ask('applyImport', { file, kind: 'payments' })
  const typed = await ask('recordPayment', somePayment())
  const { items, total, batch: told } = await ask('listImportEntries', { importId: batch.id })
  expect(told).toEqual(batch)
  expect(items.map(({ row, title, dated, amountFen }) => [row, title, dated, amountFen])).toEqual([
    [2, '甲公司 · 进度款', '2024-03-05', 12_500],
    [4, '乙公司 · 监理费', '2024-03-06', 8_000],
  ])
  expect(items.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)).toBe(batch.amountFen)
  expect(await ask('listPayments', { importId: batch.id })).toMatchObject({
    total,
    totals: { amountFen: batch.amountFen },
  })
  expect(await ask('importOrigin', { recordId: items[1]?.recordId ?? '' })).toEqual({
    origin: { batch, row: 4 },
  })
  expect(await ask('importOrigin', { recordId: typed.id })).toEqual({ origin: null })
  await ask('undoImport', { importId: batch.id, reason: '重做' })
  const undone = await ask('listImportEntries', { importId: batch.id })
  expect(undone.items.map(({ isReversed }) => isReversed)).toEqual([true, true])
})

test.each([
  ['recordContract', 'importLineContracted'],
  ['createBudgetVersion', 'importVersionCopied'],
] as const)(
  '科目 that came in are not taken back after %s: what rests on them is named',
  async (request, code) => {
    const { ask, answer } = await openPlans()
    const rows = [
      ['序号', '工程或费用名称', '概算金额（元）'],
      ['一', '工程费用', '300'],
    ]
    const batch = await ask('applyImport', {
      file: someSheet(...rows),
      kind: 'budgetLines',
      mapping: { projectId: 'pj-hetang' },
    })
    const version = (await ask('listBudgetVersions', { projectId: 'pj-hetang' })).items.at(-1)
    const [line] = (await ask('listBudgetLines', { versionId: version?.id ?? '' })).items
    if (request === 'recordContract')
      await ask(
        'recordContract',
        someContract({ amountFen: 100, lines: [{ budgetLineId: line?.id ?? '', amountFen: 100 }] }),
      )
    else
      await ask('createBudgetVersion', {
        projectId: 'pj-hetang',
        kind: 'adjusted',
        copiedFromId: version?.id ?? '',
      })
    expect(await answer('undoImport', { importId: batch.id, reason: '重做' })).toMatchObject({
      error: { code },
    })
  },
)
