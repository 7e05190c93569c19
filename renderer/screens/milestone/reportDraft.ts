import type { Day } from '../../../db/domain/day.ts'
import type { Milestone, MilestoneStatus } from '../../../db/domain/milestone.ts'
import {
  assertReport,
  type DelayReason,
  type ReportMilestone,
  reportMilestoneInput,
} from '../../../db/domain/progressReport.ts'
import { RuleBroken } from '../../../db/domain/ruleBroken.ts'
import { type Language, ruleText } from '../../../db/domain/ruleText.ts'
import { type FieldFault, faultsOf } from '../../fieldFault.ts'
import { typedDay } from '../payment/typedDay.ts'
import { planDateAsTyped, typedPlanDate } from './typedPlanDate.ts'

/** The form as typed. */
export interface ReportDraft {
  readonly status: MilestoneStatus
  /** Empty: today. */
  readonly asOf?: string
  /** Of a task; a milestone has no beginning. */
  readonly actualStartOn?: string
  readonly delayReason?: DelayReason | ''
  readonly actualOn?: string
  readonly forecast?: string
  readonly progressPct?: string
  readonly note?: string
}

/** What was reported last, to start from; the note is new each time. */
export function draftOf(
  milestone: Milestone,
  language: Language,
  status: MilestoneStatus = milestone.status,
): ReportDraft {
  return {
    status,
    asOf: '',
    actualStartOn: milestone.actualStart ?? '',
    delayReason: '',
    actualOn: milestone.actual ?? '',
    forecast: planDateAsTyped(milestone.forecast, language),
    progressPct:
      status === 'done' ? '100' : milestone.progressPct === null ? '' : String(milestone.progressPct),
    note: '',
  }
}

export type Reading =
  | { readonly ok: true; readonly input: ReportMilestone }
  | { readonly ok: false; readonly faults: readonly FieldFault[] }

/** Reads what was typed, by the same rules that the db applies. */
export function readReport(milestoneId: string, draft: ReportDraft, today: Day, language: Language): Reading {
  const isDone = draft.status === 'done'
  const asOf = dayTyped(draft.asOf, today)
  const begun = dayTyped(draft.actualStartOn, today)
  const input = {
    milestoneId,
    status: draft.status,
    ...(asOf === null ? {} : { asOf }),
    ...(draft.actualStartOn === undefined ? {} : { actualStartOn: begun }),
    actualOn: isDone ? dayTyped(draft.actualOn, today) : null,
    delayReason: draft.delayReason === '' || draft.delayReason === undefined ? null : draft.delayReason,
    forecast: isDone ? null : typedPlanDate(draft.forecast),
    progressPct: typedPercent(draft.progressPct),
    note: draft.note ?? null,
  }
  const faults = faultsOf(reportMilestoneInput, input, language)
  if (faults.length > 0) return { ok: false, faults }
  const parsed = reportMilestoneInput.parse(input)
  try {
    assertReport(parsed, today)
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
    const message = ruleText(error.code, error.params, language)
    return { ok: false, faults: error.fields.map((field) => ({ field, message })) }
  }
  return { ok: true, input: parsed }
}

/** Text that is no day is kept for the schema to refuse. */
function dayTyped(text: string | undefined, today: Day): string | null {
  const typed = (text ?? '').trim()
  return typed === '' ? null : (typedDay(typed, today) ?? typed)
}

/** Text that is no number becomes NaN, which the schema refuses. */
function typedPercent(text: string | undefined) {
  const typed = (text ?? '').normalize('NFKC').replace(/%$/, '').trim()
  return typed === '' ? null : Number(typed)
}
