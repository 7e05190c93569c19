import { useTranslation } from 'react-i18next'
import { columnLetter } from '../../../db/domain/import/grid.ts'
import type { ImportPreview } from '../../../db/domain/import/importPreview.ts'
import { Block } from '../../parts/Block.tsx'
import { RecordTable } from '../../parts/RecordTable.tsx'

/** The first rows as they stand in the sheet, for choosing the one that holds the heads. */
export function TopRows({ preview: { top } }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation('import')
  const width = Math.max(0, ...top.map(({ cells }) => cells.length))
  return (
    <Block title={t('top')}>
      <RecordTable
        label={t('top')}
        rows={top}
        rowKey={({ number }) => String(number)}
        columns={[
          { title: t('row'), isFigure: true, render: (_, row) => row.number },
          ...Array.from({ length: width }, (_, column) => ({
            title: columnLetter(column),
            key: String(column),
            render: (_value: unknown, row: ImportPreview['top'][number]) => row.cells[column] ?? '',
          })),
        ]}
      />
    </Block>
  )
}
