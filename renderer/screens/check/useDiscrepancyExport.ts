import { useTranslation } from 'react-i18next'
import type { DiscrepancyRow } from '../../../db/domain/discrepancy.ts'
import { isDiscrepancyKind } from '../../text/check.ts'
import type { ExportColumn } from '../export/exportColumn.ts'

/** A discrepancy as it is written out: its three figures, its quotes, and what a person said of it. */
export function useDiscrepancyExport(): readonly ExportColumn<DiscrepancyRow>[] {
  const { t } = useTranslation(['check', 'terms'])
  return [
    { title: t('kindTitle'), cell: ({ kind }) => t(`kind.${isDiscrepancyKind(kind) ? kind : 'other'}`) },
    { title: t('terms:plan'), cell: ({ planName }) => planName },
    { title: t('what'), cell: ({ text }) => text },
    { title: t('publishedFigure'), kind: 'money', cell: ({ publishedFen }) => publishedFen },
    { title: t('itemsFigure'), kind: 'money', cell: ({ itemsTotalFen }) => itemsTotalFen },
    { title: t('gapFigure'), kind: 'money', cell: ({ gapFen }) => gapFen },
    { title: t('quotes'), cell: ({ citations }) => citations.map(({ quote }) => quote).join('\n') },
    { title: t('statusLabel'), cell: ({ status }) => t(`terms:discrepancyStatus.${status}`) },
    { title: t('terms:reason'), cell: ({ statusReason }) => statusReason },
    { title: t('by'), cell: ({ statusBy }) => statusBy },
    { title: t('at'), kind: 'instant', cell: ({ statusAt }) => statusAt },
  ]
}
