import { z } from 'zod'
import type { Fen } from '../../../db/domain/fen.ts'
import { formatFen } from '../../../db/domain/fen.ts'
import { type Language, ruleText } from '../../../db/domain/ruleText.ts'
import type { FieldFault } from '../../fieldFault.ts'
import { type AmountSign, typedAmount } from './typedAmount.ts'

/** One part of a split as typed. */
export interface SplitDraft {
  readonly budgetLineId?: string | undefined
  readonly amount?: string | undefined
}

/** What the parts typed so far leave of the whole; null while the whole is no amount yet. */
export function remainingOf(
  amount: unknown,
  lines: unknown,
  sign: AmountSign,
  language: Language,
): Fen | null {
  const read = (text: unknown) =>
    typedAmount(typeof text === 'string' ? text : '', 'yuan', sign, language).fen
  const whole = read(amount)
  const parts = draftLines.safeParse(lines)
  if (whole === null || !parts.success) return whole
  return parts.data.reduce((left, part) => left - (read(part?.amount) ?? 0), whole)
}

/** The parts for a request, and what is wrong with them. */
export function readSplit(
  lines: readonly SplitDraft[] | undefined,
  wholeFen: Fen | null,
  sign: AmountSign,
  language: Language,
) {
  const read = (lines ?? []).map((line) => ({
    budgetLineId: line.budgetLineId === undefined || line.budgetLineId === '' ? null : line.budgetLineId,
    ...typedAmount(line.amount, 'yuan', sign, language),
  }))
  const faults: FieldFault[] = read.flatMap(({ fault }, index) =>
    fault === null ? [] : [{ field: `lines.${String(index)}.amountFen`, message: fault }],
  )
  const gap = (wholeFen ?? 0) - read.reduce((sum, { fen }) => sum + (fen ?? 0), 0)
  if (read.length > 0 && faults.length === 0 && wholeFen !== null && gap !== 0)
    faults.push({
      field: 'lines',
      message: ruleText('lineSplitUnequal', { gap: formatFen(gap, 'yuan') }, language),
    })
  return {
    lines: read.map(({ budgetLineId, fen }) => ({ budgetLineId, amountFen: fen ?? 0 })),
    faults,
  }
}

const draftLines = z.array(
  z.object({ budgetLineId: z.string().optional(), amount: z.string().optional() }).optional(),
)
