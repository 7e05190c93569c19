import type { TFunction } from 'i18next'
import { periodInWords } from '../../../../db/domain/period.ts'
import { type PlanDate, planDateInWords, spanOf } from '../../../../db/domain/planDate.ts'
import type { Language } from '../../../../db/domain/ruleText.ts'
import { softSpan } from '../../../../db/domain/softSpan.ts'
import type { TimelineGroup, TimelineMilestone, TimelineProject } from '../../../../db/domain/timeline.ts'
import type { ChartBar, ChartDiamond, ChartRow, DiamondLook } from '../../../chart/chartRow.ts'
import type { ScheduleRow } from './scheduleRows.ts'

interface Words {
  readonly t: TFunction<['schedule', 'terms']>
  readonly language: Language
}

/** What the chart draws for a row, with its words. */
export function chartRow(row: ScheduleRow, words: Words): ChartRow {
  switch (row.kind) {
    case 'group':
      return groupRow(row.id, row.group, words)
    case 'project':
      return projectRow(row.project, row.isExpanded === true, words)
    case 'milestone':
      return milestoneRow(row.milestone, words)
  }
}

function groupRow(id: string, { period, planName }: TimelineGroup, { t, language }: Words): ChartRow {
  const span = softSpan(null, period)
  if (period === null || span === null) return { id, kind: 'group', bars: [], diamonds: [], label: null }
  const title = t('termTitle', { name: planName ?? '', period: planDateInWords(period, language) })
  return {
    id,
    kind: 'group',
    bars: [{ kind: 'term', span, isOpenEnded: false, title }],
    diamonds: [],
    label: null,
  }
}

function projectRow(project: TimelineProject, isExpanded: boolean, words: Words): ChartRow {
  const { t, language } = words
  const planned = periodInWords(project.plannedStart, project.plannedFinish, language)
  const actual = periodInWords(project.actualStart, project.actualFinish, language)
  const bars: ChartBar[] = []
  if (project.planned !== null) {
    bars.push({
      kind: 'planned',
      span: project.planned,
      isOpenEnded: false,
      title: t('plannedTitle', { name: project.name, period: planned ?? '' }),
    })
  }
  if (project.actual !== null) {
    const title = project.isUnderWay
      ? t('underWayTitle', { name: project.name, period: project.actual.last })
      : t('actualTitle', { name: project.name, period: actual ?? '' })
    bars.push({ kind: 'actual', span: project.actual, isOpenEnded: project.isUnderWay, title })
  }
  const diamonds = isExpanded
    ? []
    : together(project.milestones.flatMap((milestone) => diamondsOf(milestone, false, words)))
  return { id: project.id, kind: 'project', bars, diamonds, label: planned ?? actual }
}

function milestoneRow(milestone: TimelineMilestone, words: Words): ChartRow {
  return {
    id: milestone.id,
    kind: 'milestone',
    bars: [],
    diamonds: diamondsOf(milestone, true, words),
    label: milestoneLabel(milestone, words),
  }
}

function milestoneLabel({ due, actual, forecast, standing }: TimelineMilestone, { t, language }: Words) {
  if (standing === 'cancelled') return null
  if (actual !== null) return planDateInWords(actual, language)
  const parts = [
    due === null ? null : planDateInWords(due, language),
    forecast === null ? null : t('forecastLabel', { date: planDateInWords(forecast, language) }),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
}

/** Where it was to be, where it is expected while it is not done, and where it was. */
function diamondsOf(
  milestone: TimelineMilestone,
  isAlone: boolean,
  { t, language }: Words,
): readonly ChartDiamond[] {
  const { name, due, actual, forecast, standing } = milestone
  const isDone = standing === 'done' || standing === 'doneLate'
  const mark = (
    look: DiamondLook,
    line: ChartDiamond['line'],
    date: PlanDate,
    title: string,
  ): ChartDiamond => {
    const { first, last } = spanOf(date)
    return { look, line, first, last, hasWhisker: isAlone || line === 'actual', count: 1, title }
  }
  const marks: ChartDiamond[] = []
  if (standing === 'cancelled') return marks
  if (due !== null && (!isDone || isAlone)) {
    const title = t('dueTitle', {
      name,
      date: planDateInWords(due, language),
      standing: t(`terms:lateness.${standing}`),
    })
    marks.push(mark(lookOf(standing), 'planned', due, title))
  }
  if (forecast !== null && !isDone) {
    marks.push(
      mark(
        'forecast',
        'actual',
        forecast,
        t('forecastTitle', { name, date: planDateInWords(forecast, language) }),
      ),
    )
  }
  if (actual !== null && isDone) {
    marks.push(
      mark('done', 'actual', actual, t('doneTitle', { name, date: planDateInWords(actual, language) })),
    )
  }
  return marks
}

function lookOf(standing: TimelineMilestone['standing']): DiamondLook {
  switch (standing) {
    case 'late':
      return 'late'
    case 'periodPassed':
      return 'silent'
    case 'done':
    case 'doneLate':
    case 'open':
    case 'undated':
    case 'cancelled':
      return 'planned'
  }
}

/** Marks that would hide each other become one with their number; the heaviest look wins. */
function together(marks: readonly ChartDiamond[]): readonly ChartDiamond[] {
  const places = Map.groupBy(
    marks,
    (mark) => `${mark.line} ${mark.first} ${mark.last} ${String(mark.look === 'forecast')}`,
  )
  return [...places.values()].flatMap((same) => {
    const heaviest = same.toSorted((a, b) => weight[b.look] - weight[a.look])[0]
    return heaviest === undefined
      ? []
      : [{ ...heaviest, count: same.length, title: same.map((mark) => mark.title).join('\n') }]
  })
}

const weight: Readonly<Record<DiamondLook, number>> = { late: 4, silent: 3, planned: 2, done: 1, forecast: 0 }
