import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CloseChecklist as Checklist, OpenItem } from '../../../../db/domain/periodClose.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { monthDays, monthPaymentsAddress } from '../books/monthAddress.ts'
import { fundEntriesAddress } from '../fund/fundAddress.ts'
import { moneyAddress } from '../useMoneyView.ts'

interface CloseChecklistProps {
  readonly checklist: Checklist
  /** The months themselves lie under the dialog. */
  readonly onClose: () => void
}

/** 结账前检查: what this ledger holds of the month, and what it leaves open, each leading to where it is dealt with. */
export function CloseChecklist({ checklist, onClose }: CloseChecklistProps) {
  const { t } = useTranslation(['holding', 'money'])
  const { ledger, items, month } = checklist
  const [from, to] = monthDays(month)
  return (
    <table className="sheet close-check" aria-label={t('checklist')}>
      <tbody>
        <Line name={t('ledgerPaid')}>
          <Amount
            fen={ledger.paidFen}
            unit="yuan"
            withUnit
            origin={{ to: monthPaymentsAddress(month) }}
            originName={t('money:origin.paid')}
          />
        </Line>
        <Line name={t('ledgerReceived')}>
          <Amount
            fen={ledger.receivedFen}
            unit="yuan"
            withUnit
            origin={{ to: fundEntriesAddress(null, null, { entryKind: 'receipt', from, to }) }}
            originName={t('money:origin.entries')}
          />
        </Line>
        <Line name={t('ledgerDone')}>
          <Amount
            fen={ledger.doneFen}
            unit="yuan"
            withUnit
            origin={{ to: moneyAddress({ entries: 'done', from: month, to: month }) }}
            originName={t('money:origin.done')}
          />
        </Line>
        {items.map(({ kind, count }) => (
          <Line key={kind} name={t(`checkItem.${kind}`)}>
            <OpenCount kind={kind} count={count} month={month} onClose={onClose} />
          </Line>
        ))}
      </tbody>
    </table>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="is-figure">{children}</td>
    </tr>
  )
}

interface OpenCountProps extends Pick<OpenItem, 'kind' | 'count'> {
  readonly month: string
  readonly onClose: () => void
}

function OpenCount({ kind, count, month, onClose }: OpenCountProps) {
  const { t } = useTranslation('holding')
  if (count === 0) return <span className="green">{t('checkFine')}</span>
  const text = t('checkCount', { count })
  const name = `${t(`checkItem.${kind}`)} ${text}`
  return (
    <span className="amber">
      {kind === 'earlierOpen' ? (
        <button type="button" className="figure-origin" aria-label={name} onClick={onClose}>
          {text}
        </button>
      ) : (
        <Link className="figure-origin" aria-label={name} to={addressOf(kind, month)}>
          {text}
        </Link>
      )}
    </span>
  )
}

/** Those that were counted, and no others. */
function addressOf(kind: Exclude<OpenItem['kind'], 'earlierOpen'>, month: string): string {
  switch (kind) {
    case 'noVoucher':
      return `${monthPaymentsAddress(month)}&lacks=voucher`
    case 'unsplit':
      return `${monthPaymentsAddress(month)}&lacks=fund`
    case 'noLine':
      return `${monthPaymentsAddress(month)}&lacks=line`
    case 'changePending':
      return moneyAddress({ tab: 'contracts', entries: 'pending', to: monthDays(month)[1] })
    case 'redAlerts':
      return '/'
  }
}
