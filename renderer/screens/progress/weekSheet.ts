import type { Day } from '../../../db/domain/day.ts'
import { spanOf } from '../../../db/domain/planDate.ts'
import type { ReportMilestone } from '../../../db/domain/progressReport.ts'
import type { Language } from '../../../db/domain/ruleText.ts'
import type { WeekTaskRow } from '../../../db/domain/week.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { type FieldFault, faultsOfError } from '../../fieldFault.ts'
import { draftOf, type ReportDraft, readReport } from '../milestone/reportDraft.ts'
import { typedPlanDate } from '../milestone/typedPlanDate.ts'

/** What is typed of each task; a row that is not here says nothing. */
export type WeekSheet = ReadonlyMap<string, ReportDraft>
export type CellFaults = ReadonlyMap<string, readonly FieldFault[]>
export const textCells = ['actualStartOn', 'actualOn', 'progressPct', 'forecast', 'note'] as const
export type TextCell = (typeof textCells)[number]

/** As it stands in the row: typed, else as it was reported last. */
export function draftIn(sheet: WeekSheet, task: WeekTaskRow, language: Language): ReportDraft {
  return sheet.get(task.id) ?? draftOf(task, language)
}

/** A day on which it ended means done; a first percentage, or a day on which it began, means under way. */
export function withCell(draft: ReportDraft, cell: TextCell, text: string): ReportDraft {
  const typed = { ...draft, [cell]: text }
  if (text.trim() === '') return typed
  if (cell === 'actualOn') return { ...typed, status: 'done', progressPct: '100' }
  const begins = cell === 'actualStartOn' || (cell === 'progressPct' && Number(text) > 0)
  return begins && draft.status === 'notStarted' ? { ...typed, status: 'inProgress' } : typed
}

/** The same cell as in another row. */
export function withCopied(draft: ReportDraft, from: ReportDraft, cell: string): ReportDraft {
  if (cell === 'status') return { ...draft, status: from.status }
  if (cell === 'delayReason') return { ...draft, delayReason: from.delayReason ?? '' }
  const known = textCells.find((name) => name === cell)
  return known === undefined ? draft : withCell(draft, known, from[known] ?? '')
}

/** Whether the forecast lies behind the target, so that a reason is wanted. */
export function isDelayed(task: WeekTaskRow, draft: ReportDraft): boolean {
  const target = task.due ?? task.plannedFinish
  const forecast = typedPlanDate(draft.forecast)
  if (target === null || forecast === null || draft.status === 'done') return false
  const span = forecastSpan(forecast)
  return span !== null && span.last > spanOf(target).last
}

/** All typed rows read by the rules that the db applies, as of a day; the faults of each row at its cells. */
export function readSheet(
  sheet: WeekSheet,
  tasks: readonly WeekTaskRow[],
  asOf: string,
  today: Day,
  language: Language,
): { readonly reports: readonly ReportMilestone[]; readonly faults: CellFaults } {
  const faults = new Map<string, readonly FieldFault[]>()
  const reports: ReportMilestone[] = []
  for (const task of tasks) {
    const draft = sheet.get(task.id)
    if (draft === undefined) continue
    const { actualStartOn, ...rest } = draft
    const own = task.kind === 'task' ? { ...rest, actualStartOn: actualStartOn ?? '' } : rest
    const reading = readReport(task.id, { ...own, asOf }, today, language)
    if (reading.ok) reports.push(reading.input)
    else faults.set(task.id, reading.faults)
  }
  return { reports, faults }
}

/** What the db refused, at the row and cell that it names; null where it names none. */
export function faultsOfReports(error: RequestError, reports: readonly ReportMilestone[]): CellFaults | null {
  const found = new Map<string, FieldFault[]>()
  for (const { field, message } of faultsOfError(error)) {
    const [, place, cell] = /^reports\.(\d+)\.(\w+)$/.exec(field) ?? []
    const id = reports[Number(place)]?.milestoneId
    if (id === undefined || cell === undefined) continue
    found.set(id, [...(found.get(id) ?? []), { field: cell, message }])
  }
  return found.size === 0 ? null : found
}

function forecastSpan(date: string) {
  try {
    return spanOf(date)
  } catch {
    // Half typed: the schema says so when it is saved.
    return null
  }
}
