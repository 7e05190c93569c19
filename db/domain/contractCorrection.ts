import { z } from 'zod'
import {
  type Contract,
  contractKinds,
  type LineSplit,
  lineSplit,
  paymentDays,
  signedFen,
} from './contract.ts'
import { type Day, day } from './day.ts'
import { type Fen, positiveFen } from './fen.ts'
import { assertAddsUp } from './fenPart.ts'
import { RuleBroken } from './ruleBroken.ts'
import { editedParagraph, reasonText, requiredLine } from './text.ts'

const editedPct = z
  .number({ error: 'pctOutOfRange' })
  .min(0, { error: 'pctOutOfRange' })
  .max(100, { error: 'pctOutOfRange' })
  .nullish()

/** Puts right what was typed wrongly; only what is given is changed. What the parties agreed anew is a 变更签证. */
export const correctContractInput = z.strictObject({
  contractId: z.string(),
  number: requiredLine(100).optional(),
  name: requiredLine(200).optional(),
  counterparty: requiredLine(200).optional(),
  kind: z.enum(contractKinds).optional(),
  signedOn: day.optional(),
  amountFen: positiveFen.optional(),
  advancePct: editedPct,
  progressPct: editedPct,
  retentionPct: editedPct,
  isSme: z.boolean().optional(),
  paymentDays: paymentDays.nullish(),
  paymentTerms: editedParagraph(2000),
  /** The split as it should have been signed; adds up to the amount. */
  lines: lineSplit.optional(),
  reason: reasonText,
  overrideReason: reasonText.optional(),
})
export type CorrectContract = z.infer<typeof correctContractInput>

/** Of a pending change only; an approved one is put right by another change. */
export const correctContractChangeInput = z.strictObject({
  changeId: z.string(),
  number: requiredLine(100).optional(),
  title: requiredLine(200).optional(),
  amountFen: signedFen.optional(),
  budgetLineId: z.string().nullish(),
  drawsOnContingency: z.boolean().optional(),
  reason: reasonText,
})

export const withdrawContractChangeInput = z.strictObject({ changeId: z.string(), reason: reasonText })

/**
 * The contract put right, with its split where that changes.
 * @throws RuleBroken contractSettled (price and split stand once settled), lineSplitUnequal, nothingChanged
 */
export function correctedContract(
  contract: Contract,
  signed: LineSplit,
  input: CorrectContract,
): { readonly corrected: Contract; readonly lines: LineSplit | null } {
  const corrected = merged(contract, input)
  const lines = newSplit(signed, corrected.amountFen, input.lines)
  if (contract.state === 'settled' && (lines !== null || corrected.amountFen !== contract.amountFen))
    throw new RuleBroken('contractSettled', [lines === null ? 'amountFen' : 'lines'])
  if (lines === null && sameContract(contract, corrected)) throw new RuleBroken('nothingChanged')
  return { corrected, lines }
}

/** Work or an approved change before the contract was signed is a slip of one of the two. @throws RuleBroken */
export function assertSignedBefore(signedOn: Day, firstEntry: Day | null): void {
  if (firstEntry !== null && signedOn.slice(0, firstEntry.length) > firstEntry)
    throw new RuleBroken('contractSignedAfterEntries', ['signedOn'], { on: firstEntry })
}

function merged(contract: Contract, input: CorrectContract): Contract {
  const { number = contract.number, name = contract.name, counterparty = contract.counterparty } = input
  const { kind = contract.kind, signedOn = contract.signedOn, amountFen = contract.amountFen } = input
  const { isSme = contract.isSme } = input
  const { advancePct = contract.advancePct, retentionPct = contract.retentionPct } = input
  const { progressPct = contract.progressPct } = input
  const { paymentDays = contract.paymentDays, paymentTerms = contract.paymentTerms } = input
  return {
    ...contract,
    ...{ number, name, counterparty, kind, signedOn, amountFen, isSme },
    ...{ advancePct, progressPct, retentionPct, paymentDays, paymentTerms },
  }
}

/** Null where the split stays as signed; a contract of one 科目 keeps it whatever its price. */
function newSplit(signed: LineSplit, amountFen: Fen, lines: LineSplit | undefined): LineSplit | null {
  if (lines !== undefined && lines.length > 0) {
    assertAddsUp(lines, amountFen, 'lineSplitUnequal', 'lines')
    return sameSplit(signed, lines) ? null : lines
  }
  const [only, ...others] = signed
  const whole: LineSplit =
    lines !== undefined || only === undefined
      ? [{ budgetLineId: null, amountFen }]
      : others.length === 0
        ? [{ budgetLineId: only.budgetLineId, amountFen }]
        : signed
  assertAddsUp(whole, amountFen, 'lineSplitUnequal', 'lines')
  return sameSplit(signed, whole) ? null : whole
}

function sameSplit(a: LineSplit, b: LineSplit) {
  const text = (split: LineSplit) =>
    split.map(({ budgetLineId, amountFen }) => `${budgetLineId ?? ''} ${String(amountFen)}`).toSorted()
  return text(a).join(';') === text(b).join(';')
}

function sameContract(a: Contract, b: Contract) {
  return JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted())
}
