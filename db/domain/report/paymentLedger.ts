import type { Language } from '../ruleText.ts'
import { type TableColumn } from '../table.ts'
import { reportColumn, speaking } from './report.ts'

/** 资金使用台账, in the order of days: its columns. The rows are those of the 台账 itself. */
export const ledgerColumnIds = [
  'paidOn',
  'voucherNo',
  'projectName',
  'contractNumber',
  'payee',
  'purpose',
  'kind',
  'lineName',
  'funds',
  'amountFen',
  'status',
  'memo',
] as const

/** Their heads, a running number before them. */
export function ledgerColumns(columns: readonly TableColumn[], language: Language): readonly TableColumn[] {
  return [reportColumn('place', speaking(language)(['序号', 'No.']), 'count'), ...columns]
}

export function ledgerPeriod(from: string | undefined, to: string | undefined, language: Language): string {
  const say = speaking(language)
  if (from === undefined && to === undefined) return say(['全部', 'All'])
  return say([`${from ?? '启用'} 至 ${to ?? '今'}`, `${from ?? 'the beginning'} to ${to ?? 'today'}`])
}
