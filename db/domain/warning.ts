import { RuleBroken } from './ruleBroken.ts'
import type { RuleCode } from './ruleText.ts'

/**
 * A broken rule that only warns: it is passed over by a reason, which the chain keeps.
 * @throws RuleBroken warningsNeedReason with the codes, parted by commas
 */
export function assertReasonFor(warnings: readonly RuleCode[], reason: string | null | undefined): void {
  if (warnings.length === 0 || (reason !== null && reason !== undefined)) return
  throw new RuleBroken('warningsNeedReason', ['overrideReason'], { codes: [...new Set(warnings)].join(',') })
}
