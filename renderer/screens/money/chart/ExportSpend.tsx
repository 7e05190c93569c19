import { useTranslation } from 'react-i18next'
import { pctIn } from '../../../../db/domain/fenPart.ts'
import { ExportTable } from '../../export/ExportTable.tsx'
import { type ExportColumn, moneyColumn } from '../../export/exportColumn.ts'
import type { SpendProps } from './SpendLines.tsx'
import type { SpendMonth } from './spendOfYear.ts'

/** The months as their table shows them; what is so far is no sum of its column. */
export function ExportSpend({ rows, yearFen, year }: Pick<SpendProps, 'rows' | 'yearFen' | 'year'>) {
  const { t } = useTranslation(['money', 'terms'])
  const soFar = (
    title: string,
    fenOf: (row: SpendMonth) => number | null,
    unknown: string,
  ): ExportColumn<SpendMonth> => ({
    ...moneyColumn(title, fenOf, unknown),
    isSummed: false,
  })
  return (
    <ExportTable
      name={t('chartSpend')}
      columns={[
        { title: t('month'), cell: ({ month }: SpendMonth) => month },
        moneyColumn<SpendMonth>(t('spend.plan'), ({ planFen }) => planFen, t('planNoMonths')),
        soFar(t('spend.planSoFar'), ({ planSoFarFen }) => planSoFarFen, t('planNoMonths')),
        moneyColumn<SpendMonth>(t('spend.paid'), ({ paidFen }) => paidFen, ''),
        soFar(t('spend.paidSoFar'), ({ paidSoFarFen }) => paidSoFarFen, ''),
        moneyColumn<SpendMonth>(t('spend.done'), ({ doneFen }) => doneFen, t('terms:notEntered')),
        soFar(t('spend.doneSoFar'), ({ doneSoFarFen }) => doneSoFarFen, t('terms:notEntered')),
        {
          title: t('spend.ofPlan'),
          kind: 'pct',
          cell: ({ paidSoFarFen }: SpendMonth) => (yearFen === null ? null : pctIn(paidSoFarFen, yearFen)),
        },
      ]}
      rows={rows}
      conditions={[t('yearOf', { year })]}
    />
  )
}
