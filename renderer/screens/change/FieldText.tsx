import { useTranslation } from 'react-i18next'
import { Amount } from '../../parts/Amount.tsx'
import { useFieldWords } from './useFieldWords.ts'

/** One stored value as a person reads it. */
export function FieldText({ field, value }: { readonly field: string; readonly value: unknown }) {
  const { t } = useTranslation('change')
  const words = useFieldWords()
  if (value === null) return <span className="grey">{t('absent')}</span>
  if (typeof value === 'number' && field.endsWith('_fen'))
    return <Amount fen={value} unit="yuan" withUnit origin="entered" />
  return words(field, value)
}
