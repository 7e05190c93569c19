import { useTranslation } from 'react-i18next'
import { planDateInWords, spanOf } from '../../db/domain/planDate.ts'
import type { Language } from '../../db/domain/ruleText.ts'
import { useLanguage } from '../state.tsx'

interface PeriodTextProps {
  readonly start: string | null
  readonly finish: string | null
}

/** From – to for a table, each end as coarse as it is known; one end alone keeps its dash. */
export function PeriodText({ start, finish }: PeriodTextProps) {
  const { t } = useTranslation('terms')
  const language = useLanguage()
  if (start !== null && finish === null) return <span>{t('since', { date: compact(start, language) })}</span>
  if (finish === null) return <span className="grey">{t('undated')}</span>
  // A period such as 2021/2025 is a start and a finish already.
  if (start === null && finish.includes('/')) return <span>{compact(finish, language)}</span>
  if (start === null) return <span>{t('until', { date: compact(finish, language) })}</span>
  return (
    <span>
      {compact(start, language)} – {compact(finish, language)}
    </span>
  )
}

/** A year alone is just its number; a day is ISO. */
function compact(date: string, language: Language) {
  const { precision } = spanOf(date)
  return precision === 'year' || precision === 'day' ? date : planDateInWords(date, language)
}
