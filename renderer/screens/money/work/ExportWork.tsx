import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { ExportTable } from '../../export/ExportTable.tsx'
import { type ExportColumn, moneyColumn } from '../../export/exportColumn.ts'

type Grid = RequestOutput<'progressGrid'>
type GridContract = Grid['items'][number]

interface GridRow
  extends Pick<
    GridContract,
    'committedFen' | 'cumulativeFen' | 'donePct' | 'beforeFen' | 'yearFen' | 'months'
  > {
  readonly name: string
  readonly depth: number
}

/** 完成投资 of a year as it stands: contracts, below those of several 科目 each of these, and twelve months. */
export function ExportWork({ grid, project }: { readonly grid: Grid; readonly project: string | undefined }) {
  const { t } = useTranslation('money')
  const columns: readonly ExportColumn<GridRow>[] = [
    { title: t('contract'), cell: ({ name }) => name },
    moneyColumn(t('committed'), ({ committedFen }: GridRow) => committedFen, ''),
    moneyColumn(t('cumulative'), ({ cumulativeFen }: GridRow) => cumulativeFen, ''),
    {
      title: t('donePct'),
      kind: 'pct',
      cell: ({ cumulativeFen, donePct }) => (cumulativeFen === null ? null : (donePct ?? t('notApplicable'))),
    },
    moneyColumn(t('yearsBefore'), ({ beforeFen }: GridRow) => beforeFen, ''),
    ...Array.from({ length: 12 }, (_, index) => ({
      ...moneyColumn<GridRow>(t('monthShort', { month: index + 1 }), () => null, ''),
      cell: ({ months }: GridRow) => months[index] ?? null,
    })),
    moneyColumn(t('yearSum'), ({ yearFen }: GridRow) => yearFen, ''),
  ]
  return (
    <ExportTable
      name={t('tab.work')}
      columns={columns}
      rows={grid.items.flatMap(rowsOf)}
      depthOf={({ depth }) => depth}
      conditions={[project, t('yearOf', { year: grid.year })]}
    />
  )

  function rowsOf(contract: GridContract): GridRow[] {
    const whole = { ...contract, name: `${contract.number} ${contract.name}`, depth: 0 }
    if (contract.lines.length < 2) return [whole]
    return [
      whole,
      ...contract.lines.map((line) => ({
        ...line,
        name: [line.code, line.name ?? t('unclassified')].filter((part) => part !== null).join(' '),
        depth: 1,
      })),
    ]
  }
}
