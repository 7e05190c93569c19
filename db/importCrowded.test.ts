import { join } from 'node:path'
import { expect, test } from 'vitest'
import { crowdedWorkbook } from './fixture/crowdedWorkbook.ts'
import { openPlans, temporaryFolder } from './fixture/temporaryLibrary.ts'

test('a crowded workbook is read whole: 下达 and 到位 first, then what was paid of them, each to its own source', async () => {
  const { ask } = await openPlans()
  const file = join(temporaryFolder(), '2024年台账.xlsx')
  await crowdedWorkbook(file)
  for (const [kind, name] of [
    ['central', '中央'],
    ['province', '省级'],
    ['bond', '专项债券'],
  ] as const)
    await ask('createFund', { kind, name })

  const funds = await ask('previewImport', { file, kind: 'funds', mapping: { sheet: '2024年资金' } })
  expect(funds).toMatchObject({
    tables: [],
    missing: [],
    counts: { new: 5, error: 0 },
    writtenTotals: [
      { part: 'allotment', writtenFen: 1_600_000_000, readFen: 1_600_000_000 },
      { part: 'receipt', writtenFen: 600_000_000, readFen: 600_000_000 },
    ],
  })
  await ask('applyImport', { previewId: funds.previewId })

  const paid = await ask('previewImport', { file, kind: 'payments', mapping: { sheet: '2024年支付' } })
  expect(paid).toMatchObject({
    tables: [{ letters: 'A–J' }, { letters: 'L–O' }],
    missing: [],
    unit: 'wan',
    isUnitWritten: true,
  })
  expect(paid.columns.find(({ letter }) => letter === 'F')?.isHidden).toBe(true)
  const { items } = await ask('listImportRows', { previewId: paid.previewId })
  expect(items.map(({ row, state, reasons, cells }) => [row, state, reasons[0]?.code, cells.paidOn])).toEqual(
    [
      [1, 'leftOut', 'importTitleRow', undefined],
      [2, 'leftOut', 'importTitleRow', undefined],
      [3, 'leftOut', 'importHeaderRow', undefined],
      [4, 'leftOut', 'importHeaderRow', undefined],
      [5, 'error', 'fundNegative', '2024-03-05'],
      [6, 'error', 'fundNegative', '2024-03-18'],
      [7, 'error', 'fundNegative', '2024-04-02'],
      [8, 'leftOut', 'importSubtotalRow', undefined],
      [9, 'error', 'fundSplitUnequal', '2024-05-06'],
      [10, 'error', 'fundNegative', '2024-05-09'],
      [11, 'error', 'dateUnread', '2024年6月'],
      [12, 'leftOut', 'importSubtotalRow', undefined],
      [13, 'leftOut', 'importNoteRow', undefined],
    ],
  )

  const byName = new Map((await ask('listFunds', {})).items.map(({ id, name }) => [name, id]))
  for (const [name, projectId] of [
    ['专项债券', 'pj-hetang'],
    ['专项债券', 'pj-duruan'],
    ['省级', 'pj-duruan'],
  ] as const) {
    const fundId = byName.get(name) ?? ''
    await ask('recordFundReceipt', { fundId, projectId, amountFen: 100_000_000, enteredOn: '2024-01-05' })
  }
  const { previewId } = paid
  await ask('correctImportRow', { previewId, row: 11, values: { paidOn: '2024-06-30' } })
  const mended = await ask('correctImportRow', {
    previewId,
    row: 9,
    values: { fund: '省级 15；专项债券 20' },
  })
  expect(mended).toMatchObject({
    counts: { new: 6, error: 0, warned: 0 },
    writtenTotals: [{ writtenFen: 164_400_000, readFen: 164_400_000 }],
  })
  await ask('applyImport', { previewId })
  const posted = (await ask('listPayments', { sort: 'paidOn' })).items
  expect(posted.map(({ fundSplit }) => fundSplit.map((part) => part.amountFen / 1_000_000))).toEqual([
    [20, 30, 50],
    [12.5, 7.5],
    [0.15],
    [15, 20],
    [6.25],
    [3],
  ])
  expect((await ask('verifyLibrary', {})).isSound).toBe(true)
})
