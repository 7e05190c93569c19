import { useTranslation } from 'react-i18next'
import type { Change } from '../../../db/domain/change.ts'
import { isFieldName } from '../../text/change.ts'
import { FieldText } from './FieldText.tsx'
import { fieldChanges } from './fieldChange.ts'

/** Field by field, before → after; a record that is new shows what was entered. */
export function FieldChanges({ change }: { readonly change: Change }) {
  const { t } = useTranslation('change')
  const isNew = change.before === null
  return (
    <ul className="field-changes">
      {fieldChanges(change).map(({ field, before, after }) => (
        <li key={field}>
          <span className="grey">{isFieldName(field) ? t(`fields.${field}`) : field}</span>{' '}
          {!isNew && (
            <>
              <span className="visually-hidden">{t('before')}</span>
              <del>
                <FieldText field={field} value={before} />
              </del>
              <span aria-hidden> → </span>
              <span className="visually-hidden">{t('after')}</span>
            </>
          )}
          <ins>
            <FieldText field={field} value={after} />
          </ins>
        </li>
      ))}
    </ul>
  )
}
