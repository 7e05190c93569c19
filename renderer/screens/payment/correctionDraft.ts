import { parseDay } from '../../../db/domain/day.ts'
import { formatFen } from '../../../db/domain/fen.ts'
import { splitByWeight } from '../../../db/domain/fundSplit.ts'
import type { PaymentKind, PaymentRow, RefundKind } from '../../../db/domain/payment.ts'
import type { Language } from '../../../db/domain/ruleText.ts'
import type { RequestInput } from '../../../db/requests/requests.ts'
import type { FieldFault } from '../../fieldFault.ts'
import { typedAmount } from '../money/typedAmount.ts'

export type Mistake = 'cancel' | 'replace' | 'adjust'

/** What stands in the form, as typed; the right entry begins as the wrong one. */
export interface CorrectionDraft {
  readonly mistake?: Mistake
  readonly correctedOn?: string
  readonly voucherNo?: string
  readonly reason?: string
  readonly overrideReason?: string
  readonly isNoDuplicate?: boolean
  readonly projectId?: string
  readonly kind?: PaymentKind | ''
  readonly contractId?: string
  readonly refundOf?: RefundKind | ''
  readonly budgetLineId?: string
  readonly payee?: string
  readonly purpose?: string
  readonly amount?: string
  readonly rightVoucherNo?: string
  readonly invoiceNo?: string
  readonly isWithFiles?: boolean
  /** same, auto, none, or the id of the one source. */
  readonly fund?: string
}

export function correctionDraftOf(wrong: PaymentRow, today: string): CorrectionDraft {
  return {
    mistake: 'cancel',
    correctedOn: today,
    projectId: wrong.projectId,
    kind: wrong.kind ?? '',
    contractId: wrong.contractId ?? '',
    refundOf: wrong.refundOf ?? '',
    budgetLineId: wrong.budgetLineId ?? '',
    payee: wrong.payee,
    purpose: wrong.purpose,
    invoiceNo: wrong.invoiceNo ?? '',
    isWithFiles: true,
    amount: formatFen(Math.abs(wrong.amountFen + wrong.adjustedFen), 'yuan').replaceAll(',', ''),
    fund: wrong.fundSplit.length > 0 ? 'same' : 'none',
  }
}

/** The input without its key, and what is wrong with what was typed. */
export function readCorrection(draft: CorrectionDraft, wrong: PaymentRow, language: Language) {
  const mistake = draft.mistake ?? 'cancel'
  const correctedOn = parseDay(draft.correctedOn ?? '') ?? draft.correctedOn ?? ''
  const amount = typedAmount(draft.amount, 'yuan', 'positive', language)
  const faults: FieldFault[] =
    mistake === 'cancel' || amount.fault === null ? [] : [{ field: 'amount', message: amount.fault }]
  const input: Omit<RequestInput<'correctPayment'>, 'idempotencyKey'> = {
    paymentId: wrong.id,
    correctedOn,
    reason: draft.reason ?? '',
    voucherNo: draft.voucherNo ?? null,
    how: howOf(mistake, draft, wrong, { correctedOn, amountFen: amount.fen ?? 1 }),
    ...(draft.isNoDuplicate === true ? { confirmDuplicate: true } : {}),
  }
  return { input, faults }
}

function howOf(
  mistake: Mistake,
  draft: CorrectionDraft,
  wrong: PaymentRow,
  { correctedOn, amountFen }: { readonly correctedOn: string; readonly amountFen: number },
): RequestInput<'correctPayment'>['how'] {
  switch (mistake) {
    case 'cancel':
      return { kind: 'cancel' }
    case 'adjust':
      return { kind: 'adjust', amountFen }
    case 'replace':
      return {
        kind: 'replace',
        right: {
          projectId: draft.projectId ?? '',
          paidOn: correctedOn,
          amountFen,
          payee: draft.payee ?? '',
          purpose: draft.purpose ?? '',
          voucherNo: draft.rightVoucherNo ?? null,
          kind: draft.kind === undefined || draft.kind === '' ? null : draft.kind,
          contractId: blank(draft.contractId),
          budgetLineId: blank(draft.budgetLineId),
          invoiceNo: blank(draft.invoiceNo),
          ...(isRefundSaid(draft) ? { refundOf: draft.refundOf } : {}),
          ...splitOf(draft.fund ?? 'auto', wrong, amountFen),
        },
        withFiles: draft.isWithFiles ?? false,
      }
  }
}

function isRefundSaid(draft: CorrectionDraft): draft is CorrectionDraft & { readonly refundOf: RefundKind } {
  const { kind, contractId, refundOf } = draft
  return kind === 'refund' && blank(contractId) !== null && refundOf !== undefined && refundOf !== ''
}

/** As the wrong one had them, for another amount by the same shares. */
function splitOf(fund: string, wrong: PaymentRow, amountFen: number) {
  if (fund === 'none') return { fundSplit: [] }
  if (fund === 'auto') return {}
  if (fund !== 'same') return { fundSplit: [{ fundId: fund, amountFen }] }
  const shares = wrong.fundSplit.map((part) => ({
    fundId: part.fundId,
    weightFen: Math.abs(part.amountFen),
    capFen: amountFen,
  }))
  return { fundSplit: splitByWeight(amountFen, shares) }
}

function blank(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
