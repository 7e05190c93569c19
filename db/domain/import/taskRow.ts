import { type PlanDate, parsePlanDate, planDateSpan } from '../planDate.ts'
import { RuleBroken } from '../ruleBroken.ts'
import type { Task, TaskKind } from '../task.ts'
import { optionalLine, optionalParagraph, requiredLine } from '../text.ts'
import { type TypedLink, typedDuration, typedPredecessors } from '../typedTask.ts'
import { type Cell, cellText } from './grid.ts'
import type { OutlineRow } from './outline.ts'
import type { RowRead } from './paymentRow.ts'
import { type FieldRow, isWhole, rowReading, textField } from './rowReading.ts'
import { dayOfSerial, readPct } from './typedCell.ts'

/** A task as a row gives it. What a cell leaves empty is null: it says nothing, and takes nothing away. */
export interface TaskDraft {
  readonly taskNo: string | null
  readonly outline: OutlineRow
  readonly name: string
  /** Null where neither a word nor a figure says it. */
  readonly kind: Exclude<TaskKind, 'summary'> | null
  readonly start: PlanDate | null
  readonly finish: PlanDate | null
  readonly duration: Pick<Task, 'durationDays' | 'durationUnit'> | null
  /** Whether the cell names its unit: 天 alone may be either. */
  readonly isUnitWritten: boolean
  readonly predecessors: readonly TypedLink[]
  readonly progressPct: number | null
  readonly responsible: string | null
  readonly due: PlanDate | null
  readonly actualStart: PlanDate | null
  readonly actualFinish: PlanDate | null
  readonly memo: string | null
}

export function readTask(row: FieldRow, isDate1904: boolean): RowRead<TaskDraft> {
  const { faults, text, cell, parsed, read } = rowReading(row)
  const date = (field: 'start' | 'finish' | 'due' | 'actualStart' | 'actualFinish') =>
    read(field, () => readPlanDate(cell(field), isDate1904, field))
  const durationText = text('duration')
  const draft = {
    taskNo: parsed('taskNo', numberText),
    outline: read('level', () => ({
      level: readLevel(text('level')),
      code: text('wbs') === '' ? null : text('wbs'),
      indent: indentOf(cell('taskName')),
    })),
    name: parsed('taskName', nameText),
    kind: read('taskKind', () => readTaskKind(text('taskKind'), durationText)),
    start: date('start'),
    finish: date('finish'),
    duration: read('duration', () => readDuration(durationText)),
    isUnitWritten: /工作|日历|d$/i.test(durationText.normalize('NFKC')),
    predecessors: read('predecessors', () => readPredecessors(text('predecessors'))),
    progressPct: read('progressPct', () => readPct(cell('progressPct'), 'progressPct')),
    responsible: parsed('responsible', unitText),
    due: date('due'),
    actualStart: date('actualStart'),
    actualFinish: date('actualFinish'),
    memo: parsed('memo', memoText),
  }
  if (faults.length > 0 || !isWhole(draft)) return { draft: null, faults }
  return { draft, faults: [] }
}

/**
 * A date as coarse as it is written: 2025, 2025年, 2025-03, 202503, 2025年上半年, a cell of a date, a serial number.
 * 初, 中旬, 底 of a month say no day: the month is kept.
 * @throws RuleBroken planDateUnread
 */
function readPlanDate(cell: Cell | undefined, isDate1904: boolean, field: string): PlanDate | null {
  const text = cellText(cell).normalize('NFKC').replaceAll(/\s+/g, ' ')
  if (text === '' || /^[-—/无]$/.test(text)) return null
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? dayOfSerial(Number(text), isDate1904) : null
  const read = serial ?? packedDate(text) ?? parsePlanDate(vague(text))
  if (read === null) throw new RuleBroken('planDateUnread', [field], { text: text.slice(0, 40) })
  return read
}

/** 20250305 and 202503: digits alone. */
function packedDate(text: string): PlanDate | null {
  const [, year = '', month = '', day] = /^(\d{4})(\d{2})(\d{2})?$/.exec(text) ?? []
  const date = day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`
  return year !== '' && Number(month) <= 12 && planDateSpan(date) !== null ? date : null
}

/** Without a time of day, and without what says no day of a month or year. */
function vague(text: string): string {
  return text
    .replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/, '')
    .replace(/(?<=[年月\d])(?:初|底|末|中|上旬|中旬|下旬)$/, '')
    .replace(/(?:前|以前|之前|左右)$/, '')
}

function readLevel(text: string): number | null {
  if (text === '') return null
  const level = /^(\d{1,2})级?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, ''))?.[1]
  if (level === undefined) throw new RuleBroken('levelUnread', ['level'], { text: text.slice(0, 40) })
  return Number(level)
}

/** White space before a name: a full-width space is as wide as two. */
function indentOf(cell: Cell | undefined): number {
  const lead = typeof cell === 'string' ? (/^[\s\u3000]*/.exec(cell)?.[0] ?? '') : ''
  return Array.from(lead, (sign) => (sign === '\u3000' ? 2 : sign === '\t' ? 4 : 1)).reduce(
    (sum, width) => sum + width,
    0,
  )
}

/** 里程碑, 是, √ of a column 里程碑; a duration of none is one, too. @throws RuleBroken importKindUnknown */
function readTaskKind(text: string, durationText: string): TaskDraft['kind'] {
  const said = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
  if (/^(?:里程碑|节点|milestone|是|y|yes|true|1|√|✓|◆|★)$/.test(said)) return 'milestone'
  if (/^(?:任务|工作|task|否|n|no|false|0|×|x)$/.test(said)) return 'task'
  if (said !== '' && !/^(?:摘要|汇总|summary|阶段|分部|-|\/)$/.test(said))
    throw new RuleBroken('importKindUnknown', ['taskKind'], { text: text.slice(0, 40) })
  return isNone(durationText) ? 'milestone' : null
}

function isNone(durationText: string): boolean {
  return /^0(?:\.0+)?(?:天|日|工作日|个工作日|d)?$/i.test(
    durationText.normalize('NFKC').replaceAll(/\s/g, ''),
  )
}

/** @throws RuleBroken durationUnread */
function readDuration(text: string): TaskDraft['duration'] {
  const said = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^(\d+)\.0+(?=\D|$)/, '$1')
    .replace(/(?<=\d)个/, '')
    .replace(/\?$/, '')
    .replace(/days?$/i, 'd')
  if (said === '' || said === '-' || said === '/' || isNone(text)) return null
  const read = typedDuration(said)
  if (read === null || read.durationDays < 1 || read.durationDays > 10_000)
    throw new RuleBroken('durationUnread', ['duration'], { text: text.slice(0, 40) })
  return read
}

/** @throws RuleBroken predecessorsUnread, lagInvalid */
function readPredecessors(text: string): readonly TypedLink[] {
  if (/^[-—/无]$/.test(text.trim())) return []
  const links = typedPredecessors(text.replaceAll(/[\n\r]+/g, ','))
  if (links === null)
    throw new RuleBroken('predecessorsUnread', ['predecessors'], { text: text.slice(0, 60) })
  if (links.some(({ lagDays }) => Math.abs(lagDays) > 3650))
    throw new RuleBroken('lagInvalid', ['predecessors'])
  return links
}

const numberText = textField(optionalLine, 40)
const nameText = textField(requiredLine, 200)
const unitText = textField(optionalLine, 200)
const memoText = textField(optionalParagraph, 2000)
