import { type Day, localDay } from '../../../db/domain/day.ts'
import type { Fen } from '../../../db/domain/fen.ts'
import type { PaymentQuestion } from '../../../db/domain/payment.ts'
import { isRuleCode, ruleText } from '../../../db/domain/ruleText.ts'
import { useRequest } from '../../api.ts'
import { useLanguage } from '../../state.tsx'
import { type DraftContent, questionOf } from './paymentDraft.ts'
import { typedDay } from './typedDay.ts'

/** 本次可付 of what stands in the form: the contract's, or the project's where none is chosen; and what it would break. */
export function usePayStanding(content: DraftContent, amountFen: Fen | null) {
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
  const warnings = useWarnings(content)
  return {
    contract,
    project,
    limits,
    /** The same that saving would ask a reason for. */
    warnings,
    // A refund brings money back: no limit binds it.
    amountFen: content.kind === 'refund' ? null : amountFen,
  }
}

/** Each broken rule that asks for a reason, in words. */
function useWarnings(content: DraftContent): readonly string[] {
  const language = useLanguage()
  const question = questionOf(content, localDay(new Date()))
  const broken = useRequest('paymentWarnings', question ?? nothingAsked, {
    isEnabled: question !== null,
    keepsPrevious: true,
  })
  const codes = question === null ? [] : (broken.data?.codes ?? [])
  return codes.map((code) => (isRuleCode(code) ? ruleText(code, {}, language) : code))
}

const nothingAsked: PaymentQuestion = { projectId: '', paidOn: '2000-01-01', amountFen: 1 }

export type PayStanding = ReturnType<typeof usePayStanding>
