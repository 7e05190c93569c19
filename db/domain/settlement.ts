import { z } from 'zod'
import type { ContractRow } from './contract.ts'
import { addDays, type Day, day } from './day.ts'
import { type Fen, positiveFen, totalFen } from './fen.ts'
import { pctOf } from './fenPart.ts'
import { heldOf } from './retention.ts'
import { type Rule, rule } from './rule.ts'
import { ruleOn, thresholdOf } from './ruleTable.ts'

export const previewSettlementInput = z.strictObject({
  contractId: z.string(),
  settlementFen: positiveFen,
  settledOn: day,
})

/** What a settlement does to a contract: to what is committed, retained, still to be paid, or overpaid. */
export const settlementEffect = z.object({
  committedFen: totalFen,
  settlementFen: totalFen,
  retentionDueFen: totalFen,
  /** In cash, less what a guarantee stands for and what was released. */
  retentionHeldFen: totalFen,
  paidFen: totalFen,
  /** Still to be paid while the retention is held; never below zero. */
  leftFen: totalFen,
  overpaidFen: totalFen,
  /** Null where nothing was overpaid. */
  overpaidDueOn: day.nullable(),
  retentionRule: rule,
  overpaidRule: rule,
})

export function settlementEffectOf(
  contract: ContractRow,
  settlement: { readonly settlementFen: Fen; readonly settledOn: Day },
  held: { readonly guaranteeFen: Fen; readonly releasedFen: Fen },
  rules: readonly Rule[],
): z.infer<typeof settlementEffect> {
  const { settlementFen, settledOn } = settlement
  const overpaidRule = ruleOn(rules, 'overpaidReturn', contract.signedOn)
  const retentionDueFen = pctOf(settlementFen, contract.retentionPct ?? 0)
  const retentionHeldFen = heldOf(retentionDueFen, held.guaranteeFen, held.releasedFen)
  const overpaidFen = Math.max(0, contract.paidFen - settlementFen)
  return {
    committedFen: contract.committedFen,
    settlementFen,
    retentionDueFen,
    retentionHeldFen,
    paidFen: contract.paidFen,
    leftFen: Math.max(0, settlementFen - retentionHeldFen - contract.paidFen),
    overpaidFen,
    overpaidDueOn: overpaidFen > 0 ? addDays(settledOn, thresholdOf(overpaidRule, 'days', 30)) : null,
    retentionRule: ruleOn(rules, 'retentionRate', contract.signedOn),
    overpaidRule,
  }
}
