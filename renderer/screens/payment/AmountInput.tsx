import { Input, type InputProps, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { type AmountUnit, amountInWords, formatFen } from '../../../db/domain/fen.ts'
import { entered } from '../../parts/Amount.tsx'
import { amountOf } from './paymentDraft.ts'

interface Props {
  readonly value: string
  readonly unit: AmountUnit
  readonly onChange: (text: string) => void
  readonly onUnit: (unit: AmountUnit) => void
  readonly onLeft: () => void
  readonly input: Omit<InputProps, 'value' | 'onChange' | 'onBlur'>
}

/** An amount as text, with its unit beside it; 万 typed behind the figure wins. */
export function AmountInput({ value, unit, onChange, onUnit, onLeft, input }: Props) {
  const { t } = useTranslation('payment')
  return (
    <div className="amount-input">
      <Input
        {...input}
        value={value}
        autoComplete="off"
        inputMode="decimal"
        placeholder={t('amountHint')}
        onChange={(event) => {
          onChange(event.target.value)
        }}
        onBlur={onLeft}
      />
      <Segmented<AmountUnit>
        aria-label={t('amountUnit')}
        value={unit}
        onChange={onUnit}
        options={[
          { value: 'yuan', label: t('yuan') },
          { value: 'wan', label: t('wan') },
        ]}
      />
    </div>
  )
}

/** The figure in 元 and in words, for comparing with the paper; nothing while the text is no amount. */
export function AmountSpelled({ text, unit }: { readonly text: string; readonly unit: AmountUnit }) {
  const { t } = useTranslation('payment')
  const amount = amountOf({ amount: text, unit })
  if (amount === null) return null
  return (
    <span className="amount-spelled">
      <span className="figure" {...entered}>
        {t('inYuan', { amount: formatFen(amount, 'yuan') })}
      </span>
      <span lang="zh-CN">{amountInWords(amount)}</span>
    </span>
  )
}
