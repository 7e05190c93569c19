import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { moneyAddress } from '../useMoneyView.ts'

/** 预备费 of a project in a line: granted, drawn by approved changes, asked for by pending ones, left. */
export function ContingencyLine({ projectId }: { readonly projectId: string }) {
  const { t } = useTranslation('money')
  const { data } = useRequest('getContingency', { projectId })
  if (data === undefined || (data.budgetFen === null && data.total === 0)) return null
  const draws = (state: 'approved' | 'pending') =>
    data.items
      .filter((draw) => draw.state === state)
      .map((draw) => ({
        name: `${draw.contractNumber}/${draw.number}`,
        sign: '+' as const,
        fen: draw.amountFen,
        to: moneyAddress({ tab: 'contracts', projectId, contractId: draw.contractId }),
      }))
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
        {t('contingencyUsed')}{' '}
        <FormulaFigure label={t('contingencyUsed')} fen={data.usedFen} parts={draws('approved')} />
      </span>
      {data.pendingFen !== 0 && (
        <span className="amber">
          {t('contingencyPending')}{' '}
          <FormulaFigure label={t('contingencyPending')} fen={data.pendingFen} parts={draws('pending')} />
        </span>
      )}
      <span className={isShort ? 'is-broken' : ''}>
        {t('contingencyLeft')}{' '}
        <FormulaFigure
          label={t('contingencyLeft')}
          fen={data.leftFen}
          parts={[
            {
              name: t('contingencyGranted'),
              sign: '+',
              fen: data.budgetFen ?? 0,
              to: moneyAddress({ tab: 'budgets', projectId, lineKey: 'template:3' }),
            },
            { name: t('contingencyUsed'), sign: '−', fen: data.usedFen },
          ]}
        />
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
