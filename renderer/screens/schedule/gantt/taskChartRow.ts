import { periodInWords } from '../../../../db/domain/period.ts'
import { planDateInWords, planDateSpan } from '../../../../db/domain/planDate.ts'
import { type SoftSpan, softSpan } from '../../../../db/domain/softSpan.ts'
import { plannedEnd } from '../../../../db/domain/taskTree.ts'
import type { BarTone, ChartBar, ChartDiamond, ChartFlag, ChartRow } from '../../../chart/chartRow.ts'
import { milestoneDiamonds, milestoneLabel, type Words } from './milestoneDiamonds.ts'
import { exactDays, isCritical, isLate, placedDates, type TaskLine } from './taskLine.ts'

/** What the chart draws for a task: planned above, actual and forecast below it, its baseline at the foot. */
export function taskChartRow(line: TaskLine, mayMove: boolean, words: Words): ChartRow {
  const { task } = line
  const isMovable =
    mayMove && task.kind !== 'summary' && task.status !== 'done' && task.status !== 'cancelled'
  const days = isMovable ? exactDays(line) : null
  const grip =
    days === null ? null : { ...days, canResize: task.kind === 'task' && task.actualStart === null }
  const flags = flagsOf(line, words)
  if (task.kind === 'milestone') {
    const dated = { ...task, due: plannedEnd(task), standing: line.standing.kind }
    const diamonds: readonly ChartDiamond[] = milestoneDiamonds(dated, true, words).map((mark) => ({
      ...mark,
      isCritical: isCritical(line),
    }))
    const bars = baselineBars(line, words)
    const label = diamonds.length === 0 ? null : milestoneLabel(dated, words)
    return { id: task.id, kind: 'milestone', bars, diamonds, flags, grip, label }
  }
  const bars = [...plannedBars(line, words), ...actualBars(line, words), ...baselineBars(line, words)]
  const label = bars.length === 0 ? null : task.responsible
  const kind = task.kind === 'summary' ? 'summary' : 'task'
  return { id: task.id, kind, bars, diamonds: [], flags, grip, label }
}

function toneOf(line: TaskLine): BarTone {
  if (isLate(line)) return 'late'
  return isCritical(line) ? 'critical' : 'plain'
}

function plannedBars(line: TaskLine, words: Words): readonly ChartBar[] {
  const { task } = line
  const { start, finish } = placedDates(line)
  const span = softSpan(start, finish)
  if (span === null || task.status === 'cancelled') return []
  const kind = task.kind === 'summary' ? 'summary' : 'planned'
  return [
    {
      kind,
      tone: toneOf(line),
      span,
      isOpenEnded: false,
      donePct: task.progressPct,
      title: plannedTitle(line, words),
    },
  ]
}

function plannedTitle(line: TaskLine, { t, language }: Words) {
  const { task, schedule, standing } = line
  const { start, finish } = placedDates(line)
  const period = periodInWords(start, finish, language)
  const float = schedule?.totalFloatDays ?? null
  return [
    t('plannedTitle', { name: task.name, period: period ?? '' }),
    standing.kind === 'late' && standing.days !== null
      ? t('terms:lateness.lateDays', { days: standing.days })
      : null,
    isCritical(line) ? t('critical') : float === null ? null : t('floatDays', { days: float }),
    task.progressPct === null ? null : t('donePct', { pct: task.progressPct }),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** From where work began to where it ended; while it is under way on to where it is expected to end. */
function actualBars(line: TaskLine, words: Words): readonly ChartBar[] {
  const { task } = line
  const from = task.actualStart ?? task.actual
  if (task.kind === 'summary' || from === null) return []
  return task.actual === null ? underWayBars(line, from, words) : doneBar(task.name, from, task.actual, words)
}

function doneBar(name: string, from: string, to: string, { t, language }: Words): readonly ChartBar[] {
  const span = softSpan(from, to)
  const title = t('actualTitle', { name, period: periodInWords(from, to, language) ?? '' })
  return span === null ? [] : [{ kind: 'actual', span, isOpenEnded: false, title }]
}

function underWayBars({ task, schedule }: TaskLine, from: string, words: Words): readonly ChartBar[] {
  const { t, language } = words
  const until = laterOf(from, task.reportedOn)
  const end = task.forecast ?? schedule?.earlyFinish ?? null
  const known = softSpan(from, until)
  const expected = end === null ? null : softSpan(until, end)
  const bars: ChartBar[] = []
  if (known !== null) {
    const title = t('underWayTitle', { name: task.name, period: task.reportedOn ?? '' })
    bars.push({ kind: 'actual', span: known, isOpenEnded: expected === null, title })
  }
  if (expected !== null && end !== null) {
    const title = t('forecastTitle', { name: task.name, date: planDateInWords(end, language) })
    bars.push({ kind: 'forecast', span: expected, isOpenEnded: false, title })
  }
  return bars
}

function laterOf(from: string, reportedOn: string | null) {
  if (reportedOn === null) return from
  const first = planDateSpan(from)?.last ?? from
  return reportedOn > first ? reportedOn : from
}

function baselineBars({ task, variance }: TaskLine, { t, language }: Words): readonly ChartBar[] {
  if (variance === null) return []
  const span = softSpan(variance.baselineStart ?? variance.baselineFinish, variance.baselineFinish)
  if (span === null) return []
  const period = periodInWords(variance.baselineStart, variance.baselineFinish, language)
  return [
    {
      kind: 'baseline',
      span: wholeOf(span),
      isOpenEnded: false,
      title: t('baselineTitle', { name: task.name, period: period ?? '' }),
    },
  ]
}

/** Three pixels are too few to fade: a baseline is drawn over all its possible days. */
function wholeOf(span: SoftSpan): SoftSpan {
  return { ...span, solidFrom: span.first, solidTo: span.last }
}

/** The target of a task that is planned otherwise. */
function flagsOf({ task, schedule }: TaskLine, { t, language }: Words): readonly ChartFlag[] {
  const due = task.due === null || task.plannedFinish === null ? null : planDateSpan(task.due)
  if (due === null || task.due === null) return []
  const missed = schedule?.deadlineMissedDays ?? null
  const words = planDateInWords(task.due, language)
  const title =
    missed === null
      ? t('deadlineTitle', { name: task.name, date: words })
      : t('deadlineMissedTitle', { name: task.name, date: words, days: missed })
  return [{ day: due.last, isMissed: missed !== null, title }]
}
