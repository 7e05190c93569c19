import { type PlanDate, planDateInWords } from './planDate.ts'
import type { Language } from './ruleText.ts'

/**
 * From when to when, in the words of each end's precision: 2021年—2023年, 2020年下半年完成 where only the finish is
 * known. Null where neither is.
 */
export function periodInWords(
  start: PlanDate | null,
  finish: PlanDate | null,
  language: Language,
): string | null {
  const words = (date: PlanDate) => planDateInWords(date, language)
  if (start === null) {
    // A period such as 2021/2025 names both ends already.
    if (finish === null || finish.includes('/')) return finish === null ? null : words(finish)
    return language === 'en' ? `finish ${words(finish)}` : `${words(finish)}完成`
  }
  if (finish === null) return language === 'en' ? `from ${words(start)}` : `${words(start)}起`
  if (start === finish) return words(start)
  return language === 'en' ? `${words(start)} – ${words(finish)}` : `${words(start)}—${words(finish)}`
}
