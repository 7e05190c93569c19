import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { fieldsOf, type ImportField, requiredFields } from '../../../db/domain/import/field.ts'
import { type ImportMapping, isInstead } from '../../../db/domain/import/importMapping.ts'
import type { ImportPreview } from '../../../db/domain/import/importPreview.ts'

interface ColumnMapProps {
  readonly preview: ImportPreview
  readonly isBusy: boolean
  readonly onRead: (changes: Partial<ImportMapping>) => void
}

/** The sheet's columns side by side as they stand in it: letter, head, samples, and the field each is read as. */
export function ColumnMap({ preview: { kind, columns, mapping }, isBusy, onRead }: ColumnMapProps) {
  const { t } = useTranslation('import')
  const required = requiredFields(kind)
  const options = [
    { value: '' as const, label: t('notImported') },
    ...fieldsOf(kind).map((value) => ({
      value,
      label: `${t(`fields.${value}`)}${required.includes(value) ? ' *' : ''}`,
    })),
  ]
  /** A field is one column's: the column that had it before is free again; so is what cannot stand beside it. */
  const choose = (column: number, field: ImportField | '') => {
    const others = (mapping.columns ?? []).filter(
      (known) => known.column !== column && (field === '' || !isInstead(field, known.field)),
    )
    onRead({ columns: field === '' ? others : [...others, { column, field }] })
  }
  return (
    <ol className="import-columns" aria-label={t('columns')}>
      {columns
        .filter(({ head, samples }) => head !== '' || samples.length > 0)
        .map(({ column, letter, head, samples, isHidden, field }) => (
          <li key={column} className={field === null ? 'is-unused' : ''}>
            <span className="import-column-head" title={head}>
              <span className="grey">{letter}</span>{' '}
              {isHidden && <span className="amber">{t('hiddenRow')} </span>}
              {head}
            </span>
            <span className="import-column-samples grey" title={samples.join('\n')}>
              {samples.join(' · ')}
            </span>
            <Select<ImportField | ''>
              aria-label={`${letter} ${head}${isHidden ? ` ${t('hiddenRow')}` : ''}`}
              size="small"
              disabled={isBusy}
              value={field ?? ''}
              options={options}
              onChange={(chosen) => {
                choose(column, chosen)
              }}
            />
          </li>
        ))}
    </ol>
  )
}
