import { type PlanDate, parsePlanDate, spanOf } from '../../../../db/domain/planDate.ts'
import type { Language } from '../../../../db/domain/ruleText.ts'
import type { LinkKind } from '../../../../db/domain/taskLink.ts'
import { plannedEnd } from '../../../../db/domain/taskTree.ts'
import { planDateAsTyped } from '../../milestone/typedPlanDate.ts'
import type { TaskLine } from './taskLine.ts'

/** The columns that can be typed into. */
export const typedColumns = [
  'name',
  'start',
  'finish',
  'duration',
  'progress',
  'responsible',
  'predecessors',
  'due',
] as const
export type TypedColumn = (typeof typedColumns)[number]

export function isTypedColumn(key: string): key is TypedColumn {
  return typedColumns.some((known) => known === key)
}

/** The text with which editing a cell begins; null where the task has no such field. */
export function cellDraft(column: TypedColumn, line: TaskLine, language: Language): string | null {
  const { task } = line
  if (column === 'name') return task.name
  if (column === 'responsible') return task.responsible ?? ''
  if (task.kind === 'summary') return null
  switch (column) {
    case 'start':
      return task.kind === 'task' ? planDateAsTyped(task.plannedStart, language) : null
    case 'finish':
      return planDateAsTyped(plannedEnd(task), language)
    case 'duration':
      return task.kind === 'task' ? durationText(task, language) : null
    case 'progress':
      return String(task.progressPct ?? '')
    case 'predecessors':
      return line.predecessors
    case 'due':
      return planDateAsTyped(task.due, language)
  }
}

/** 10 for workdays, 10日历日 for calendar days. */
export function durationText({ durationDays, durationUnit }: TaskLine['task'], language: Language): string {
  if (durationDays === null) return ''
  if (durationUnit !== 'calendarDay') return String(durationDays)
  return language === 'en' ? `${String(durationDays)}ed` : `${String(durationDays)}日历日`
}

/** 10, 10d, 10天, 10工作日: workdays; 10ed, 10日历日: calendar days. Null when it is none of these. */
export function typedDuration(
  text: string,
): { readonly durationDays: number; readonly durationUnit: 'workday' | 'calendarDay' } | null {
  const match = /^(\d{1,5}) ?(d|天|日|工作日|ed|日历日|日历天)?$/i.exec(text.normalize('NFKC').trim())
  if (match === null) return null
  const isCalendar = /^(ed|日历)/i.test(match[2] ?? '')
  return { durationDays: Number(match[1]), durationUnit: isCalendar ? 'calendarDay' : 'workday' }
}

/** A percentage as typed; null when it is none. */
export function typedPercent(text: string): number | null {
  const match = /^(\d{1,3}(?:\.\d+)?) ?%?$/.exec(text.normalize('NFKC').trim())
  return match === null || Number(match[1]) > 100 ? null : Number(match[1])
}

/** A date that can be put on the chart as a day. */
export function isDay(date: PlanDate): boolean {
  return spanOf(date).precision === 'day'
}

export function typedDate(text: string): PlanDate | null {
  return parsePlanDate(text)
}

export interface TypedLink {
  readonly number: number
  readonly kind: LinkKind
  readonly lagDays: number
}

/** 3, 3FS+2d, 4SS-1, 完成-开始 as FS … several with commas. Null where a part cannot be read. */
export function typedPredecessors(text: string): readonly TypedLink[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[,;、，；]/)
    .map((part) => part.replaceAll(/\s+/g, ''))
    .filter((part) => part !== '')
  const links = parts.map((part): TypedLink | null => {
    const match = /^(\d{1,5})(FS|SS|FF|SF)?(?:([+-])(\d{1,4})(?:d|天|工作日)?)?$/i.exec(part)
    if (match === null) return null
    const kind = kinds[(match[2] ?? 'FS').toUpperCase()] ?? 'FS'
    const lag = Number(match[4] ?? 0)
    return { number: Number(match[1]), kind, lagDays: match[3] === '-' ? 0 - lag : lag }
  })
  return links.every((link) => link !== null) ? links : null
}

const kinds: Readonly<Record<string, LinkKind>> = { FS: 'FS', SS: 'SS', FF: 'FF', SF: 'SF' }
