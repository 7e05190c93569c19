import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../db/domain/fen.ts'
import { RequestFailed, useCommand } from '../../api.ts'
import { useUndoMessage } from '../../parts/useUndoMessage.tsx'
import type { CashCell } from './AdjustCash.tsx'

/** Says that a month was set, and sets it as it was before when asked to. */
export function useCashUndo(
  cell: Pick<CashCell, 'contractId' | 'taskId' | 'fundId' | 'month' | 'number'> & { readonly year: number },
) {
  const { t } = useTranslation('cash')
  const { mutateAsync } = useCommand('adjustCashPlan')
  const tell = useUndoMessage()
  const { contractId, taskId, fundId, month, year, number } = cell
  return (beforeFen: Fen | null) =>
    tell(t('monthSet', { number, month }), async () => {
      const set = { contractId, taskId, fundId, month, year, amountFen: beforeFen, reason: t('undoReason') }
      try {
        await mutateAsync(set)
        return null
      } catch (failed) {
        if (failed instanceof RequestFailed) return failed.error.message
        throw failed
      }
    })
}
