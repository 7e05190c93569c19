import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../db/domain/fen.ts'
import type { PlanSummary } from '../../../db/domain/plan.ts'
import { useRequest } from '../../api.ts'
import { FormulaFigure } from '../../parts/FormulaFigure.tsx'
import { FormulaTable } from '../../parts/FormulaTable.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { moneyAddress } from '../money/useMoneyView.ts'

/** 概算 of a plan: it opens that of each project which has one, and that its version. */
export function PlanBudget({ summary }: { readonly summary: PlanSummary }) {
  const { t } = useTranslation('overview')
  return (
    <FormulaFigure
      label={t('budget')}
      fen={summary.budgetFen}
      parts={(fen) => <BudgetParts planId={summary.planId} fen={fen} />}
    />
  )
}

/** Asked for when it is looked at: the start of the app reads no books of projects. */
function BudgetParts({ planId, fen }: { readonly planId: string; readonly fen: Fen }) {
  const { t } = useTranslation('overview')
  const books = useRequest('fourBooks', {})
  return (
    <Loaded answer={books}>
      {({ projects }) => (
        <FormulaTable
          label={t('budget')}
          fen={fen}
          parts={projects.flatMap(({ projectId, projectName: name, budgetFen, ...project }) =>
            project.planId !== planId || budgetFen === null
              ? []
              : [
                  {
                    name,
                    sign: '+',
                    fen: budgetFen,
                    to: moneyAddress({ tab: 'budgets', projectId }),
                  } as const,
                ],
          )}
        />
      )}
    </Loaded>
  )
}
