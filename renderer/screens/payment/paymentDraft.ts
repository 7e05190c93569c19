import { z } from 'zod'
import type { Day } from '../../../db/domain/day.ts'
import { type Fen, formatFen } from '../../../db/domain/fen.ts'
import {
  assertPaidOn,
  type Payment,
  type PaymentQuestion,
  type PaymentRow,
  paymentKind,
  paymentWarningsInput,
  type RecordPayment,
  recordPaymentInput,
  refundKind,
} from '../../../db/domain/payment.ts'
import { RuleBroken, type RuleParams } from '../../../db/domain/ruleBroken.ts'
import { isRuleCode, type RuleCode } from '../../../db/domain/ruleText.ts'
import { typedSum } from '../../../db/domain/typedSum.ts'
import { readSplit, splitByRule, splitDraft, typedSplit } from './splitDraft.ts'
import { typedDay } from './typedDay.ts'

const content = z.object({
  projectId: z.string(),
  paidOn: z.string(),
  amount: z.string(),
  unit: z.enum(['yuan', 'wan']),
  payee: z.string(),
  purpose: z.string(),
  voucherNo: z.string(),
  memo: z.string(),
  kind: paymentKind.or(z.literal('')),
  contractId: z.string(),
  /** Drafts kept before there was the question have none. */
  refundOf: refundKind.or(z.literal('')).default(''),
  budgetLineId: z.string(),
  split: splitDraft,
  invoiceNo: z.string(),
  /** Why the warnings about this entry are passed over. */
  overrideReason: z.string(),
})
/** What stands in the form, as typed. */
export type DraftContent = z.infer<typeof content>

/** One filled form: what was typed, and the key under which it is saved at most once. */
export const paymentDraft = z.object({
  content,
  idempotencyKey: z.string(),
  /** A person has seen the possible duplicates of this very content. */
  isDuplicateConfirmed: z.boolean(),
  /** What was sent when the answer got lost: it may have been saved. */
  unknownOutcome: content.nullable(),
  /** The content in doubt is known to have been saved under this key. */
  isKeyUsed: z.boolean(),
})
export type PaymentDraft = z.infer<typeof paymentDraft>

export const draftFields = [
  'projectId',
  'paidOn',
  'amountFen',
  'payee',
  'purpose',
  'voucherNo',
  'memo',
  'kind',
  'contractId',
  'budgetLineId',
  'refundOf',
  'fundSplit',
  'invoiceNo',
  'overrideReason',
] as const
export type DraftField = (typeof draftFields)[number]
export interface BrokenRule {
  readonly code: RuleCode
  readonly params: RuleParams
}
export type DraftErrors = Readonly<Partial<Record<DraftField, BrokenRule>>>

export function emptyDraft(
  kept: Pick<DraftContent, 'projectId' | 'paidOn' | 'unit'>,
  idempotencyKey: string,
): PaymentDraft {
  return {
    content: {
      projectId: kept.projectId,
      paidOn: kept.paidOn,
      unit: kept.unit,
      amount: '',
      payee: '',
      purpose: '',
      voucherNo: '',
      memo: '',
      kind: '',
      contractId: '',
      refundOf: '',
      budgetLineId: '',
      split: splitByRule,
      invoiceNo: '',
      overrideReason: '',
    },
    idempotencyKey,
    isDuplicateConfirmed: false,
    unknownOutcome: null,
    isKeyUsed: false,
  }
}

/** The form for entering a reversed payment again, with what was wrong still to be corrected. */
export function draftFrom(
  payment: Payment & Partial<Pick<PaymentRow, 'fundSplit'>>,
  idempotencyKey: string,
): PaymentDraft {
  const draft = emptyDraft(
    { projectId: payment.projectId, paidOn: payment.paidOn, unit: 'yuan' },
    idempotencyKey,
  )
  return {
    ...draft,
    content: {
      ...draft.content,
      amount: formatFen(Math.abs(payment.amountFen), 'yuan'),
      payee: payment.payee,
      purpose: payment.purpose,
      voucherNo: payment.voucherNo ?? '',
      memo: payment.memo ?? '',
      kind: payment.kind ?? '',
      contractId: payment.contractId ?? '',
      refundOf: payment.refundOf ?? '',
      budgetLineId: payment.budgetLineId ?? '',
      split: typedSplit(payment.fundSplit ?? []),
      invoiceNo: payment.invoiceNo ?? '',
    },
  }
}

/**
 * A change of what is typed: a confirmation held for the old content only, a contract, a 科目 and a split for the old
 * project only. The key stays (see PaymentDraft).
 */
export function withContent(draft: PaymentDraft, change: Partial<DraftContent>): PaymentDraft {
  const { projectId } = draft.content
  const isMoved = change.projectId !== undefined && change.projectId !== projectId
  return {
    ...draft,
    content: {
      ...draft.content,
      ...(isMoved ? { contractId: '', budgetLineId: '', split: splitByRule } : {}),
      ...change,
    },
    isDuplicateConfirmed: false,
  }
}

/** Only then is it asked what came back. */
export function isContractRefund({ kind, contractId }: Pick<DraftContent, 'kind' | 'contractId'>): boolean {
  return kind === 'refund' && contractId !== ''
}

/** Whether the folded part of the form holds anything. */
export function hasContractSide(content: DraftContent): boolean {
  const { kind, contractId, budgetLineId, split, invoiceNo } = content
  return `${kind}${contractId}${budgetLineId}${invoiceNo}`.trim() !== '' || split.rule !== 'rule'
}

/** The amount as typed or reckoned; null while it is none. */
export function amountOf({ amount, unit }: Pick<DraftContent, 'amount' | 'unit'>): Fen | null {
  return ruled({}, 'amountFen', () => typedSum(amount, unit))
}

export function isUntouched(draft: PaymentDraft): boolean {
  const { amount, payee, purpose, voucherNo, memo } = draft.content
  return (
    `${amount}${payee}${purpose}${voucherNo}${memo}`.trim() === '' &&
    !hasContractSide(draft.content) &&
    draft.unknownOutcome === null
  )
}

/** Whether the content means another entry than the one whose saving is in doubt. */
export function isChangedInDoubt(draft: PaymentDraft, today: Day): boolean {
  if (draft.unknownOutcome === null) return false
  const sent = { ...draft, content: draft.unknownOutcome }
  return JSON.stringify(readDraft(draft, today)) !== JSON.stringify(readDraft(sent, today))
}

export type DraftReading =
  | { readonly ok: true; readonly input: RecordPayment }
  | { readonly ok: false; readonly errors: DraftErrors }

/** The input that the form stands for, or what is wrong at each field. */
export function readDraft(draft: PaymentDraft, today: Day): DraftReading {
  const { content: typed } = draft
  const errors: Partial<Record<DraftField, BrokenRule>> = {}
  const amountFen = ruled(errors, 'amountFen', () => typedSum(typed.amount, typed.unit))
  const paidOn = ruled(errors, 'paidOn', () => paidOnFrom(typed.paidOn, today))
  const fundSplit =
    amountFen === null
      ? undefined
      : ruled(errors, 'fundSplit', () => readSplit(typed.split, amountFen) ?? null)
  const parsed = recordPaymentInput.safeParse({
    projectId: typed.projectId,
    paidOn: paidOn ?? today,
    amountFen: amountFen ?? 1,
    payee: typed.payee,
    purpose: typed.purpose,
    voucherNo: typed.voucherNo,
    memo: typed.memo,
    invoiceNo: typed.invoiceNo,
    ...chosenOf(typed),
    ...(fundSplit === undefined || fundSplit === null ? {} : { fundSplit }),
    idempotencyKey: draft.idempotencyKey,
    ...(draft.isDuplicateConfirmed ? { confirmDuplicate: true } : {}),
  })
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = draftFields.find((name) => name === issue.path[0])
      if (field !== undefined) errors[field] ??= brokenRuleOf(issue)
    }
  }
  return parsed.success && Object.keys(errors).length === 0
    ? { ok: true, input: parsed.data }
    : { ok: false, errors }
}

/** What bears on the rules, as far as it is typed; null until there is a project and an amount. */
export function questionOf(typed: DraftContent, today: Day): PaymentQuestion | null {
  const amountFen = amountOf(typed)
  if (typed.projectId === '' || amountFen === null) return null
  const fundSplit = ruled({}, 'fundSplit', () => readSplit(typed.split, amountFen) ?? null)
  const asked = paymentWarningsInput.safeParse({
    projectId: typed.projectId,
    paidOn: typedDay(typed.paidOn, today) ?? today,
    amountFen,
    ...chosenOf({ ...typed, overrideReason: '' }),
    ...(fundSplit === null ? {} : { fundSplit }),
  })
  return asked.success ? asked.data : null
}

/** What may stay empty, and is left out then. */
function chosenOf({ kind, contractId, refundOf, budgetLineId, overrideReason }: DraftContent) {
  return {
    ...(isContractRefund({ kind, contractId }) && refundOf !== '' ? { refundOf } : {}),
    ...(kind === '' ? {} : { kind }),
    ...(contractId === '' ? {} : { contractId }),
    ...(budgetLineId === '' ? {} : { budgetLineId }),
    ...(overrideReason.trim() === '' ? {} : { overrideReason }),
  }
}

function brokenRuleOf(issue: z.core.$ZodIssue): BrokenRule {
  return {
    code: isRuleCode(issue.message) ? issue.message : 'inputMalformed',
    params: issue.code === 'too_big' ? { max: Number(issue.maximum) } : { field: issue.path.join('.') },
  }
}

/** @throws RuleBroken textMissing, dateInvalid, dateInFuture, dateTooEarly */
function paidOnFrom(text: string, today: Day): Day {
  if (text.trim() === '') throw new RuleBroken('textMissing', ['paidOn'])
  const paidOn = typedDay(text, today)
  if (paidOn === null) throw new RuleBroken('dateInvalid', ['paidOn'])
  assertPaidOn(paidOn, today)
  return paidOn
}

function ruled<Value>(
  errors: Partial<Record<DraftField, BrokenRule>>,
  field: DraftField,
  read: () => Value,
): Value | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
    errors[field] = { code: error.code, params: error.params }
    return null
  }
}
