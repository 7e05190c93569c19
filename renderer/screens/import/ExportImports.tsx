import { useTranslation } from 'react-i18next'
import type { ImportBatch } from '../../../db/domain/import/importBatch.ts'
import { allPages } from '../../api.ts'
import { instantInTable } from '../../parts/instant.ts'
import { ExportTable } from '../export/ExportTable.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'

/** 历次导入 as they are listed, all of them. */
export function ExportImports() {
  const { t } = useTranslation('import')
  const columns: readonly ExportColumn<ImportBatch>[] = [
    { title: t('when'), kind: 'instant', cell: ({ recordedAt }) => recordedAt },
    { title: t('what'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      title: t('source'),
      cell: ({ source, sheet }) =>
        source === null ? t('pastedSource') : sheet === '' ? source : `${source} · ${sheet}`,
    },
    { title: t('records'), kind: 'count', cell: ({ recordCount }) => recordCount },
    {
      title: t('amount'),
      kind: 'money',
      cell: ({ kind, amountFen }) => (kind === 'tasks' || kind === 'funds' ? null : amountFen),
    },
    { title: t('allotment'), kind: 'money', cell: ({ allottedFen }) => allottedFen },
    { title: t('receipt'), kind: 'money', cell: ({ receivedFen }) => receivedFen },
    { title: t('who'), cell: ({ actorName }) => actorName },
    {
      title: t('status'),
      cell: ({ undoneAt, undoneBy, undoReason }) =>
        undoneAt === null
          ? t('standing')
          : `${t('undone')} ${instantInTable(undoneAt)} ${undoneBy ?? ''}：${undoReason ?? ''}`,
    },
  ]
  return (
    <ExportTable
      name={t('past')}
      columns={columns}
      rows={() => allPages('listImports', {}, 20_000)}
      unit="yuan"
    />
  )
}
