import { useTranslation } from 'react-i18next'
import type { CashSource } from '../../../../db/domain/cashPlan.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'

/** By source: planned and paid against what is in hand, and from which month it is short. */
export function CashSourceTable({ sources }: { readonly sources: readonly CashSource[] }) {
  const { t } = useTranslation('annualPlan')
  const sum = (months: readonly number[]) => months.reduce((total, fen) => total + fen, 0)
  return (
    <table className="sheet cash-sources" aria-label={t('cashSources')}>
      <thead>
        <tr>
          <th scope="col">{t('source')}</th>
          {(['opening', 'received', 'planned', 'paidOfSource'] as const).map((name) => (
            <th key={name} scope="col" className="is-figure">
              <AmountHeader label={t(name)} />
            </th>
          ))}
          <th scope="col">{t('enough')}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.fundId ?? ''}>
            <th scope="row">{source.fundName ?? t('unsettled')}</th>
            <td className="is-figure">
              <Amount fen={source.openingFen} unknown="notEntered" />
            </td>
            <td className="is-figure">
              <Amount fen={sum(source.receivedFen)} />
            </td>
            <td className="is-figure">
              <Amount fen={sum(source.planFen)} />
            </td>
            <td className="is-figure">
              <Amount fen={sum(source.paidFen)} />
            </td>
            <td>
              {source.openingFen === null ? (
                <span className="grey">{t('unknown')}</span>
              ) : source.shortFrom === null ? (
                <StatusTag tone="green">{t('isEnough')}</StatusTag>
              ) : (
                <StatusTag tone="amber">{t('shortFrom', { month: source.shortFrom })}</StatusTag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
