import { useTranslation } from 'react-i18next'
import { ExportTable } from '../export/ExportTable.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'
import type { AttachmentRow } from './AttachmentItem.tsx'

/** 附件 of one record as they are listed; each with its hash, by which a copy can be checked. */
export function ExportAttachments({ rows }: { readonly rows: readonly AttachmentRow[] }) {
  const { t } = useTranslation(['attachment', 'terms'])
  const columns: readonly ExportColumn<AttachmentRow>[] = [
    { title: t('file'), cell: ({ name }) => name },
    { title: t('document'), cell: ({ document }) => document },
    { title: t('bytes'), kind: 'count', cell: ({ byteCount }) => byteCount },
    { title: t('note'), cell: ({ note }) => note },
    { title: t('terms:by'), cell: ({ actorName }) => actorName },
    { title: t('terms:recordedAt'), kind: 'instant', cell: ({ recordedAt }) => recordedAt },
    {
      title: t('removed'),
      cell: ({ removedAt, removedBy, removeReason }) =>
        removedAt === null ? null : t('removedWhy', { by: removedBy, reason: removeReason }),
    },
    { title: 'SHA-256', cell: ({ contentId }) => contentId },
  ]
  return <ExportTable name={t('title')} columns={columns} rows={rows} conditions={[rows[0]?.recordTitle]} />
}
