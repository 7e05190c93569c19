import type { Contract } from '../../../../db/domain/contract.ts'
import { localDay } from '../../../../db/domain/day.ts'
import { type Language, ruleText } from '../../../../db/domain/ruleText.ts'
import type { RequestInput } from '../../../../db/requests/requests.ts'
import type { FieldFault } from '../../../fieldFault.ts'
import { typedDay } from '../../payment/typedDay.ts'
import { readSplit, type SplitDraft } from '../splitDraft.ts'
import { typedAmount } from '../typedAmount.ts'

/** The form as typed. */
export interface ContractDraft {
  readonly projectId?: string
  readonly number?: string
  readonly name?: string
  readonly counterparty?: string
  readonly kind?: Contract['kind']
  readonly signedOn?: string
  readonly amount?: string
  readonly advancePct?: string
  readonly progressPct?: string
  readonly retentionPct?: string
  readonly isSme?: boolean
  readonly paymentDays?: string
  readonly paymentTerms?: string
  readonly lines?: readonly SplitDraft[]
  readonly overrideReason?: string
}

export function readContract(draft: ContractDraft, language: Language) {
  const amount = typedAmount(draft.amount, 'yuan', 'positive', language)
  const split = readSplit(draft.lines, amount.fen, 'positive', language)
  const advance = readNumber('advancePct', draft.advancePct, language)
  const progress = readNumber('progressPct', draft.progressPct, language)
  const retention = readNumber('retentionPct', draft.retentionPct, language)
  const days = readNumber('paymentDays', draft.paymentDays, language)
  const input: Omit<RequestInput<'recordContract'>, 'projectId' | 'overrideReason' | 'idempotencyKey'> = {
    number: draft.number ?? '',
    name: draft.name ?? '',
    counterparty: draft.counterparty ?? '',
    kind: draft.kind ?? 'construction',
    signedOn: typedDay(draft.signedOn ?? '', localDay(new Date())) ?? draft.signedOn ?? '',
    amountFen: amount.fen ?? 0,
    advancePct: advance.value,
    progressPct: progress.value,
    retentionPct: retention.value,
    isSme: draft.isSme ?? false,
    paymentDays: days.value,
    paymentTerms: draft.paymentTerms ?? null,
    lines: split.lines,
  }
  const faults: readonly FieldFault[] = [
    ...(amount.fault === null ? [] : [{ field: 'amountFen', message: amount.fault }]),
    ...advance.faults,
    ...progress.faults,
    ...retention.faults,
    ...days.faults,
    ...split.faults,
  ]
  return { input, faults }
}

function readNumber(field: string, text: string | undefined, language: Language) {
  const typed = (text ?? '').normalize('NFKC').replace(/%$/, '').trim()
  if (typed === '') return { value: null, faults: [] }
  const isDays = field === 'paymentDays'
  if (isDays ? /^\d{1,4}$/.test(typed) : /^\d{1,3}(\.\d{1,2})?$/.test(typed))
    return { value: Number(typed), faults: [] }
  const message = isDays
    ? ruleText('paymentDaysInvalid', {}, language)
    : ruleText('pctOutOfRange', {}, language)
  return { value: null, faults: [{ field, message }] }
}
