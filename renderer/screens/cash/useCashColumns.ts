import { useTranslation } from 'react-i18next'
import { monthsOfYear } from '../../../db/domain/cashEntry.ts'
import { type ExportColumn, moneyColumn } from '../export/exportColumn.ts'
import type { CashSourceRow } from './sourceRows.ts'

/** 用款计划 as it is written out: one row for each contract or task and source, the months and what lies outside them. */
export function useCashColumns(year: number): readonly ExportColumn<CashSourceRow>[] {
  const { t } = useTranslation('cash')
  return [
    { title: t('project'), cell: ({ row }) => row.projectName },
    { title: t('number'), cell: ({ row }) => row.number ?? t('withoutContract') },
    { title: t('contractOrTask'), cell: ({ row }) => row.name },
    { title: t('source'), cell: ({ fundName }) => fundName ?? t('unsettled') },
    moneyColumn(t('earlier'), ({ earlierFen }) => earlierFen, ''),
    ...monthsOfYear(year).map((month, index) =>
      moneyColumn<CashSourceRow>(month, ({ planFen }) => planFen[index] ?? 0, ''),
    ),
    moneyColumn(t('later'), ({ laterFen }) => laterFen, ''),
    moneyColumn(t('undated'), ({ undatedFen }) => undatedFen, ''),
    { title: t('why'), cell: ({ row }) => row.marks.map((mark) => t(`mark.${mark}`)).join('；') },
  ]
}
