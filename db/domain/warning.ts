import { RuleBroken } from './ruleBroken.ts'
import type { RuleCode } from './ruleText.ts'

/**
 * A broken rule that only warns: it is passed over by a reason, which the chain keeps. Answers the reason to keep: none
 * where nothing was broken, so that one typed for an amount that was mended since does not stand at the right one.
 * @throws RuleBroken warningsNeedReason with the codes, parted by commas
 */
export function reasonFor(warnings: readonly RuleCode[], reason: string | null | undefined): string | null {
  if (warnings.length === 0) return null
  if (reason !== null && reason !== undefined) return reason
  throw new RuleBroken('warningsNeedReason', ['overrideReason'], { codes: [...new Set(warnings)].join(',') })
}

/** A command's own reason, and the one for passing over a warning. */
export function joinedReasons(reason: string, override: string | null): string {
  return override === null ? reason : `${reason}；${override}`
}
