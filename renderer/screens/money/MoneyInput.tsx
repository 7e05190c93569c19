import './moneyInput.css'
import { Input, type InputProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../db/domain/fen.ts'
import { useLanguage } from '../../state.tsx'
import { type AmountSign, typedAmount } from './typedAmount.ts'

interface MoneyInputProps extends Omit<InputProps, 'value' | 'onChange'> {
  readonly value?: string
  readonly onChange?: (text: string) => void
  readonly sign?: AmountSign
}

/** An amount in 元, for a form; below it the figure as it is read, to compare with the paper. */
export function MoneyInput({ value = '', onChange, sign = 'positive', ...input }: MoneyInputProps) {
  const { t } = useTranslation(['money', 'terms'])
  const { fen } = typedAmount(value, 'yuan', sign, useLanguage())
  return (
    <>
      <Input
        {...input}
        className="money-input"
        value={value}
        autoComplete="off"
        inputMode="decimal"
        placeholder={t('amountHint')}
        suffix={<span className="grey">{t('terms:yuan')}</span>}
        onChange={(event) => onChange?.(event.target.value)}
      />
      {fen !== null && (
        <span className="money-read">
          {t('readAs', { yuan: formatFen(fen, 'yuan'), wan: formatFen(fen, 'wan') })}
        </span>
      )}
    </>
  )
}
