import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { moneyAddress } from '../useMoneyView.ts'

/** 预备费 of a project in a line: granted, drawn by approved changes, asked for by pending ones, left. */
export function ContingencyLine({ projectId }: { readonly projectId: string }) {
  const { t } = useTranslation('money')
  const { data } = useRequest('getContingency', { projectId })
  if (data === undefined || (data.budgetFen === null && data.total === 0)) return null
  const isShort = data.leftFen !== null && data.leftFen < 0
  return (
    <p className="contingency-line">
      <span>{t('contingency')}</span>
      <span>
        {t('contingencyGranted')}{' '}
        <Amount
          fen={data.budgetFen}
          unknown="notEntered"
          withUnit
          origin={{ to: moneyAddress({ tab: 'budgets', projectId, lineKey: 'template:3' }) }}
          originName={t('origin.budget')}
        />
      </span>
      <span>
        {t('contingencyUsed')} <Amount fen={data.usedFen} withUnit />
      </span>
      {data.pendingFen !== 0 && (
        <span className="amber">
          {t('contingencyPending')} <Amount fen={data.pendingFen} withUnit />
        </span>
      )}
      <span className={isShort ? 'is-broken' : ''}>
        {t('contingencyLeft')} <Amount fen={data.leftFen} unknown="notEntered" withUnit />
        {isShort && ` ${t('contingencyShort')}`}
      </span>
      {data.items.length > 0 && (
        <span className="grey">
          {data.items
            .map(
              ({ contractNumber, number, state }) =>
                `${contractNumber}/${number}${state === 'pending' ? t('pendingMark') : ''}`,
            )
            .join('、')}
        </span>
      )}
    </p>
  )
}
