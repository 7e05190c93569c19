import { useTranslation } from 'react-i18next'
import type { AmountUnit } from '../../db/domain/fen.ts'
import { useAmountUnit } from '../state.tsx'

/** A column's name with the unit that all its cells share: 已支付（万元）. */
export function AmountHeader({ label, unit }: { readonly label: string; readonly unit?: AmountUnit }) {
  const { t } = useTranslation('terms')
  const chosen = useAmountUnit()
  // The unit stays on one line: a narrow column breaks before it, not within.
  const unbroken = t(unit ?? chosen).replaceAll(' ', '\u00a0')
  return <span>{t('headerWithUnit', { label, unit: unbroken })}</span>
}
