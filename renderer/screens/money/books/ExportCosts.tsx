import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import { shownBooks } from './shownBooks.ts'

interface ExportCostsProps {
  readonly cost: RequestOutput<'costByClass'>
  readonly paid: Parameters<typeof shownBooks>[1]
  readonly nameOf: (costClass: RequestOutput<'costByClass'>['items'][number]['costClass']) => string
}

interface CostRow {
  readonly name: string
  readonly depth: number
  readonly budgetFen: number | null
  readonly doneFen: number | null
  readonly paidFen: number | null
}

/** 建设成本 as it is shown: each class over its 科目. */
export function ExportCosts({ cost, paid, nameOf }: ExportCostsProps) {
  const { t } = useTranslation(['money', 'terms'])
  const whole = shownBooks(cost.total, paid)
  const rows = cost.items.flatMap((part): CostRow[] => [
    { ...shownBooks(part, paid), name: nameOf(part.costClass), depth: 0 },
    ...part.lines.map((line) => ({
      ...shownBooks(line, paid),
      name: [line.code, line.name ?? t('unclassified')].filter((word) => word !== null).join(' '),
      depth: 1,
    })),
  ])
  return (
    <ExportTable
      name={t('costTitle')}
      columns={[
        { title: t('costClassTitle'), cell: ({ name }: CostRow) => name },
        ...(['budgetFen', 'doneFen', 'paidFen'] as const).map((book) =>
          moneyColumn<CostRow>(
            t(`book.${book}`),
            (row) => row[book],
            whole[book] === null ? t('terms:notEntered') : t('unclassified'),
          ),
        ),
      ]}
      rows={rows}
      depthOf={({ depth }) => depth}
    />
  )
}
