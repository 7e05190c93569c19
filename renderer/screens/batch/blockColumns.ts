import { type BatchCells, type BatchColumn, batchColumns } from './batchRow.ts'

/** A pasted block as cells of the grid, and the headings that no column answers to. */
export interface ReadBlock {
  readonly rows: readonly Partial<BatchCells>[]
  readonly ignored: readonly string[]
}

/**
 * Puts a block into columns: by its headings where its first row holds at least two that are known, else one beside the
 * other from the column in which it is pasted. Amounts under a heading in 万元 keep their unit.
 */
export function blockInColumns(block: readonly (readonly string[])[], from: BatchColumn): ReadBlock {
  const [first = [], ...rest] = block
  const headed = first.map(headingOf)
  const known = headed.filter((heading) => heading !== null)
  if (new Set(known).size < 2) {
    const columns = batchColumns.slice(batchColumns.indexOf(from))
    const cut = first.length > columns.length ? first.slice(columns.length) : []
    return {
      rows: block.map((row) => cellsOf(row, columns)),
      ignored: cut.filter((cell) => cell.trim() !== ''),
    }
  }
  const isWan = first.map((heading) => /万/.test(heading))
  return {
    rows: rest.map((row) =>
      cellsOf(
        row.map((cell, index) =>
          isWan[index] === true && /^[\d,.\s]+$/.test(cell) ? `${cell.trim()}万` : cell,
        ),
        headed,
      ),
    ),
    ignored: first.filter((heading, index) => headed[index] === null && heading.trim() !== ''),
  }
}

function cellsOf(row: readonly string[], columns: readonly (BatchColumn | null)[]): Partial<BatchCells> {
  const cells: Partial<Record<BatchColumn, string>> = {}
  for (const [index, cell] of row.entries()) {
    const column = columns[index]
    if (column !== null && column !== undefined) cells[column] = cell.trim().replaceAll(/\s*\n\s*/g, ' ')
  }
  return cells
}

/** The words that offices head their columns with. */
function headingOf(text: string): BatchColumn | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s*:]|\((?:元|万元|yuan)\)|\/?(?:万元|元)$/g, '')
    .toLowerCase()
  return batchColumns.find((column) => headings[column].includes(plain)) ?? null
}

const headings: Readonly<Record<BatchColumn, readonly string[]>> = {
  paidOn: ['支付日期', '付款日期', '日期', '付款时间', '支付时间', 'date', 'paidon'],
  payee: ['收款单位', '收款人', '收款方', '收款单位名称', '单位名称', '对方单位', 'payee'],
  project: ['项目', '项目名称', '工程名称', 'project'],
  contract: ['合同', '合同编号', '合同名称', '合同号', 'contract'],
  kind: ['款项性质', '款项类型', '付款类型', '支付类型', '性质', 'kind'],
  line: ['科目', '概算科目', '科目名称', 'budgetline'],
  purpose: ['用途', '摘要', '款项用途', '事由', '内容', 'purpose'],
  amount: ['金额', '支付金额', '付款金额', '本次支付', '本次付款', 'amount'],
  fund: ['资金来源', '来源', 'fund', 'source'],
  voucherNo: ['凭证号', '凭证编号', '凭证', '记账凭证号', 'voucher', 'voucherno'],
  invoiceNo: ['发票号', '发票号码', '发票', 'invoice'],
  memo: ['备注', '说明', 'memo', 'note'],
  reason: ['理由', '原因', 'reason'],
}
