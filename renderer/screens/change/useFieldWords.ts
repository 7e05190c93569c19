import { useTranslation } from 'react-i18next'
import { discrepancyStatus } from '../../../db/domain/discrepancy.ts'
import { formatFen } from '../../../db/domain/fen.ts'
import { milestoneStatus } from '../../../db/domain/milestone.ts'
import { planDateInWords, planDateSpan } from '../../../db/domain/planDate.ts'
import { stage } from '../../../db/domain/project.ts'
import { instantInTable } from '../../parts/instant.ts'
import { useLanguage } from '../../state.tsx'
import { useKindWords } from './useKindWords.ts'

/** A stored value in words: money in 元, dates as the source has them, codes as words. */
export function useFieldWords(): (field: string, value: unknown) => string {
  const { t } = useTranslation(['change', 'terms'])
  const language = useLanguage()
  const kindWords = useKindWords()
  return (field, value) => {
    if (value === null) return t('absent')
    if (typeof value === 'number') {
      if (field.endsWith('_fen')) return `${formatFen(value, 'yuan')} ${t('terms:yuan')}`
      if (field.startsWith('is_')) return value === 0 ? t('no') : t('yes')
      return field === 'progress_pct' ? `${String(value)}%` : String(value)
    }
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    if (field.endsWith('_at')) return instantInTable(text)
    if (dateFields.has(field) && planDateSpan(text) !== null) return planDateInWords(text, language)
    if (text.startsWith('[')) return listText(text)
    return inWords(field, text)
  }

  function inWords(field: string, code: string): string {
    const asMilestone = milestoneStatus.safeParse(code)
    const asDiscrepancy = discrepancyStatus.safeParse(code)
    const asStage = stage.safeParse(code)
    if (field === 'stage' && asStage.success) return t(`terms:stage.${asStage.data}`)
    if (field === 'status' && asMilestone.success) return t(`terms:milestoneStatus.${asMilestone.data}`)
    if (field === 'status' && asDiscrepancy.success) return t(`terms:discrepancyStatus.${asDiscrepancy.data}`)
    if (field === 'state' && (code === 'open' || code === 'closed' || code === 'archived'))
      return t(`terms:projectState.${code}`)
    if (field === 'origin' && (code === 'plan' || code === 'hand')) return t(`origins.${code}`)
    if (field === 'kind') return kindWords(code) ?? code
    return code
  }
}

const dateFields = new Set([
  'actual',
  'actual_finish',
  'actual_start',
  'as_of',
  'due',
  'forecast',
  'issued_on',
  'paid_on',
  'period',
  'planned_finish',
  'planned_start',
  'reported_on',
])

/** Lists are stored as JSON: names, or areas with their size. */
function listText(json: string): string {
  const items: unknown = JSON.parse(json)
  if (!Array.isArray(items)) return json
  return items
    .map((item: unknown) => (typeof item === 'string' ? item : Object.values(item ?? {}).join(' ')))
    .join('、')
}
