import { RuleBroken } from '../../domain/ruleBroken.ts'
import { isSameTask, type Task } from '../../domain/task.ts'
import type { MspdiTask } from './mspdi.ts'

/** What of a task a file changes, as a person is told. */
export type ChangedField =
  | 'name'
  | 'place'
  | 'kind'
  | 'dates'
  | 'duration'
  | 'constraint'
  | 'deadline'
  | 'progress'
  | 'responsible'
  | 'cost'
  | 'calendar'
  | 'note'
  | 'links'

interface Merging {
  readonly known: Task
  /** The known task as the file would say it. */
  readonly written: MspdiTask
  readonly file: MspdiTask
  /** The file's task as it would come in new. */
  readonly imported: Task
  /** Whether tasks stand below it that the file does not name. */
  readonly keepsBelow: boolean
  /** Whether the file names another calendar. */
  readonly isOtherCalendar: boolean
}

/**
 * A known task as the file has it now. What the file says as this app would write it stays as it is, to its precision;
 * what the file has no word for stays, too; and what was reported is not changed by a file.
 * @throws RuleBroken taskParentReported
 */
export function mergedTask(merging: Merging): {
  readonly task: Task
  readonly fields: readonly ChangedField[]
} {
  const { known, written, file, imported, isOtherCalendar } = merging
  const kind = kindOf(merging)
  const common: Task = {
    ...known,
    kind,
    parentId: imported.parentId,
    name: file.name === written.name ? known.name : imported.name,
    responsible: said(file.responsible, written.responsible, known.responsible, imported.responsible),
    note: said(file.note, written.note, known.note, imported.note),
    due: said(file.deadline, written.deadline, known.due, imported.due),
  }
  const task =
    kind === 'summary'
      ? asSummary(common)
      : {
          ...common,
          ...datesOf(merging),
          ...constraintOf(merging),
          ...progressOf(merging),
          costFen: said(file.costFen, written.costFen, known.costFen, imported.costFen),
          calendarId: isOtherCalendar ? imported.calendarId : known.calendarId,
        }
  return { task, fields: isSameTask(task, known) ? [] : fieldsBetween(known, task) }
}

/** Whether what was reported of a task differs from what the file says. */
export function isReportedOtherwise({
  known,
  written,
  file,
}: Pick<Merging, 'known' | 'written' | 'file'>): boolean {
  return known.reportCount > 0 && !isSameProgress(written, file)
}

function said<Value, Own>(file: Value | null, written: Value | null, known: Own, imported: Own): Own {
  return file === null || file === written ? known : imported
}

function kindOf({ known, imported, keepsBelow }: Merging): Task['kind'] {
  const kind = keepsBelow ? 'summary' : imported.kind
  if (kind === 'summary' && known.kind !== 'summary' && known.reportCount > 0)
    throw new RuleBroken('taskParentReported', ['file'], { task: known.name })
  return kind
}

function asSummary(task: Task): Task {
  const none = { plannedStart: null, plannedFinish: null, durationDays: null, durationUnit: null }
  return { ...task, ...none, constraintKind: null, constraintOn: null }
}

function datesOf({ known, written, file, imported }: Merging) {
  const isStart = file.start === written.start && file.startText === written.startText
  const isFinish = file.finish === written.finish && file.finishText === written.finishText
  const isDuration =
    file.durationMinutes === null ||
    (file.durationMinutes === written.durationMinutes && file.isElapsed === written.isElapsed)
  const isMilestone = imported.kind === 'milestone'
  const isSame = known.kind === imported.kind
  return {
    plannedStart: isMilestone
      ? null
      : isStart && isSame
        ? known.plannedStart
        : (imported.plannedStart ?? known.plannedStart),
    plannedFinish: isFinish && isSame ? known.plannedFinish : (imported.plannedFinish ?? known.plannedFinish),
    durationDays: isMilestone ? null : isDuration ? known.durationDays : imported.durationDays,
    durationUnit: isMilestone ? null : isDuration ? known.durationUnit : imported.durationUnit,
  }
}

function constraintOf({ known, written, file, imported }: Merging) {
  const isSame = JSON.stringify(file.constraint) === JSON.stringify(written.constraint)
  const { constraintKind, constraintOn } = isSame ? known : imported
  return { constraintKind, constraintOn }
}

function progressOf(merging: Merging) {
  const { known, file, written, imported } = merging
  const isSilent = file.actualStart === null && file.actualFinish === null && (file.progressPct ?? 0) === 0
  const stays = known.reportCount > 0 || isSilent || isSameProgress(written, file)
  const { status, progressPct, actual, actualStart } = stays ? known : imported
  return { status, progressPct, actual, actualStart }
}

function isSameProgress(written: MspdiTask, file: MspdiTask): boolean {
  return (
    (written.progressPct ?? 0) === (file.progressPct ?? 0) &&
    written.actualStart === file.actualStart &&
    written.actualFinish === file.actualFinish
  )
}

function fieldsBetween(before: Task, after: Task): ChangedField[] {
  const groups: readonly (readonly [ChangedField, readonly (keyof Task)[]])[] = [
    ['name', ['name']],
    ['place', ['parentId']],
    ['kind', ['kind']],
    ['dates', ['plannedStart', 'plannedFinish']],
    ['duration', ['durationDays', 'durationUnit']],
    ['constraint', ['constraintKind', 'constraintOn']],
    ['deadline', ['due']],
    ['progress', ['status', 'progressPct', 'actual', 'actualStart']],
    ['responsible', ['responsible']],
    ['cost', ['costFen']],
    ['calendar', ['calendarId']],
    ['note', ['note']],
  ]
  return groups.flatMap(([field, keys]) => (keys.some((key) => before[key] !== after[key]) ? [field] : []))
}
