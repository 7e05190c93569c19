import { z } from 'zod'
import { planYear } from '../annualPlan.ts'
import { day } from '../day.ts'
import type { AmountUnit } from '../fen.ts'
import { month } from '../periodClose.ts'
import { type Language, languages } from '../ruleText.ts'
import { type TableColumn, type TableRow, tableCell, tableColumn, tableRow } from '../table.ts'

/** 资金使用台账 · 合同台账 · 投资完成情况月报 · 年度投资计划表 · 质保金台账 */
export const reportKinds = [
  'monthlyReport',
  'annualPlan',
  'paymentLedger',
  'contractLedger',
  'retentionLedger',
] as const
export type ReportKind = (typeof reportKinds)[number]

/** Which fixed table, over what. A field that a table does not ask for is not looked at. */
export const reportInput = {
  report: z.enum(reportKinds),
  projectId: z.string().optional(),
  planId: z.string().optional(),
  /** Of the 月报; this month where none is named. */
  month: month.optional(),
  /** Of the 年度投资计划表; this year where none is named. */
  year: planYear.optional(),
  /** Of the 资金使用台账. */
  from: day.optional(),
  to: day.optional(),
  unit: z.enum(['yuan', 'wan']).default('wan'),
  language: z.enum(languages).default('zh-CN'),
}

const planGapNote = z.object({ planId: z.string(), text: z.string() })
export type PlanGapNote = z.infer<typeof planGapNote>

/** A fixed table as it is printed: the same value is the page, the PDF and the workbook. */
export const report = z.object({
  report: z.enum(reportKinds),
  title: z.string(),
  /** 编制单位 */
  office: z.string(),
  period: z.string(),
  unit: z.enum(['yuan', 'wan']),
  madeOn: day,
  headHash: z.string(),
  columns: z.array(tableColumn),
  rows: z.array(tableRow),
  /** One cell for each column, the label in the first; null where nothing is added up. */
  total: z.array(tableCell).nullable(),
  /** 大写 of the sum that the table asks for in words. */
  inWords: z.string().nullable(),
  /** What a plan publishes and its items do not add up to: each stands above the other notes. */
  gaps: z.array(planGapNote),
  notes: z.array(z.string()),
})
export type Report = z.infer<typeof report>

/** What one table is made of; its rows may be many. */
export interface ReportBody {
  readonly period: string
  readonly columns: readonly TableColumn[]
  readonly rowCount: number
  readonly rows: Iterable<TableRow>
  /** Id of the column whose total is written in words; null where none is. */
  readonly inWords: string | null
  readonly gaps?: readonly PlanGapNote[]
  readonly notes: readonly string[]
}

/** Payments stand in 元, where no 分 is rounded away; the other tables in the unit asked for. */
export function reportUnit({
  report,
  unit,
}: {
  readonly report: ReportKind
  readonly unit: AmountUnit
}): AmountUnit {
  return report === 'paymentLedger' ? 'yuan' : unit
}

/** More rows than this are no reading matter: the workbook takes them. */
export const mostPreviewRows = 3000

export function reportTitle(kind: ReportKind, language: Language): string {
  return titles[kind][language === 'en' ? 1 : 0]
}

const titles: Readonly<Record<ReportKind, readonly [string, string]>> = {
  paymentLedger: ['资金使用台账', 'Ledger of funds used'],
  contractLedger: ['合同台账', 'Contract ledger'],
  monthlyReport: ['投资完成情况月报', 'Monthly report of investment'],
  annualPlan: ['年度投资计划表', 'Annual investment plan'],
  retentionLedger: ['质保金台账', 'Retention ledger'],
}

export type InLanguage = (text: readonly [string, string]) => string

export function speaking(language: Language): InLanguage {
  return ([chinese, english]) => (language === 'en' ? english : chinese)
}

/** A column of a report. */
export function reportColumn(
  id: string,
  title: string,
  kind: TableColumn['kind'] = 'text',
  more: { readonly isSummed?: boolean; readonly group?: string } = {},
): TableColumn {
  return { id, title, kind, isSummed: more.isSummed ?? false, group: more.group ?? null }
}
