import { useTranslation } from 'react-i18next'
import { Amount } from '../../../parts/Amount.tsx'
import { moneyAddress } from '../../money/useMoneyView.ts'
import type { TaskRow } from './taskLine.ts'

interface TaskCostProps {
  readonly task: TaskRow
  readonly onDetail: (taskId: string) => void
}

/** The cost of a task; it opens the contract or the budget that it comes from, or the form where it was typed. */
export function TaskCost({ task, onDetail }: TaskCostProps) {
  const { t } = useTranslation('task')
  const { costFen, contractId, budgetLineId, projectId, id } = task
  if (costFen === null) return null
  const origin =
    contractId !== null
      ? { to: moneyAddress({ tab: 'contracts', projectId, contractId }) }
      : budgetLineId !== null
        ? { to: moneyAddress({ tab: 'budgets', projectId }) }
        : { open: () => onDetail(id) }
  return <Amount fen={costFen} origin={origin} originName={t('openOrigin')} />
}
