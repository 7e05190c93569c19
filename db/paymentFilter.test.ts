import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { openPlans, somePayment, temporaryFolder } from './fixture/temporaryLibrary.ts'

test('the paper says that it holds what has no 科目 and no voucher number', async () => {
  const { ask } = await openPlans()
  await ask('recordPayment', somePayment({}))
  const file = join(temporaryFolder(), '台账.xlsx')
  await ask('exportPayments', {
    ...{ file, format: 'xlsx', paper: 'A4', unit: 'yuan', language: 'zh-CN' },
    ...{ projectId: 'pj-hetang', budgetLineId: 'none', lacks: 'voucher' },
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  expect(book.worksheets[0]?.getCell('A3').text).toContain('科目：未分科目；待补：缺凭证号')
})
