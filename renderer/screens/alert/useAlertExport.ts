import { useTranslation } from 'react-i18next'
import type { Alert } from '../../../db/domain/alert.ts'
import { useAmountUnit, useLanguage } from '../../state.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'
import { alertSentence } from './alertSentence.ts'
import { alertTone } from './alertTone.ts'

/** A 提醒 as it is written out: its sentence, the rule that it cites, and who has marked it 已阅. */
export function useAlertExport(): readonly ExportColumn<Alert>[] {
  const { t } = useTranslation(['alert', 'terms'])
  const unit = useAmountUnit()
  const language = useLanguage()
  return [
    { title: t('filterTone'), cell: ({ kind }) => t(`tones.${alertTone(kind)}`) },
    { title: t('filterKind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { title: t('sentenceTitle'), cell: (alert) => alertSentence(alert, t, unit, language) },
    {
      title: t('basisTitle'),
      cell: ({ rule }) => (rule === null ? null : `${rule.basis} ${rule.clause ?? ''}`),
    },
    { title: t('acknowledge'), cell: ({ acknowledged }) => acknowledged?.acknowledgedBy ?? null },
    { title: t('terms:reason'), cell: ({ acknowledged }) => acknowledged?.reason ?? null },
  ]
}
