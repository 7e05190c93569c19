import { AutoComplete, type AutoCompleteProps } from 'antd'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { useRequest } from '../../api.ts'

export type KnownPayee = RequestOutput<'listPayees'>['items'][number]

interface Props {
  readonly value: string
  readonly onChange: (payee: string) => void
  /** One of the payees known so far was chosen from the list. */
  readonly onChosen?: (payee: KnownPayee) => void
  /** The field was left; `known` where what stands in it is a payee known so far. */
  readonly onLeft?: (known: KnownPayee | null) => void
  readonly input: Omit<
    AutoCompleteProps<string, PayeeOption>,
    'options' | 'value' | 'onChange' | 'onSelect' | 'onBlur'
  >
}

/** A payee, completed from those paid before. Any other text may stand, too. */
export function PayeeInput({ value, onChange, onChosen, onLeft, input }: Props) {
  const { t } = useTranslation('payment')
  const known = useKnownPayees(value.trim().slice(0, 200))
  const named = (payee: string) => known.find((item) => item.payee === payee)
  return (
    <AutoComplete<string, PayeeOption>
      {...input}
      value={value}
      onChange={(typed: string | undefined) => {
        onChange(typed ?? '')
      }}
      onSelect={(payee) => {
        const chosen = named(payee)
        if (chosen !== undefined) onChosen?.(chosen)
      }}
      onBlur={() => {
        onLeft?.(named(value.trim()) ?? null)
      }}
      defaultActiveFirstOption={false}
      showSearch={{ filterOption: false }}
      options={known.map((item) => ({ value: item.payee, label: item.payee, item }))}
      optionRender={(option) => (
        <div className="payee-option">
          <span className="payee-name">{option.label}</span>
          <span className="option-note">{t('payeeCount', { n: option.data.item.paymentCount })}</span>
        </div>
      )}
    />
  )
}

interface PayeeOption {
  readonly value: string
  readonly label: string
  readonly item: KnownPayee
}

/** Up to a hundred payees are at hand while a person types; of more the db is asked for those that fit. */
export function useKnownPayees(text: string): readonly KnownPayee[] {
  const first = useRequest('listPayees', { pageSize: 100 })
  const hasAll = first.data === undefined || first.data.total <= first.data.items.length
  const asked = useRequest(
    'listPayees',
    { text: useDeferredValue(text), pageSize: 20 },
    { isEnabled: !hasAll && text !== '', keepsPrevious: true },
  )
  const atHand = (first.data?.items ?? []).filter(({ payee }) =>
    payee.toLowerCase().includes(text.toLowerCase()),
  )
  return hasAll || text === '' ? atHand : (asked.data?.items ?? atHand)
}
