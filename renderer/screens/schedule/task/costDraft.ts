import { formatFen } from '../../../../db/domain/fen.ts'
import type { Language } from '../../../../db/domain/ruleText.ts'
import type { Task } from '../../../../db/domain/task.ts'
import type { FieldFault } from '../../../fieldFault.ts'
import { typedAmount } from '../../money/typedAmount.ts'

export const costOrigins = ['none', 'line', 'contract', 'typed'] as const
export type CostOrigin = (typeof costOrigins)[number]

/** The cost of a task as typed. */
export interface CostDraft {
  readonly costOrigin?: CostOrigin
  readonly budgetLineId?: string
  readonly contractId?: string
  /** In 元; empty: all of its origin. */
  readonly costFen?: string
}

type CostOfTask = Pick<Task, 'costFen' | 'budgetLineId' | 'contractId'>

export function costDraft(task: CostOfTask): Required<CostDraft> {
  return {
    costOrigin: originOf(task),
    budgetLineId: task.budgetLineId ?? '',
    contractId: task.contractId ?? '',
    costFen: task.costFen === null ? '' : formatFen(task.costFen, 'yuan'),
  }
}

function originOf(task: CostOfTask): CostOrigin {
  if (task.budgetLineId !== null) return 'line'
  if (task.contractId !== null) return 'contract'
  return task.costFen === null ? 'none' : 'typed'
}

/** What of the cost differs from what the task has; a sum that is not typed is left to its new origin. */
export function readCost(draft: CostDraft, task: CostOfTask | null, language: Language) {
  const origin = draft.costOrigin ?? 'none'
  const before = task ?? { costFen: null, budgetLineId: null, contractId: null }
  const budgetLineId = origin === 'line' ? (draft.budgetLineId ?? '') : null
  const contractId = origin === 'contract' ? (draft.contractId ?? '') : null
  const isMoved = budgetLineId !== before.budgetLineId || contractId !== before.contractId
  const { fen, fault } = typedSum(origin, draft.costFen ?? '', language)
  const isSumLeft = isMoved && fen === null && hasOrigin(origin)
  const faults: readonly FieldFault[] = fault === null ? [] : [{ field: 'costFen', message: fault }]
  return {
    fields: {
      ...(budgetLineId === before.budgetLineId ? {} : { budgetLineId }),
      ...(contractId === before.contractId ? {} : { contractId }),
      ...(isSumLeft || fen === before.costFen ? {} : { costFen: fen }),
    },
    faults,
  }
}

function hasOrigin(origin: CostOrigin) {
  return origin === 'line' || origin === 'contract'
}

/** Empty is no sum, but where it is the sum alone that is typed. */
function typedSum(origin: CostOrigin, text: string, language: Language) {
  if (origin === 'none' || (origin !== 'typed' && text.trim() === '')) return { fen: null, fault: null }
  return typedAmount(text, 'yuan', 'notNegative', language)
}
