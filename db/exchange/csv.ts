import { formatFen } from '../domain/fen.ts'
import type { PaymentRow } from '../domain/payment.ts'
import type { Language } from '../domain/ruleText.ts'

/** With the byte order mark by which Excel knows UTF-8. */
export function paymentCsvHeader(language: Language): string {
  return `\ufeff${csvLine(headers[language])}`
}

export function paymentCsvLine(payment: PaymentRow, language: Language): string {
  const [paid, reversed, red] = kinds[language]
  const standing = payment.reversedById === null ? paid : reversed
  return csvLine([
    payment.paidOn,
    textCell(payment.projectName),
    textCell(payment.payee),
    textCell(payment.purpose),
    formatFen(payment.amountFen, 'yuan').replaceAll(',', ''),
    textCell(payment.voucherNo),
    textCell(payment.memo),
    payment.reversesId === null ? standing : red,
    textCell(payment.reason),
    textCell(payment.actorName),
    payment.recordedAt,
    payment.id,
    payment.reversesId ?? '',
  ])
}

/**
 * Text of a person as a cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe,
 * full-width forms included.
 */
export function textCell(text: string | null): string {
  if (text === null) return ''
  // Narrow and small forms are what a spreadsheet may take a wide one for; invisible ones hide the sign behind them.
  const seen = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')
  return /^[\s'"]*[=+\-@|%]/u.test(seen) || /^[\t\r\n]/.test(text) ? `'${text}` : text
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}

const headers: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    '支付日期',
    '项目',
    '收款单位',
    '用途',
    '金额（元）',
    '凭证号',
    '备注',
    '状态',
    '冲销原因',
    '录入人',
    '录入时间',
    '编号',
    '冲销的编号',
  ],
  en: [
    'Paid on',
    'Project',
    'Payee',
    'Purpose',
    'Amount (yuan)',
    'Voucher no.',
    'Memo',
    'Status',
    'Reason of reversal',
    'Recorded by',
    'Recorded at',
    'Id',
    'Reverses id',
  ],
}

const kinds: Readonly<Record<Language, readonly [string, string, string]>> = {
  'zh-CN': ['支付', '支付（已冲销）', '红字冲销'],
  en: ['Payment', 'Payment (reversed)', 'Reversal'],
}
