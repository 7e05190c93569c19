import type { Language, RuleCode } from '../../../../db/domain/ruleText.ts'
import {
  type TypedLink,
  typedDuration,
  typedPercent,
  typedPredecessors,
} from '../../../../db/domain/typedTask.ts'
import type { RequestInput } from '../../../../db/requests/requests.ts'
import type { TaskLine } from './taskLine.ts'
import { cellDraft, isDay, type TypedColumn, typedDate } from './typedCell.ts'
import type { ScheduleAsk } from './useProposal.ts'

/** What typing into a cell asks for. */
export type CellChange =
  | { readonly kind: 'ask'; readonly ask: ScheduleAsk }
  | { readonly kind: 'report'; readonly input: RequestInput<'reportMilestone'> }
  /** 100%: the form of 填报 asks for the day. */
  | { readonly kind: 'finish' }

interface Unreadable {
  readonly kind: 'unreadable'
  /** Null: predecessors. */
  readonly code: RuleCode | null
}

/** Reads what was typed; null where it is what stood there. */
export function cellChange(
  column: TypedColumn,
  text: string,
  line: TaskLine,
  lines: readonly TaskLine[],
  language: Language,
): CellChange | Unreadable | null {
  const typed = text.trim()
  if (typed === (cellDraft(column, line, language) ?? '').trim()) return null
  const { task } = line
  const edit = (fields: Partial<RequestInput<'editTask'>>): CellChange => ({
    kind: 'ask',
    ask: { kind: 'edit', input: { taskId: task.id, ...fields } },
  })
  switch (column) {
    case 'name':
      return edit({ name: typed })
    case 'responsible':
      return edit({ responsible: typed === '' ? null : typed })
    case 'due':
      return dateChange(typed, (due) => edit({ due }))
    case 'start':
      return dateChange(typed, (start) =>
        start !== null && isDay(start) ? moved(task.id, { start }) : edit({ start }),
      )
    case 'finish':
      return dateChange(typed, (finish) =>
        finish !== null && isDay(finish) ? moved(task.id, { finish }) : edit({ finish }),
      )
    case 'duration': {
      if (typed === '') return edit({ durationDays: null, durationUnit: null })
      const duration = typedDuration(typed)
      return duration === null ? { kind: 'unreadable', code: 'durationInvalid' } : edit(duration)
    }
    case 'progress':
      return progressChange(typed, line)
    case 'predecessors':
      return linkChange(typedPredecessors(typed), line, lines)
  }
}

function moved(taskId: string, days: { start: string } | { finish: string }): CellChange {
  return { kind: 'ask', ask: { kind: 'move', input: { taskId, ...days } } }
}

function dateChange(typed: string, change: (date: string | null) => CellChange): CellChange | Unreadable {
  if (typed === '') return change(null)
  const date = typedDate(typed)
  return date === null ? { kind: 'unreadable', code: 'planDateInvalid' } : change(date)
}

/** A percentage is a report as of today; 100 needs an actual day as well. */
function progressChange(typed: string, { task }: TaskLine): CellChange | Unreadable {
  const progressPct = typedPercent(typed)
  if (progressPct === null) return { kind: 'unreadable', code: 'progressOutOfRange' }
  if (progressPct === 100) return { kind: 'finish' }
  const status = progressPct === 0 ? 'notStarted' : 'inProgress'
  return { kind: 'report', input: { milestoneId: task.id, status, progressPct } }
}

/** All that the task waits for, as one change: what is not named any more goes. */
function linkChange(
  typed: readonly TypedLink[] | null,
  { task }: TaskLine,
  lines: readonly TaskLine[],
): CellChange | Unreadable {
  if (typed === null) return { kind: 'unreadable', code: null }
  const wanted = typed.flatMap((link) => {
    const predecessor =
      lines.find(({ number }) => String(number) === link.ref) ??
      lines.find(({ task: { wbs } }) => wbs === link.ref)
    return predecessor === undefined ? [] : [{ ...link, predecessorId: predecessor.task.id }]
  })
  if (wanted.length < typed.length) return { kind: 'unreadable', code: null }
  const predecessors = wanted.map(({ predecessorId, kind, lagDays }) => ({
    taskId: predecessorId,
    kind,
    lagDays,
  }))
  return { kind: 'ask', ask: { kind: 'links', input: { taskId: task.id, predecessors } } }
}
