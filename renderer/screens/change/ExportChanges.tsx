import { useTranslation } from 'react-i18next'
import type { Change } from '../../../db/domain/change.ts'
import { allPages } from '../../api.ts'
import { isFieldName, isRequestInWords } from '../../text/change.ts'
import { ExportTable } from '../export/ExportTable.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'
import { fieldChanges } from './fieldChange.ts'
import { useFieldWords } from './useFieldWords.ts'

interface ExportChangesProps {
  /** Of one record; without it, of the whole library. */
  readonly entityId?: string
  readonly subject?: string
}

/** 变更记录 as it is written out, the newest first; each with its hash, by which it can be checked. */
export function ExportChanges({ entityId, subject }: ExportChangesProps) {
  const { t } = useTranslation('change')
  const columns = useChangeColumns()
  return (
    <ExportTable
      name={t('title')}
      columns={columns}
      rows={() => allPages('listChanges', entityId === undefined ? {} : { entityId }, mostRows)}
      conditions={[subject]}
    />
  )
}

/** The newest so many: a longer record is read in the library. */
const mostRows = 20_000

function useChangeColumns(): readonly ExportColumn<Change>[] {
  const { t } = useTranslation(['change', 'terms'])
  const words = useFieldWords()
  return [
    { title: t('at'), kind: 'instant', cell: ({ at }) => at },
    {
      title: t('actor'),
      cell: ({ actorName, role }) =>
        actorName === ''
          ? t('system')
          : role === null
            ? actorName
            : `${actorName}（${t(`terms:role.${role}`)}）`,
    },
    {
      title: t('request'),
      cell: ({ request }) => (isRequestInWords(request) ? t(`requests.${request}`) : request),
    },
    { title: t('record'), cell: ({ entity, title }) => `${t(`entities.${entity}`)} ${title}` },
    { title: t('what'), cell: whatOf },
    { title: t('reason'), cell: ({ reason }) => reason },
    { title: t('hashTitle'), cell: ({ hash }) => hash },
  ]

  function whatOf(change: Change) {
    const lines = fieldChanges(change).map(({ field, before, after }) => {
      const name = isFieldName(field) ? t(`fields.${field}`) : field
      const now = words(field, after)
      return change.before === null ? `${name} ${now}` : `${name} ${words(field, before)} → ${now}`
    })
    return lines.join('\n')
  }
}
