import { type PlanDate, parsePlanDate, planDateInWords, spanOf } from '../../../db/domain/planDate.ts'
import type { Language } from '../../../db/domain/ruleText.ts'

/** A plan date as a person would type it, so that it can be edited and read again. */
export function planDateAsTyped(date: PlanDate | null, language: Language): string {
  if (date === null) return ''
  const { precision } = spanOf(date)
  return precision === 'half' || precision === 'quarter' ? planDateInWords(date, language) : date
}

/** What was typed, as a plan date; null where the field is empty. Unreadable text is kept for the schema to refuse. */
export function typedPlanDate(text: string | undefined): PlanDate | null {
  const typed = (text ?? '').trim()
  return typed === '' ? null : (parsePlanDate(typed) ?? typed)
}

/** The days of a period as typed, both included; null where the field is empty. */
export function typedPeriod(
  text: string,
): { readonly first: string; readonly last: string } | 'unreadable' | null {
  if (text.trim() === '') return null
  const date = parsePlanDate(text)
  return date === null ? 'unreadable' : spanOf(date)
}
