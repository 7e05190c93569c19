import { useTranslation } from 'react-i18next'
import { planDateInWords, spanOf } from '../../db/domain/planDate.ts'
import { useLanguage } from '../state.tsx'

interface PlanDateTextProps {
  readonly date: string | null
  /** In sentences and headings a day is 2022年5月16日; in tables 2022-05-16. */
  readonly inWords?: boolean
  /** What null means here. */
  readonly unknown?: 'undated' | 'notReported' | 'unpublished'
}

/** A date as coarse as its source gives it. */
export function PlanDateText({ date, inWords = false, unknown = 'undated' }: PlanDateTextProps) {
  const { t } = useTranslation('terms')
  const language = useLanguage()
  if (date === null) return <span className="grey">{t(unknown)}</span>
  const isIso = !inWords && spanOf(date).precision === 'day'
  return <span className="plan-date">{isIso ? date : planDateInWords(date, language)}</span>
}
