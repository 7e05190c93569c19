import { z } from 'zod'

/** What can be imported: 支付 · 合同 · 概算科目 · 资金下达与到位 */
const importKinds = ['payments', 'contracts', 'budgetLines', 'funds'] as const
export const importKind = z.enum(importKinds)
export type ImportKind = z.infer<typeof importKind>

const importFields = [
  'project',
  'paidOn',
  'payee',
  'purpose',
  'amount',
  'unit',
  'voucherNo',
  'kind',
  'contract',
  'budgetLine',
  'fund',
  'invoiceNo',
  'memo',
  'number',
  'name',
  'counterparty',
  'signedOn',
  'advancePct',
  'retentionPct',
  'isSme',
  'paymentDays',
  'paymentTerms',
  'code',
  'costClass',
  'enteredOn',
  'documentNo',
] as const
export const importField = z.enum(importFields)
export type ImportField = z.infer<typeof importField>

/** A field of a kind, with the heads under which offices keep it. */
interface FieldWords {
  readonly isRequired: boolean
  readonly words: readonly string[]
}

export function fieldsOf(kind: ImportKind): readonly ImportField[] {
  const known = fieldWords[kind]
  return importFields.filter((field) => known[field] !== undefined)
}

export function requiredFields(kind: ImportKind): readonly ImportField[] {
  return fieldsOf(kind).filter((field) => fieldWords[kind][field]?.isRequired === true)
}

/** How surely a head names a field: 3 where it is one of its words, 2 where it begins or ends with one, 1 where it holds one, else 0. */
export function fieldScore(kind: ImportKind, field: ImportField, head: string): number {
  const words = fieldWords[kind][field]?.words ?? []
  if (head === '') return 0
  if (words.includes(head)) return 3
  const held = words.filter((word) => word.length >= 2 && head.includes(word))
  if (held.length === 0) return 0
  return held.some((word) => head.startsWith(word) || head.endsWith(word)) ? 2 : 1
}

const project = ['项目名称', '项目', '工程名称', '建设项目', '所属项目', '工程项目', '项目代码', 'project']
const amount = ['金额', 'amount']
const memo = ['备注', '说明', '附注', 'memo', 'note', 'remarks']
const line = ['概算科目', '科目', '费用科目', '科目名称', '科目编码', '概算项目', '费用名称', 'budget line']
const unit = ['金额单位', '计量单位', '货币单位', 'unit']

const fieldWords: Readonly<Record<ImportKind, Partial<Record<ImportField, FieldWords>>>> = {
  payments: {
    project: needed(project),
    paidOn: needed([
      '支付日期',
      '付款日期',
      '支付时间',
      '付款时间',
      '拨付日期',
      '拨款日期',
      '记账日期',
      '凭证日期',
      '日期',
      'paid on',
      'date',
    ]),
    payee: needed([
      '收款单位',
      '收款人',
      '收款方',
      '收款单位名称',
      '乙方',
      '施工单位',
      '供应商',
      '对方单位',
      '往来单位',
      '单位名称',
      'payee',
    ]),
    purpose: needed([
      '用途',
      '摘要',
      '款项用途',
      '支付内容',
      '付款内容',
      '事由',
      '付款事由',
      '款项内容',
      '资金用途',
      'purpose',
    ]),
    amount: needed([
      '支付金额',
      '付款金额',
      '本次支付金额',
      '本次支付',
      '本期支付',
      '实付金额',
      '拨付金额',
      '支付额',
      '付款额',
      ...amount,
    ]),
    unit: may(unit),
    voucherNo: may([
      '凭证号',
      '凭证编号',
      '记账凭证号',
      '凭证字号',
      '会计凭证号',
      '凭证',
      'voucher no.',
      'voucher',
    ]),
    kind: may(['款项性质', '支付类型', '付款类型', '款项类别', '款项类型', '付款性质', '支付性质', 'kind']),
    contract: may(['合同编号', '合同号', '合同名称', '合同', 'contract']),
    budgetLine: may(line),
    fund: may(['资金来源', '资金性质', '资金渠道', '来源', 'fund']),
    invoiceNo: may(['发票号', '发票号码', '发票编号', 'invoice no.', 'invoice']),
    memo: may(memo),
  },
  contracts: {
    project: needed(project),
    number: needed(['合同编号', '合同号', '编号', 'contract no.', 'number']),
    name: needed(['合同名称', '标段名称', '名称', 'contract name', 'name']),
    counterparty: needed([
      '乙方',
      '承包人',
      '承包单位',
      '承包方',
      '施工单位',
      '中标单位',
      '供应商',
      '签约单位',
      '对方单位',
      'counterparty',
    ]),
    kind: may(['合同类型', '合同类别', '类别', '类型', 'kind']),
    signedOn: needed(['签订日期', '签约日期', '签订时间', '合同签订日期', '合同日期', '日期', 'signed on']),
    amount: needed(['合同金额', '合同价', '合同价款', '签约合同价', '中标价', ...amount]),
    unit: may(unit),
    advancePct: may(['预付款比例', '预付比例', '预付款', 'advance %']),
    retentionPct: may(['质保金比例', '质量保证金比例', '保修金比例', '质保金', 'retention %']),
    isSme: may(['中小企业', '是否中小企业', 'sme']),
    paymentDays: may(['付款期限', '付款天数', '支付期限', 'payment days']),
    paymentTerms: may(['付款方式', '付款条件', '支付条款', '付款条款', 'payment terms']),
    budgetLine: may(line),
  },
  budgetLines: {
    code: may(['序号', '编号', '编码', '科目编码', '代码', 'code', 'no.']),
    name: needed([
      '工程或费用名称',
      '工程和费用名称',
      '工程费用名称',
      '费用名称',
      '科目名称',
      '科目',
      '项目名称',
      '名称',
      'name',
    ]),
    amount: needed([
      '概算金额',
      '概算价值',
      '概算投资',
      '概算投资额',
      '估算金额',
      '预算金额',
      '总价',
      '合计',
      '投资',
      ...amount,
    ]),
    unit: may(unit),
    costClass: may(['建设成本类别', '成本类别', '费用类别', 'cost class']),
  },
  funds: {
    fund: needed(['资金来源', '资金名称', '资金渠道', '资金性质', '来源', 'fund']),
    project: needed(project),
    kind: may(['下达或到位', '业务类型', '类型', '性质', 'kind']),
    amount: needed(['到位金额', '下达金额', '拨入金额', '到账金额', '资金额', ...amount]),
    unit: may(unit),
    enteredOn: needed(['到位日期', '下达日期', '到账日期', '收款日期', '拨入日期', '日期', 'date']),
    documentNo: may(['下达文号', '指标文号', '批文文号', '文件号', '文号', 'document no.']),
    memo: may(memo),
  },
}

function needed(words: readonly string[]): FieldWords {
  return { isRequired: true, words }
}

function may(words: readonly string[]): FieldWords {
  return { isRequired: false, words }
}
