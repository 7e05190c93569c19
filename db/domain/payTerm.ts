import { z } from 'zod'
import type { AdvanceStanding } from './advance.ts'
import { day } from './day.ts'
import { type Fen, totalFen } from './fen.ts'
import { pctOf } from './fenPart.ts'

/** A part of a reckoning that entries add up to; what is taken off is negative. */
const payPart = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'committed',
      'done',
      'paid',
      'advancePaid',
      'advanceRefunded',
      'recovered',
      'advanceShare',
      'advanceSettled',
      'guarantee',
      'released',
      'projectPaid',
      /** Of all sources together. */
      'inHand',
    ]),
    amountFen: totalFen,
  }),
  /** A share of the work done or of what was settled, or of the price as signed. */
  z.object({
    kind: z.enum(['doneShare', 'settledShare', 'signedShare']),
    amountFen: totalFen,
    pct: z.number(),
    ofFen: totalFen,
  }),
  /** What a source received and paid. */
  z.object({ kind: z.enum(['received', 'fundPaid']), amountFen: totalFen, fundId: z.string() }),
  z.object({ kind: z.literal('budget'), amountFen: totalFen, versionId: z.string() }),
  /** Nothing is released before the end of 缺陷责任期. */
  z.object({ kind: z.literal('beforeRelease'), amountFen: totalFen, until: day }),
])
export type PayPart = z.infer<typeof payPart>

/** One term of a limit: the terms add up to it. Some are reckoned themselves, never below nothing where they are held. */
export const payTerm = z.discriminatedUnion('kind', [
  payPart,
  z.object({
    kind: z.enum(['advanceLeft', 'retentionHeld']),
    amountFen: totalFen,
    parts: z.array(payPart),
  }),
  z.object({
    kind: z.literal('fund'),
    amountFen: totalFen,
    fundId: z.string(),
    fundName: z.string(),
    parts: z.array(payPart),
  }),
])
export type PayTerm = z.infer<typeof payTerm>

/** What is left of an advance: by the recoveries recorded, else by the share that is due; nothing once settled. */
export function advanceParts(standing: AdvanceStanding, isSettled: boolean): PayPart[] {
  const { paidFen, refundedFen, recoveredFen, dueFen } = standing
  const taken = isSettled
    ? ([{ kind: 'advanceSettled', amountFen: less(paidFen - refundedFen) }] as const)
    : recoveredFen !== null
      ? ([{ kind: 'recovered', amountFen: less(recoveredFen) }] as const)
      : dueFen === null
        ? []
        : ([{ kind: 'advanceShare', amountFen: less(dueFen) }] as const)
  return [
    { kind: 'advancePaid', amountFen: paidFen },
    ...(refundedFen === 0 ? [] : [{ kind: 'advanceRefunded', amountFen: less(refundedFen) } as const]),
    ...taken,
  ]
}

/** What is held as 质保金: the share, less what a 保函 stands for and what was released. */
export function retentionParts(
  share: { readonly ofFen: Fen; readonly pct: number; readonly isSettled: boolean },
  guaranteeFen: Fen,
  releasedFen: Fen,
): PayPart[] {
  return [
    shareOf(share.isSettled ? 'settledShare' : 'doneShare', share.ofFen, share.pct),
    ...(guaranteeFen === 0 ? [] : [{ kind: 'guarantee', amountFen: less(guaranteeFen) } as const]),
    ...(releasedFen === 0 ? [] : [{ kind: 'released', amountFen: less(releasedFen) } as const]),
  ]
}

/** What each source holds; null where no receipt is recorded. */
export function fundTerms(funds: readonly FundInHand[] | null): PayTerm[] | null {
  return (
    funds?.map(({ fundId, fundName, receivedFen, paidFen, balanceFen }) => ({
      kind: 'fund',
      amountFen: balanceFen,
      fundId,
      fundName,
      parts: [
        { kind: 'received', amountFen: receivedFen, fundId },
        { kind: 'fundPaid', amountFen: less(paidFen), fundId },
      ],
    })) ?? null
  )
}

interface FundInHand {
  readonly fundId: string
  readonly fundName: string
  readonly receivedFen: Fen
  readonly paidFen: Fen
  readonly balanceFen: Fen
}

export function shareOf(
  kind: 'doneShare' | 'settledShare' | 'signedShare',
  ofFen: Fen,
  pct: number,
): PayPart {
  return { kind, amountFen: pctOf(ofFen, pct), pct, ofFen }
}

/** Taken off. Nothing taken off is 0, not -0. */
export function less(fen: Fen): Fen {
  return 0 - fen
}
