import type { TFunction } from 'i18next'
import type { Alert } from '../../../db/domain/alert.ts'
import { type AmountUnit, type Fen, formatFen } from '../../../db/domain/fen.ts'
import { planDateInWords } from '../../../db/domain/planDate.ts'
import type { Language } from '../../../db/domain/ruleText.ts'

/** An alert as one sentence, its amounts in the unit that the screens show. */
export function alertSentence(
  alert: Alert,
  t: TFunction<['alert', 'terms']>,
  unit: AmountUnit,
  language: Language,
): string {
  const { kind, subject, days, pct, count } = alert
  const isDaysKnown =
    days !== null && (kind === 'milestoneLate' || kind === 'taskLate' || kind === 'overpaid')
  // Above a 下达 that nobody entered is above nothing known.
  const isAllotted = kind !== 'fundUnallotted' || alert.limitFen !== null
  const sentence = isDaysKnown
    ? (`sentence.${kind}Days` as const)
    : isAllotted
      ? (`sentence.${kind}` as const)
      : 'sentence.fundNotAllotted'
  return t(sentence, {
    // The numbers of its rule by their names: maxPct, maxDays.
    ...alert.rule?.threshold,
    subject,
    due: alert.due === null ? t('terms:undated') : planDateInWords(alert.due, language),
    days: days ?? '',
    pct: pct ?? '',
    number: count ?? '',
    amount: amount(alert.amountFen),
    limit: amount(alert.limitFen),
  })

  function amount(fen: Fen | null) {
    return fen === null ? t('terms:unpublished') : `${formatFen(fen, unit)} ${t(`terms:${unit}`)}`
  }
}
