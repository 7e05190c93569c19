import { useTranslation } from 'react-i18next'
import type { BudgetLineRow, BudgetVersionRow } from '../../../../db/domain/budget.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'

interface ExportLinesProps {
  readonly name: string
  readonly version: BudgetVersionRow
  readonly answer: RequestOutput<'listBudgetLines'> | undefined
}

/** The tree of a version as it is written out, each sum a formula over the lines below it. */
export function ExportLines({ name, version, answer }: ExportLinesProps) {
  const { t } = useTranslation(['money', 'terms'])
  return (
    <ExportTable
      name={name}
      columns={[
        { title: t('line'), cell: ({ code, name }) => `${code} ${name}` },
        {
          title: t('costClassTitle'),
          cell: ({ costClass }) => (costClass === null ? null : t(`costClass.${costClass}`)),
        },
        moneyColumn(t('lineAmount'), (line: BudgetLineRow) => line.totalFen, t('terms:notEntered')),
      ]}
      rows={answer?.items ?? []}
      depthOf={({ depth }) => depth}
      conditions={[version.approvalNo, version.approvedOn]}
    />
  )
}
