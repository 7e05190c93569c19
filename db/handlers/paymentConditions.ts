import { formatFen } from '../domain/fen.ts'
import type { Language } from '../domain/ruleText.ts'
import { paymentKindName } from '../exchange/paymentColumns.ts'
import { findLine } from '../store/budget.ts'
import { findContract } from '../store/contract.ts'
import type { ReadDb } from '../store/database.ts'
import { findFund } from '../store/fund.ts'
import { findImport } from '../store/importBatch.ts'
import type { PaymentFilter } from '../store/paymentFilter.ts'
import { findPlan } from '../store/plan.ts'
import { findProject } from '../store/project.ts'

/** A filter of the 台账 in words, for the paper that shows what it lets through; empty where it lets all through. */
export function paymentConditions(db: ReadDb, filter: PaymentFilter, language: Language): string {
  const { contractId, budgetLineId, kind, refundOf, lacks } = filter
  const contract = contractId === undefined ? undefined : findContract(db, contractId)
  const words = namesOf[language]
  const parts: readonly (readonly [string, string | undefined])[] = [
    [words.plan, named(filter.planId, (id) => findPlan(db, id)?.name)],
    [words.project, named(filter.projectId, (id) => findProject(db, id)?.name)],
    [words.contract, contract === undefined ? undefined : `${contract.number} ${contract.name}`],
    [
      words.line,
      budgetLineId === 'none' ? words.unclassified : named(budgetLineId, (id) => findLine(db, id)?.name),
    ],
    [words.fund, named(filter.fundId, (id) => findFund(db, id)?.name)],
    [words.import, named(filter.importId, (id) => findImport(db, id)?.source ?? id)],
    [words.kind, kind === undefined ? undefined : paymentKindName(kind, language)],
    [words.refundOf, refundOf === undefined ? undefined : words.refundOfKind[refundOf]],
    [words.lacks, lacks === undefined ? undefined : words.lackOf[lacks]],
    [words.payee, filter.payee],
    [words.text, filter.text],
    [words.period, span(filter.from, filter.to)],
    [words.amount, span(inYuan(filter.minFen), inYuan(filter.maxFen))],
    [words.reversals, filter.reversals === 'all' ? undefined : words[filter.reversals]],
  ]
  return parts
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}：${value ?? ''}`)
    .join('；')
}

/** Undefined where nothing is filtered by it. */
function named(id: string | undefined, nameOf: (id: string) => string | undefined) {
  return id === undefined ? undefined : nameOf(id)
}

function span(from: string | undefined, to: string | undefined) {
  return from === undefined && to === undefined ? undefined : `${from ?? '…'} — ${to ?? '…'}`
}

function inYuan(fen: number | undefined) {
  return fen === undefined ? undefined : formatFen(fen, 'yuan')
}

const namesOf = {
  'zh-CN': {
    plan: '规划',
    project: '项目',
    contract: '合同',
    line: '科目',
    unclassified: '未分科目',
    fund: '资金来源',
    import: '导入',
    kind: '款项',
    refundOf: '退回的是',
    refundOfKind: { advance: '预付款', other: '其他款项' },
    lacks: '待补',
    lackOf: { voucher: '缺凭证号', fund: '缺资金来源', line: '缺科目' },
    payee: '收款单位',
    text: '含',
    period: '支付日期',
    amount: '金额（元）',
    reversals: '冲销',
    none: '不含红字',
    only: '只含红字',
  },
  en: {
    plan: 'Plan',
    project: 'Project',
    contract: 'Contract',
    line: 'Budget line',
    unclassified: 'No budget line',
    fund: 'Fund',
    import: 'Import',
    kind: 'Kind',
    refundOf: 'Gives back',
    refundOfKind: { advance: 'the advance', other: 'other money' },
    lacks: 'To complete',
    lackOf: { voucher: 'no voucher number', fund: 'not split over sources', line: 'no budget line' },
    payee: 'Payee',
    text: 'Holding',
    period: 'Paid on',
    amount: 'Amount (yuan)',
    reversals: 'Reversals',
    none: 'without reversals',
    only: 'reversals only',
  },
} as const
