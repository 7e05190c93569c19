import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Plan } from '../../../db/domain/plan.ts'
import { planDateInWords } from '../../../db/domain/planDate.ts'
import { useRequest } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { useAmountUnit, useLanguage } from '../../state.tsx'
import { BookBars } from './BookBars.tsx'
import { PlanFigures } from './PlanFigures.tsx'

/** One plan: what it publishes, what its items add up to, the gap; beside it the four books. */
export function PlanBlock({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation(['overview', 'terms'])
  const language = useLanguage()
  const unit = useAmountUnit()
  const summary = useRequest('planSummary', { planId: plan.id })
  const open = summary.data?.openDiscrepancyCount ?? 0
  return (
    <Block
      title={plan.name}
      lead={`${planDateInWords(plan.period, language)} · ${t(`terms:${unit}`)}`}
      actions={
        open > 0 && (
          <Link className="amber" to={`/checks?planId=${encodeURIComponent(plan.id)}`}>
            {t('discrepancies', { count: open })}
          </Link>
        )
      }
    >
      <Loaded answer={summary}>
        {(known) => (
          <div className="plan-block">
            <PlanFigures plan={plan} summary={known} />
            <BookBars summary={known} />
          </div>
        )}
      </Loaded>
    </Block>
  )
}
