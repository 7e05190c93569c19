import type { TFunction } from 'i18next'
import type { Alert } from '../../../db/domain/alert.ts'
import { type AmountUnit, type Fen, formatFen } from '../../../db/domain/fen.ts'
import { planDateInWords } from '../../../db/domain/planDate.ts'
import type { Language } from '../../../db/domain/ruleText.ts'
import type { Tone } from '../../parts/StatusTag.tsx'

/** An alert as one sentence, its amounts in the unit that the screens show. */
export function alertSentence(
  alert: Alert,
  t: TFunction<['overview', 'terms']>,
  unit: AmountUnit,
  language: Language,
): string {
  const { kind, subject } = alert
  const due = alert.due === null ? t('terms:undated') : planDateInWords(alert.due, language)
  switch (kind) {
    case 'publishedTotalGap':
      return t('alert.publishedTotalGap', { subject, amount: amount(alert.amountFen) })
    case 'paidOverAmount':
      return t('alert.paidOverAmount', {
        subject,
        amount: amount(alert.amountFen),
        limit: amount(alert.limitFen),
      })
    case 'milestoneLate':
      return alert.days === null
        ? t('alert.milestoneLate', { subject, due })
        : t('alert.milestoneLateDays', { subject, due, days: alert.days })
    case 'periodPassed':
      return t('alert.periodPassed', { subject, count: alert.count ?? 0 })
    case 'projectPeriodPassed':
      return t('alert.projectPeriodPassed', { subject, due })
  }

  function amount(fen: Fen | null) {
    return fen === null ? t('terms:unpublished') : `${formatFen(fen, unit)} ${t(`terms:${unit}`)}`
  }
}

/** Red only for a broken limit; amber for late and 待核; grey for what nobody has reported. */
export function alertTone(kind: Alert['kind']): Tone {
  switch (kind) {
    case 'paidOverAmount':
      return 'red'
    case 'publishedTotalGap':
    case 'milestoneLate':
      return 'amber'
    case 'periodPassed':
    case 'projectPeriodPassed':
      return 'grey'
  }
}

/** Where an alert is dealt with. */
export function alertAddress({ discrepancyId, projectId, milestoneId }: Alert): string {
  if (discrepancyId !== null) return `/checks#${discrepancyId}`
  if (projectId === null) return '/'
  const project = `/projects/${encodeURIComponent(projectId)}`
  return milestoneId === null ? project : `${project}?milestone=${encodeURIComponent(milestoneId)}`
}
