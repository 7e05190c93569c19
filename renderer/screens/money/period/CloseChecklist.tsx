import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CloseChecklist as Checklist, OpenItem } from '../../../../db/domain/periodClose.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { monthPaymentsAddress } from '../books/monthAddress.ts'
import { moneyAddress } from '../useMoneyView.ts'

/** 结账前检查: what this ledger holds of the month, and what it leaves open, each leading to where it is dealt with. */
export function CloseChecklist({ checklist }: { readonly checklist: Checklist }) {
  const { t } = useTranslation('holding')
  const { ledger, items, month } = checklist
  return (
    <table className="sheet close-check" aria-label={t('checklist')}>
      <tbody>
        <tr>
          <th scope="row">{t('ledgerPaid')}</th>
          <td className="is-figure">
            <Amount fen={ledger.paidFen} unit="yuan" withUnit />
          </td>
        </tr>
        <tr>
          <th scope="row">{t('ledgerReceived')}</th>
          <td className="is-figure">
            <Amount fen={ledger.receivedFen} unit="yuan" withUnit />
          </td>
        </tr>
        <tr>
          <th scope="row">{t('ledgerDone')}</th>
          <td className="is-figure">
            <Amount fen={ledger.doneFen} unit="yuan" withUnit />
          </td>
        </tr>
        {items.map((item) => (
          <tr key={item.kind}>
            <th scope="row">{t(`checkItem.${item.kind}`)}</th>
            <td className="is-figure">
              {item.count === 0 ? (
                <span className="green">{t('checkFine')}</span>
              ) : (
                <Link className="amber" to={addressOf(item.kind, month)}>
                  {t('checkCount', { count: item.count })}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function addressOf(kind: OpenItem['kind'], month: string): string {
  switch (kind) {
    case 'noVoucher':
    case 'unsplit':
    case 'noLine':
      return monthPaymentsAddress(month)
    case 'changePending':
      return moneyAddress({ tab: 'contracts' })
    case 'redAlerts':
      return '/'
    case 'earlierOpen':
      return moneyAddress({ tab: 'periods' })
  }
}
