import { z } from 'zod'
import { addMonths, type Day, day, daysBetween } from './day.ts'
import { type Fen, positiveFen, totalFen } from './fen.ts'
import { pctOf } from './fenPart.ts'
import { pageInput } from './page.ts'
import { rule } from './rule.ts'
import { RuleBroken } from './ruleBroken.ts'
import type { RuleCode } from './ruleText.ts'
import { optionalLine, optionalParagraph, reasonText } from './text.ts'

/** 缺陷责任期 of a contract, and the 保函 that replaces cash retention. */
export const retention = z.object({
  id: z.string(),
  contractId: z.string(),
  /** 缺陷责任期; both or neither. Its last day is when the retention falls due. */
  defectsFrom: day.nullable(),
  defectsTo: day.nullable(),
  /** 保函金额; with it issuer and expiry, else none of the three. */
  guaranteeFen: totalFen.nullable(),
  guaranteeIssuer: z.string().nullable(),
  guaranteeNo: z.string().nullable(),
  guaranteeExpiresOn: day.nullable(),
  note: z.string().nullable(),
  recordedAt: z.string(),
})
export type Retention = z.infer<typeof retention>

export const setRetentionInput = z.strictObject({
  contractId: z.string(),
  defectsFrom: day.nullish(),
  defectsTo: day.nullish(),
  guaranteeFen: positiveFen.nullish(),
  guaranteeIssuer: optionalLine(200),
  guaranteeNo: optionalLine(100),
  guaranteeExpiresOn: day.nullish(),
  note: optionalParagraph(500),
  reason: reasonText,
  overrideReason: reasonText.optional(),
})
export type SetRetention = z.infer<typeof setRetentionInput>

const retentionStates = ['none', 'held', 'due', 'overdue', 'released', 'guaranteed'] as const

/** Where the retention of one contract stands. */
export const retentionStanding = z.object({
  /** 结算价 once settled, else 完成投资; null where no work was measured. */
  basisFen: totalFen.nullable(),
  basis: z.enum(['settlement', 'done']),
  /** 应扣: the contract's share of the basis. */
  dueFen: totalFen.nullable(),
  /** What stands on the day; null where there is none, or it expired while it was needed. */
  guaranteeFen: totalFen.nullable(),
  releasedFen: totalFen,
  /** Held in cash: the share less what a guarantee stands for and what was released. */
  heldFen: totalFen,
  releaseDueOn: day.nullable(),
  overdueDays: z.int().nullable(),
  state: z.enum(retentionStates),
})
export type RetentionStanding = z.infer<typeof retentionStanding>

export const retentionRow = retentionStanding.extend({
  contractId: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  number: z.string(),
  name: z.string(),
  counterparty: z.string(),
  retentionPct: z.number().nullable(),
  isOverRule: z.boolean(),
  retention: retention.nullable(),
  rule,
})
export type RetentionRow = z.infer<typeof retentionRow>

export const listRetentionsInput = z.strictObject({
  projectId: z.string().optional(),
  /** open: something is held, due or overdue. */
  state: z.enum(['open', 'all']).default('all'),
  ...pageInput,
})

export function retentionStandingOf(
  sums: {
    readonly pct: number | null
    readonly doneFen: Fen | null
    readonly settlementFen: Fen | null
    readonly releasedFen: Fen
    readonly retention: Guarantee | null
  },
  today: Day,
): RetentionStanding {
  const { pct, doneFen, settlementFen, releasedFen, retention } = sums
  const basisFen = settlementFen ?? doneFen
  const dueFen = pct === null || basisFen === null ? null : pctOf(basisFen, pct)
  const guaranteeFen = guaranteeOn(retention, today)
  const heldFen = heldOf(dueFen ?? 0, guaranteeFen ?? 0, releasedFen)
  const releaseDueOn = retention?.defectsTo ?? null
  const lateDays = releaseDueOn === null || heldFen === 0 ? null : daysBetween(releaseDueOn, today)
  return {
    basisFen,
    basis: settlementFen === null ? 'done' : 'settlement',
    dueFen,
    guaranteeFen,
    releasedFen,
    heldFen,
    releaseDueOn,
    overdueDays: lateDays !== null && lateDays > 0 ? lateDays : null,
    state: stateOf({ dueFen, heldFen, guaranteeFen, releasedFen, lateDays }),
  }
}

type Guarantee = Pick<Retention, 'defectsTo' | 'guaranteeFen' | 'guaranteeExpiresOn'>

/** A 保函 replaces cash until it expires; one that outlasts the 缺陷责任期 leaves nothing to hold after it. */
export function guaranteeOn(retention: Guarantee | null, on: Day): Fen | null {
  if (retention === null || retention.guaranteeFen === null) return null
  const { defectsTo, guaranteeExpiresOn, guaranteeFen } = retention
  const hasCovered = defectsTo !== null && guaranteeExpiresOn !== null && guaranteeExpiresOn >= defectsTo
  return hasCovered || (guaranteeExpiresOn ?? on) >= on ? guaranteeFen : null
}

/** What is held in cash: never less than nothing. */
export function heldOf(dueFen: Fen, guaranteeFen: Fen, releasedFen: Fen): Fen {
  return Math.max(0, dueFen - guaranteeFen - releasedFen)
}

/** 缺陷责任期 longer than the rule allows; the guarantee ends before it. */
export function retentionWarnings(
  set: Pick<SetRetention, 'defectsFrom' | 'defectsTo' | 'guaranteeExpiresOn'>,
  maxMonths: number,
): RuleCode[] {
  const { defectsFrom, defectsTo, guaranteeExpiresOn } = set
  const warnings: RuleCode[] = []
  if (isDay(defectsFrom) && isDay(defectsTo) && defectsTo > addMonths(defectsFrom, maxMonths))
    warnings.push('defectsPeriodTooLong')
  if (isDay(guaranteeExpiresOn) && isDay(defectsTo) && guaranteeExpiresOn < defectsTo)
    warnings.push('guaranteeTooShort')
  return warnings
}

/** @throws RuleBroken defectsPeriodHalf, defectsPeriodReversed, guaranteeHalf */
export function assertWhole(set: SetRetention): void {
  const { defectsFrom, defectsTo, guaranteeFen, guaranteeIssuer, guaranteeExpiresOn } = set
  if (isDay(defectsFrom) !== isDay(defectsTo))
    throw new RuleBroken('defectsPeriodHalf', [isDay(defectsFrom) ? 'defectsTo' : 'defectsFrom'])
  if (isDay(defectsFrom) && isDay(defectsTo) && defectsTo <= defectsFrom)
    throw new RuleBroken('defectsPeriodReversed', ['defectsTo'])
  const given = {
    guaranteeFen: guaranteeFen !== null && guaranteeFen !== undefined,
    guaranteeIssuer: guaranteeIssuer !== null,
    guaranteeExpiresOn: isDay(guaranteeExpiresOn),
  }
  const missing = Object.entries(given).filter(([, isGiven]) => !isGiven)
  if (missing.length > 0 && missing.length < 3)
    throw new RuleBroken(
      'guaranteeHalf',
      missing.map(([name]) => name),
    )
}

function isDay(on: Day | null | undefined): on is Day {
  return on !== null && on !== undefined
}

function stateOf({
  dueFen,
  heldFen,
  guaranteeFen,
  releasedFen,
  lateDays,
}: {
  readonly dueFen: Fen | null
  readonly heldFen: Fen
  readonly guaranteeFen: Fen | null
  readonly releasedFen: Fen
  readonly lateDays: number | null
}): RetentionStanding['state'] {
  if (dueFen === null || dueFen === 0) return guaranteeFen === null ? 'none' : 'guaranteed'
  if (heldFen === 0) return releasedFen > 0 ? 'released' : 'guaranteed'
  if (lateDays === null || lateDays < 0) return 'held'
  return lateDays === 0 ? 'due' : 'overdue'
}
