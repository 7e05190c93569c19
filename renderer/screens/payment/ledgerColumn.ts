import type { PaymentColumnId } from '../../../db/domain/payment.ts'
import type { SortKey } from './paymentSort.ts'
import type { LedgerColumn } from './useLedgerColumns.ts'

interface ColumnLook {
  /** Of the texts of payment. */
  readonly title:
    | 'paidOn'
    | 'project'
    | 'payee'
    | 'kind'
    | 'contract'
    | 'budgetLine'
    | 'purpose'
    | 'amountYuan'
    | 'fund'
    | 'fundPartYuan'
    | 'voucherNo'
    | 'invoiceNo'
    | 'memo'
    | 'recordedByAt'
  readonly sortKey?: SortKey
  /** The least width, in letters of the table; where there is more room, each takes its share of it. */
  readonly room: number
  /** In a file: what one column shows together stands apart there. */
  readonly written: readonly PaymentColumnId[]
}

export const columnLooks: Readonly<Record<LedgerColumn, ColumnLook>> = {
  paidOn: { title: 'paidOn', sortKey: 'paidOn', room: 7.4, written: ['paidOn'] },
  projectName: { title: 'project', sortKey: 'projectName', room: 13, written: ['projectName'] },
  payee: { title: 'payee', sortKey: 'payee', room: 12, written: ['payee'] },
  kind: { title: 'kind', room: 6.6, written: ['kind'] },
  contractNumber: { title: 'contract', room: 8, written: ['contractNumber'] },
  lineName: { title: 'budgetLine', room: 9, written: ['lineName'] },
  purpose: { title: 'purpose', room: 13, written: ['purpose', 'status'] },
  amountFen: { title: 'amountYuan', sortKey: 'amountFen', room: 10.5, written: ['amountFen'] },
  fundPart: { title: 'fundPartYuan', room: 9, written: ['fundPart'] },
  funds: { title: 'fund', room: 10, written: ['funds'] },
  voucherNo: { title: 'voucherNo', sortKey: 'voucherNo', room: 7, written: ['voucherNo'] },
  invoiceNo: { title: 'invoiceNo', room: 7, written: ['invoiceNo'] },
  memo: { title: 'memo', room: 7, written: ['memo', 'reason'] },
  recordedAt: {
    ...{ title: 'recordedByAt', sortKey: 'recordedAt', room: 10.2 },
    written: ['actorName', 'recordedAt'],
  },
}

/** The least width of the table, its column of actions with it; each column's share of what it gets, in percent. */
export function widthsOf(columns: readonly LedgerColumn[], actions: number) {
  const letters = columns.reduce((sum, column) => sum + columnLooks[column].room, actions)
  const share = (room: number) => `${String((room / letters) * 100)}%`
  return {
    least: `calc(var(--font-table) * ${String(letters)})`,
    columns: columns.map((column) => share(columnLooks[column].room)),
    actions: share(actions),
  }
}
