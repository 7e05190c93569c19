import { type Day, localDay } from '../../../db/domain/day.ts'
import type { Fen } from '../../../db/domain/fen.ts'
import { payWarnings } from '../../../db/domain/payable.ts'
import { ruleText } from '../../../db/domain/ruleText.ts'
import { useRequest } from '../../api.ts'
import { useLanguage } from '../../state.tsx'
import type { DraftContent } from './paymentDraft.ts'
import { typedDay } from './typedDay.ts'

/** 本次可付 of what stands in the form: the contract's, or the project's where none is chosen; and what it would break. */
export function usePayStanding(content: DraftContent, amountFen: Fen | null) {
  const language = useLanguage()
  const onDay: Day = typedDay(content.paidOn, localDay(new Date())) ?? localDay(new Date())
  const kind = content.kind === '' ? 'other' : content.kind
  const { contractId, projectId } = content
  const ofContract = useRequest(
    'payableNow',
    { contractId, onDay, kind },
    { isEnabled: contractId !== '', keepsPrevious: true },
  )
  const ofProject = useRequest(
    'projectPayable',
    { projectId, onDay },
    { isEnabled: contractId === '' && projectId !== '', keepsPrevious: true },
  )
  const contract = contractId === '' ? null : (ofContract.data ?? null)
  const project = contractId === '' && projectId !== '' ? (ofProject.data ?? null) : null
  const limits = (contract ?? project)?.limits ?? []
  // A refund brings money back; a split is bound by each source, told beside it.
  const isBound = amountFen !== null && content.kind !== 'refund'
  const counted =
    content.split.rule === 'none' ? limits : limits.filter(({ kind: limit }) => limit !== 'funds')
  const warnings = isBound ? payWarnings(counted, amountFen).map((code) => ruleText(code, {}, language)) : []
  return { contract, project, limits, warnings, amountFen: isBound ? amountFen : null }
}

export type PayStanding = ReturnType<typeof usePayStanding>
