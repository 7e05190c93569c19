import { type AnnualPlanPart, type SourceExecution } from '../../../../db/domain/annualPlan.ts'
import { formatFen } from '../../../../db/domain/fen.ts'
import type { Language } from '../../../../db/domain/ruleText.ts'
import type { FieldFault } from '../../../fieldFault.ts'
import { typedAmount } from '../typedAmount.ts'

/** One source of the plan as typed; an empty amount is not known yet. */
export interface SourceDraft {
  readonly fundId?: string | undefined
  readonly amount?: string | undefined
}

export function draftOfSources(sources: readonly SourceExecution[]): readonly SourceDraft[] {
  return sources
    .filter(({ planFen, fundId, paidFen }) => planFen !== null || (fundId === null && paidFen === 0))
    .map(({ fundId, planFen }) => ({
      fundId: fundId ?? '',
      amount: planFen === null ? '' : formatFen(planFen, 'yuan').replaceAll(',', ''),
    }))
}

/** The parts for a request, and what is wrong with them. */
export function readSources(drafts: readonly SourceDraft[], language: Language) {
  const faults: FieldFault[] = []
  const lines = drafts.map(({ fundId, amount }, index): AnnualPlanPart => {
    const source = fundId === undefined || fundId === '' ? null : fundId
    if ((amount ?? '').trim() === '') return { fundId: source, amountFen: null }
    const { fen, fault } = typedAmount(amount, 'yuan', 'notNegative', language)
    if (fault !== null) faults.push({ field: `lines.${String(index)}.amountFen`, message: fault })
    return { fundId: source, amountFen: fen }
  })
  return { lines, faults }
}
