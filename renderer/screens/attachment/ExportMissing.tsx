import { useTranslation } from 'react-i18next'
import type { MissingDocument } from '../../../db/domain/documentRequirement.ts'
import { allPages } from '../../api.ts'
import { ExportTable } from '../export/ExportTable.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'

interface ExportMissingProps {
  readonly filter: { readonly projectId?: string; readonly requirementId?: string }
  readonly conditions: readonly (string | undefined)[]
}

/** 缺件 as it is filtered, all its pages. */
export function ExportMissing({ filter, conditions }: ExportMissingProps) {
  const { t } = useTranslation('attachment')
  const columns: readonly ExportColumn<MissingDocument>[] = [
    { title: t('lacks'), cell: ({ document }) => document },
    { title: t('situationTitle'), cell: ({ situation }) => t(`situation.${situation}`) },
    { title: t('record'), cell: ({ title }) => title },
    { title: t('dated'), kind: 'day', cell: ({ dated }) => dated },
    { title: t('project'), cell: ({ projectName }) => projectName },
    { title: t('basis'), cell: ({ basis }) => basis },
  ]
  return (
    <ExportTable
      name={t('missing')}
      columns={columns}
      rows={() => allPages('listMissingDocuments', filter, 20_000)}
      conditions={conditions}
    />
  )
}
