import { z } from 'zod'
import type { Role } from '../actor.ts'
import { fieldWords } from './fieldWords.ts'

/** What can be imported: 支付 · 合同 · 概算科目 · 资金下达与到位 · 进度任务 */
const importKinds = ['payments', 'contracts', 'budgetLines', 'funds', 'tasks'] as const
export const importKind = z.enum(importKinds)
export type ImportKind = z.infer<typeof importKind>

/** Who keeps what is imported: the schedule is the liaison's, the books are finance's. */
export function importRole(kind: ImportKind): Role {
  return kind === 'tasks' ? 'liaison' : 'finance'
}

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
  'progressPaymentPct',
  'retentionPct',
  'isSme',
  'paymentDays',
  'paymentTerms',
  'code',
  'costClass',
  'enteredOn',
  'documentNo',
  'taskNo',
  'wbs',
  'level',
  'taskName',
  'taskKind',
  'start',
  'finish',
  'duration',
  'predecessors',
  'progressPct',
  'responsible',
  'due',
  'actualStart',
  'actualFinish',
  'dateYear',
  'dateMonth',
  'dateDay',
  'allotted',
  'received',
  'allottedOn',
  'receivedOn',
  'fundShare',
] as const
export const importField = z.enum(importFields)
export type ImportField = z.infer<typeof importField>

export function fieldsOf(kind: ImportKind): readonly ImportField[] {
  const known = fieldWords[kind]
  return importFields.filter((field) => known[field] !== undefined)
}

export function requiredFields(kind: ImportKind): readonly ImportField[] {
  return fieldsOf(kind).filter((field) => fieldWords[kind][field]?.isRequired === true)
}

/** What a column gives of a record: 年, 月 and 日 are its one day, 下达金额 and 到位金额 the amount of an entry each. */
export function recordField(kind: ImportKind, field: ImportField): ImportField {
  if (isDatePart(field)) return dayField(kind) ?? field
  if (field === 'allotted' || field === 'received') return 'amount'
  if (field === 'fundShare') return 'fund'
  return field === 'allottedOn' || field === 'receivedOn' ? 'enteredOn' : field
}

/** The day of a record of that kind: of tasks the one that most lists give. */
export function dayField(kind: ImportKind): ImportField | null {
  switch (kind) {
    case 'payments':
      return 'paidOn'
    case 'contracts':
      return 'signedOn'
    case 'funds':
      return 'enteredOn'
    case 'tasks':
      return 'finish'
    case 'budgetLines':
      return null
  }
}

/** Known by standing beside others, not by its head alone. */
export function isByPlace(field: ImportField): boolean {
  return isDatePart(field) || field === 'fundShare'
}

export function isDatePart(field: ImportField): field is 'dateYear' | 'dateMonth' | 'dateDay' {
  return field === 'dateYear' || field === 'dateMonth' || field === 'dateDay'
}

/** How surely a head names a field: 3 where it is one of its words, 2 where it begins or ends with one, 1 where it holds one, else 0, and 0 where it is of something else. */
export function fieldScore(kind: ImportKind, field: ImportField, head: string): number {
  const words = fieldWords[kind][field]?.words ?? []
  if (head === '') return 0
  if (words.includes(head)) return 3
  if (fieldWords[kind][field]?.never?.test(head) === true) return 0
  const held = words.filter((word) => word.length >= 2 && head.includes(word))
  if (held.length === 0) return 0
  return held.some((word) => head.startsWith(word) || head.endsWith(word)) ? 2 : 1
}
