import { type EntryMark, markOf } from '../domain/entryMark.ts'
import { formatFen } from '../domain/fen.ts'
import { type PaymentColumnId, type PaymentKind, type PaymentRow, partOfFund } from '../domain/payment.ts'
import type { Language } from '../domain/ruleText.ts'
import { plainRow, type TableCell, type TableColumn, type TableRow } from '../domain/table.ts'

/** The 台账's columns as they are written out. */
export function paymentColumns(ids: readonly PaymentColumnId[], language: Language): readonly TableColumn[] {
  return ids.map((id) => ({
    id,
    title: titles[id][language === 'en' ? 1 : 0],
    group: null,
    kind:
      id === 'amountFen' || id === 'fundPart'
        ? 'money'
        : id === 'paidOn'
          ? 'day'
          : id === 'recordedAt'
            ? 'instant'
            : 'text',
    isSummed: id === 'amountFen' || id === 'fundPart',
  }))
}

export function paymentTableRow(
  payment: PaymentRow,
  ids: readonly PaymentColumnId[],
  language: Language,
  /** Of the filter, for the column of its part. */
  fundId?: string,
): TableRow {
  return plainRow(
    ids.map((id) =>
      id === 'fundPart'
        ? fundId === undefined
          ? null
          : partOfFund(payment, fundId)
        : cellOf(payment, id, language),
    ),
  )
}

export function paymentKindName(kind: PaymentKind, language: Language): string {
  return kinds[kind][language === 'en' ? 1 : 0]
}

function cellOf(
  payment: PaymentRow,
  id: Exclude<PaymentColumnId, 'fundPart'>,
  language: Language,
): TableCell {
  if (id === 'status') return statusOf(payment, language)
  if (id === 'kind') return kindOf(payment, language)
  if (id === 'funds') return fundsOf(payment)
  return payment[id]
}

/** A refund of an advance says so: 退款（预付款）. */
function kindOf({ kind, refundOf }: PaymentRow, language: Language) {
  if (kind === null) return null
  const name = paymentKindName(kind, language)
  if (refundOf !== 'advance') return name
  const advance = paymentKindName('advance', language)
  return language === 'en' ? `${name} (${advance})` : `${name}（${advance}）`
}

function statusOf(payment: PaymentRow, language: Language) {
  return standings[markOf(payment) ?? 'paid'][language === 'en' ? 1 : 0]
}

function fundsOf({ fundSplit }: PaymentRow) {
  return fundSplit.map(({ fundName, amountFen }) => `${fundName} ${formatFen(amountFen, 'yuan')}`).join('；')
}

const titles: Readonly<Record<PaymentColumnId, readonly [string, string]>> = {
  paidOn: ['支付日期', 'Paid on'],
  projectName: ['项目', 'Project'],
  payee: ['收款单位', 'Payee'],
  purpose: ['用途', 'Purpose'],
  amountFen: ['金额', 'Amount'],
  fundPart: ['其中该来源', 'Of the fund'],
  voucherNo: ['凭证号', 'Voucher no.'],
  memo: ['备注', 'Memo'],
  status: ['状态', 'Status'],
  reason: ['原因', 'Reason'],
  kind: ['款项', 'Kind'],
  contractNumber: ['合同编号', 'Contract no.'],
  lineName: ['科目', 'Budget line'],
  funds: ['资金来源', 'Funds'],
  invoiceNo: ['发票号', 'Invoice no.'],
  actorName: ['录入人', 'Recorded by'],
  recordedAt: ['录入时间', 'Recorded at'],
  id: ['编号', 'Id'],
  reversesId: ['冲销的编号', 'Reverses id'],
}

const standings: Readonly<Record<EntryMark | 'paid', readonly [string, string]>> = {
  paid: ['支付', 'Payment'],
  red: ['红字冲销', 'Reversal'],
  blue: ['蓝字更正', 'Blue correction'],
  reversed: ['支付（已冲销）', 'Payment (reversed)'],
  corrected: ['支付（已更正）', 'Payment (corrected)'],
  corrects: ['支付（更正）', 'Payment (correction)'],
  difference: ['差额', 'Difference'],
  adjusted: ['支付（已调整）', 'Payment (adjusted)'],
}

const kinds: Readonly<Record<PaymentKind, readonly [string, string]>> = {
  advance: ['预付款', 'Advance'],
  progress: ['进度款', 'Progress'],
  settlement: ['结算款', 'Settlement'],
  retentionRelease: ['质保金返还', 'Retention release'],
  labour: ['人工费', 'Labour'],
  other: ['其他', 'Other'],
  refund: ['退款', 'Refund'],
}
