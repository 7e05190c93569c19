import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../../db/domain/fen.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { useAmountUnit } from '../../../state.tsx'
import type { CashFigure } from '../../cash/cashFigure.ts'
import { spendAddress } from './spendAddress.ts'

interface SpendLeadProps {
  readonly plan: RequestOutput<'cashPlan'>
  readonly yearFen: Fen | null
  readonly projectId: string | null
  readonly onPlan: (figure: CashFigure) => void
}

/** The unit, what is drawn as the plan, and what of it stands in no month. */
export function SpendLead({ plan, yearFen, projectId, onPlan }: SpendLeadProps) {
  const { t } = useTranslation(['money', 'terms'])
  const unit = useAmountUnit()
  const { year, adjustedCount, undatedFen } = plan
  const plannedFen = plan.planFen.reduce((sum, fen) => sum + fen, 0)
  const hasMonths = plan.planFen.some((fen) => fen !== 0)
  const months = { from: `${String(year)}-01`, to: `${String(year)}-12` }
  return (
    <span>
      {t('chartUnit', { unit: t(`terms:${unit}`) })}
      {' · '}
      {hasMonths ? (
        <>
          {t('planMonths', { year })}{' '}
          <Amount
            fen={plannedFen}
            origin={{ open: () => onPlan({ title: t('planMonths', { year }), filter: months }) }}
            originName={t('planOpen')}
          />
          {adjustedCount > 0 && ` (${t('planSet', { count: adjustedCount })})`}
        </>
      ) : (
        t('planYearOnly')
      )}
      {undatedFen !== 0 && (
        <>
          {' · '}
          {t('planUndated')}{' '}
          <Amount
            fen={undatedFen}
            origin={{ open: () => onPlan({ title: t('planUndated'), filter: { isUndated: true } }) }}
            originName={t('planOpen')}
          />
        </>
      )}
      {' · '}
      {yearFen === null ? (
        t('planNone', { year })
      ) : (
        <>
          {t('planOf', { year })}{' '}
          <Amount
            fen={yearFen}
            origin={{ to: spendAddress.plan(projectId, year) }}
            originName={t('planOf', { year })}
          />
        </>
      )}
    </span>
  )
}
