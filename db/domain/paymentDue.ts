import Big from 'big.js'
import { z } from 'zod'
import { addDays, type Day, day, daysBetween } from './day.ts'
import { type Fen, positiveFen, totalFen } from './fen.ts'
import { pageInput, pageOf } from './page.ts'
import { rule } from './rule.ts'
import { optionalCode, optionalParagraph, reasonText } from './text.ts'

/** 付款申请 · 验收 · 交付 · 结算: what makes an amount fall due. */
const dueBases = ['application', 'acceptance', 'delivery', 'settlement'] as const

/** 应付账款 of a contract: an amount that falls due a term after the day it was earned. */
export const paymentDue = z.object({
  id: z.string(),
  contractId: z.string(),
  basis: z.enum(dueBases),
  /** 验收、交付、结算之日 */
  happenedOn: day,
  amountFen: totalFen,
  /** By the contract, or by the rule where it says none; kept as it was when it was recorded. */
  termDays: z.int(),
  dueOn: day,
  documentNo: z.string().nullable(),
  memo: z.string().nullable(),
  recordedAt: z.string(),
  actorName: z.string(),
  /** Recorded by mistake and taken back; it then counts nowhere. */
  withdrawnAt: z.string().nullable(),
  withdrawReason: z.string().nullable(),
})
export type PaymentDue = z.infer<typeof paymentDue>

export const recordPaymentDueInput = z.strictObject({
  contractId: z.string(),
  basis: z.enum(dueBases),
  happenedOn: day,
  amountFen: positiveFen,
  documentNo: optionalCode(100),
  memo: optionalParagraph(500),
})

/** Where one due stands on a day. */
export const dueStanding = z.object({
  paidFen: totalFen,
  unpaidFen: totalFen,
  /** Of what is unpaid; null while it is not overdue. */
  overdueDays: z.int().nullable(),
  /** 逾期利息, of what was paid late and of what is still owed. */
  interestFen: totalFen,
  state: z.enum(['open', 'due', 'overdue', 'paid', 'paidLate']),
})
export type DueStanding = z.infer<typeof dueStanding>

export const paymentDueRow = paymentDue.extend({
  ...dueStanding.shape,
  projectId: z.string(),
  projectName: z.string(),
  contractNumber: z.string(),
  contractName: z.string(),
  counterparty: z.string(),
  isSme: z.boolean(),
  /** Of the term. */
  rule,
  /** Of the interest. */
  interestRule: rule,
})
export type PaymentDueRow = z.infer<typeof paymentDueRow>

export const listPaymentDuesInput = z.strictObject({
  projectId: z.string().optional(),
  contractId: z.string().optional(),
  /** unpaid: open, due or overdue. */
  state: z.enum(['unpaid', 'overdue', 'all']).default('all'),
  onlySme: z.boolean().default(true),
  ...pageInput,
})
export const paymentDuePage = pageOf(paymentDueRow).extend({
  /** Of the whole filtered set. */
  totals: z.object({
    unpaidFen: totalFen,
    overdueFen: totalFen,
    overdueCount: z.int(),
    interestFen: totalFen,
  }),
})

/** 年度公布表: what was overdue and unpaid to small enterprises when the year ended (国令802号). */
export const overdueYearInput = z.strictObject({ year: z.int().min(2000).max(2199) })
export const overdueYear = z.object({
  year: z.int(),
  asOf: day,
  publishBy: day,
  items: z.array(
    z.object({
      contractId: z.string(),
      contractNumber: z.string(),
      contractName: z.string(),
      projectName: z.string(),
      counterparty: z.string(),
      overdueFen: totalFen,
      oldestDueOn: day,
      overdueDays: z.int(),
      interestFen: totalFen,
    }),
  ),
  contractCount: z.int(),
  overdueFen: totalFen,
  rule,
})

export type OverdueYear = z.infer<typeof overdueYear>

export const withdrawPaymentDueInput = z.strictObject({ dueId: z.string(), reason: reasonText })

/** Money paid on the contract, reversals and refunds taken off, in the order of days. */
export interface PaidPart {
  readonly paidOn: Day
  readonly amountFen: Fen
}

export interface InterestRule {
  /** Percent a day. */
  readonly dailyPct: number
  readonly noticeDays: number
}

/** Where no term is agreed the rule's own days; an agreed one never beyond the rule's most for a small enterprise. */
export function termOf(
  contract: { readonly isSme: boolean; readonly paymentDays: number | null },
  term: { readonly days: number; readonly maxDays: number },
): number {
  const { isSme, paymentDays } = contract
  if (paymentDays === null) return term.days
  return isSme ? Math.min(paymentDays, term.maxDays) : paymentDays
}

export function dueOnOf(happenedOn: Day, termDays: number): Day {
  return addDays(happenedOn, termDays)
}

/**
 * How the dues of one contract stand: what was paid since the first of them was earned settles the oldest due first.
 * What comes back (negative) is first what was paid beyond all dues, then opens the newest settled again.
 */
export function dueStandings(
  dues: readonly PaymentDue[],
  payments: readonly PaidPart[],
  on: Day,
  { dailyPct, noticeDays }: InterestRule,
): Map<string, DueStanding> {
  const standing = dues
    .filter(({ withdrawnAt, happenedOn }) => withdrawnAt === null && happenedOn <= on)
    .toSorted(
      (a, b) => compared(a.dueOn, b.dueOn) || compared(a.happenedOn, b.happenedOn) || compared(a.id, b.id),
    )
  const since = standing.reduce((first, { happenedOn }) => (happenedOn < first ? happenedOn : first), on)
  const parts = settled(
    standing,
    payments.filter(({ paidOn }) => paidOn >= since && paidOn <= on),
  )
  return new Map(
    standing.map((due) => {
      const own = parts.get(due.id) ?? []
      const paidFen = own.reduce((sum, { amountFen }) => sum + amountFen, 0)
      const unpaidFen = due.amountFen - paidFen
      const late = daysBetween(due.dueOn, on)
      const interest = own.reduce(
        (sum, part) => sum.plus(interestOf(part.amountFen, daysBetween(due.dueOn, part.paidOn), dailyPct)),
        interestOf(unpaidFen, late, dailyPct),
      )
      const wasLate = own.some(({ paidOn }) => paidOn > due.dueOn)
      const state =
        unpaidFen === 0
          ? wasLate
            ? ('paidLate' as const)
            : ('paid' as const)
          : late > 0
            ? ('overdue' as const)
            : late >= -noticeDays
              ? ('due' as const)
              : ('open' as const)
      return [
        due.id,
        {
          paidFen,
          unpaidFen,
          overdueDays: unpaidFen > 0 && late > 0 ? late : null,
          interestFen: interest.round(0, Big.roundHalfUp).toNumber(),
          state,
        },
      ]
    }),
  )
}

/** Which payments settled which due. */
function settled(dues: readonly PaymentDue[], payments: readonly PaidPart[]): Map<string, PaidPart[]> {
  const parts = new Map<string, PaidPart[]>(dues.map(({ id }) => [id, []]))
  let beyond = 0
  for (const { paidOn, amountFen } of payments.toSorted((a, b) => compared(a.paidOn, b.paidOn))) {
    if (amountFen > 0) beyond += settle(dues, parts, { paidOn, amountFen })
    else {
      const ofBeyond = Math.min(beyond, -amountFen)
      beyond -= ofBeyond
      reopen(dues, parts, -amountFen - ofBeyond)
    }
  }
  return parts
}

/** The oldest due first; answers what is left when all are settled. */
function settle(
  dues: readonly PaymentDue[],
  parts: Map<string, PaidPart[]>,
  { paidOn, amountFen }: PaidPart,
): Fen {
  let left = amountFen
  for (const due of dues) {
    const own = parts.get(due.id) ?? []
    const taken = Math.min(due.amountFen - own.reduce((sum, part) => sum + part.amountFen, 0), left)
    if (taken > 0) own.push({ paidOn, amountFen: taken })
    left -= taken
    if (left === 0) break
  }
  return left
}

/** The newest due first, and of each what was paid last. */
function reopen(dues: readonly PaymentDue[], parts: Map<string, PaidPart[]>, amountFen: Fen) {
  let left = amountFen
  for (const due of dues.toReversed()) {
    const own = parts.get(due.id) ?? []
    for (let last = own.at(-1); last !== undefined && left > 0; last = own.at(-1)) {
      own.pop()
      const rest = last.amountFen - left
      if (rest > 0) own.push({ ...last, amountFen: rest })
      left = Math.max(0, -rest)
    }
  }
}

function interestOf(amountFen: Fen, days: number, dailyPct: number): Big {
  return days <= 0 ? new Big(0) : new Big(amountFen).times(dailyPct).times(days).div(100)
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
