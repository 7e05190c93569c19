import { z } from 'zod'
import { type Day, day } from './day.ts'
import { RuleBroken } from './ruleBroken.ts'
import { reasonText } from './text.ts'

/** The one row of an alert that somebody acknowledged; earlier ones are in the chain. */
export interface AlertAcknowledgement {
  readonly id: string
  readonly alertId: string
  /** As figuresOf an alert gives them. */
  readonly figures: string
  readonly until: Day | null
  readonly reason: string
  readonly acknowledgedAt: string
  readonly acknowledgedBy: string
  readonly withdrawnAt: string | null
}

export const acknowledgeAlertInput = z.strictObject({
  alertId: z.string().min(1).max(200),
  reason: reasonText,
  /** The last day on which it stays quiet; left out: until its figures change. */
  until: day.nullish(),
})
export const reopenAlertInput = z.strictObject({ alertId: z.string().min(1).max(200), reason: reasonText })

/** @throws RuleBroken dateInPast */
export function assertFuture(until: Day | null, today: Day): void {
  if (until !== null && until < today) throw new RuleBroken('dateInPast', ['until'], { today })
}
