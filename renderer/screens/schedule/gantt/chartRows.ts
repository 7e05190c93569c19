import { periodInWords } from '../../../../db/domain/period.ts'
import { planDateInWords } from '../../../../db/domain/planDate.ts'
import { softSpan } from '../../../../db/domain/softSpan.ts'
import type { TimelineGroup, TimelineProject } from '../../../../db/domain/timeline.ts'
import type { ChartBar, ChartDiamond, ChartRow, DiamondLook } from '../../../chart/chartRow.ts'
import { milestoneDiamonds, type Words } from './milestoneDiamonds.ts'
import type { ScheduleRow } from './scheduleRows.ts'
import { taskChartRow } from './taskChartRow.ts'
import { exactDays, type TaskLine } from './taskLine.ts'

/** What the chart draws for a row, with its words. */
export function chartRow(row: ScheduleRow, mayMove: boolean, words: Words): ChartRow {
  switch (row.kind) {
    case 'group':
      return groupRow(row.id, row.group, words)
    case 'project':
      return projectRow(row.project, row.isExpanded === true, row.lines, words)
    case 'task':
      return taskChartRow(row.line, mayMove, words)
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

function projectRow(
  project: TimelineProject,
  isExpanded: boolean,
  lines: readonly TaskLine[],
  words: Words,
): ChartRow {
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
  if (project.planned === null) bars.push(...wholeBar(project.name, lines, words))
  if (project.actual !== null) {
    const title = project.isUnderWay
      ? t('underWayTitle', { name: project.name, period: project.actual.last })
      : t('actualTitle', { name: project.name, period: actual ?? '' })
    bars.push({ kind: 'actual', span: project.actual, isOpenEnded: project.isUnderWay, title })
  }
  const diamonds = isExpanded
    ? []
    : together(project.milestones.flatMap((milestone) => milestoneDiamonds(milestone, false, words)))
  return { id: project.id, kind: 'project', bars, diamonds, label: planned ?? actual }
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

/** What a project without dates of its own spans by its tasks. */
function wholeBar(name: string, lines: readonly TaskLine[], { t }: Words): readonly ChartBar[] {
  const days = lines.flatMap((line) => exactDays(line) ?? [])
  if (days.length === 0) return []
  const first = days.map(({ start }) => start).reduce((least, start) => (start < least ? start : least))
  const last = days.map(({ finish }) => finish).reduce((most, finish) => (finish > most ? finish : most))
  const span = { kind: 'bar', first, solidFrom: first, solidTo: last, last } as const
  const title = t('plannedTitle', { name, period: `${first} – ${last}` })
  return [{ kind: 'summary', span, isOpenEnded: false, title }]
}
