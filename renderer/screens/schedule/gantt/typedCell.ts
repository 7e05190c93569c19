import { type PlanDate, parsePlanDate, spanOf } from '../../../../db/domain/planDate.ts'
import type { Language } from '../../../../db/domain/ruleText.ts'
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

/** A date that can be put on the chart as a day. */
export function isDay(date: PlanDate): boolean {
  return spanOf(date).precision === 'day'
}

export function typedDate(text: string): PlanDate | null {
  return parsePlanDate(text)
}
