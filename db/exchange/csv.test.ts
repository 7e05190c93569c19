import { expect, test } from 'vitest'
import type { PaymentRow } from '../domain/payment.ts'
import { csvHead, csvRow, textCell } from './csv.ts'
import { paymentColumns, paymentTableRow } from './paymentColumns.ts'

test.each([
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠A',
  ' =1',
  '\u200b=1',
  '\u2060@x',
  '﹦1',
  '﹢1',
  '﹫x',
  '"=1',
])('%j is no live formula', (text) => {
  expect(textCell(text)).toBe(`'${text}`)
})

test('ordinary text stays as it is', () => {
  expect(textCell('广东某建设公司(一)')).toBe('广东某建设公司(一)')
  expect(textCell(null)).toBe('')
})

test('a line quotes commas, quotes and line ends, and writes the amount as a number', () => {
  const ids = ['paidOn', 'projectName', 'payee', 'purpose', 'amountFen', 'status', 'reason', 'id'] as const
  const columns = paymentColumns(ids, 'zh-CN')
  expect(csvRow(paymentTableRow(red, ids, 'zh-CN'), columns, 'yuan')).toBe(
    `2026-01-05,"甲,乙","""某""公司","退款\n说明",-1234567.89,红字冲销,'=错,p1\r\n`,
  )
  expect(csvRow(paymentTableRow(red, ids, 'zh-CN'), columns, 'wan')).toContain(',-123.456789,')
})

test('the head begins with the byte order mark and names the unit', () => {
  const columns = paymentColumns(['paidOn', 'amountFen'], 'zh-CN')
  expect(csvHead(columns, 'yuan', 'zh-CN')).toBe('\ufeff支付日期,金额（元）\r\n')
})

const red: PaymentRow = {
  id: 'p1',
  projectId: 'x',
  projectName: '甲,乙',
  paidOn: '2026-01-05',
  amountFen: -123_456_789,
  payee: '"某"公司',
  purpose: '退款\n说明',
  voucherNo: null,
  memo: null,
  reversesId: 'p0',
  reversedById: null,
  reason: '=错',
  recordedAt: '2026-01-05T00:00:00.000Z',
  actorName: '王芳',
  kind: null,
  contractId: null,
  budgetLineId: null,
  invoiceNo: null,
  correction: null,
  correctsId: null,
  correctedById: null,
  adjustedFen: 0,
  contractNumber: null,
  lineName: null,
  fundSplit: [],
}
