import { useTranslation } from 'react-i18next'
import type { ImportPreview, ImportRow } from '../../../db/domain/import/importPreview.ts'
import type { RequestInput } from '../../../db/requests/requests.ts'
import { allPages } from '../../api.ts'
import { ExportTable } from '../export/ExportTable.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'
import { listedFields, rowText, whyOf } from './importRowText.ts'

interface ExportImportRowsProps {
  readonly preview: ImportPreview
  readonly filter: Omit<RequestInput<'listImportRows'>, 'page' | 'pageSize'>
  /** What the rows are filtered by, in words. */
  readonly shown: string
}

/** 逐行核对 as it is filtered: what an office sends back to whoever made the sheet. */
export function ExportImportRows({ preview, filter, shown }: ExportImportRowsProps) {
  const { t } = useTranslation(['import', 'terms'])
  const fields = listedFields(preview)
  const columns: readonly ExportColumn<ImportRow>[] = [
    { title: t('row'), kind: 'count', cell: ({ row }) => row },
    {
      title: t('result'),
      cell: ({ state, part }) => `${t(`state.${state}`)}${part === null ? '' : ` ${t(part)}`}`,
    },
    { title: t('why'), cell: (row) => whyOf(row, preview.kind, t) },
    ...(preview.kind === 'tasks'
      ? []
      : [
          {
            title: t('fields.amount'),
            kind: 'money' as const,
            cell: ({ amountFen, cells }: ImportRow) => amountFen ?? cells.amount ?? null,
          },
        ]),
    ...fields.map((field) => ({
      title: t(`fields.${field}`),
      cell: (row: ImportRow) => rowText(row, field, fields) ?? null,
    })),
  ]
  return (
    <ExportTable
      name={t('rows')}
      unit="yuan"
      columns={columns}
      rows={() => allPages('listImportRows', filter, 20_000)}
      conditions={[preview.source, preview.sheet, shown]}
    />
  )
}
