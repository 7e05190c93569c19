import { z } from 'zod'
import { type Day, daysBetween } from './day.ts'
import { lateness, type MilestoneStatus } from './milestone.ts'
import { type PlanDate, spanOf } from './planDate.ts'
import { taskKind } from './task.ts'

/** What lies ahead of a person: late, silent past its time, and due within 30, 60, 90 days. */
export const dueColumns = ['late', 'unreported', 'in30', 'in60', 'in90'] as const
export type DueColumn = (typeof dueColumns)[number]

/** A task or milestone that is not over. */
export interface DueItem {
  readonly id: string
  readonly responsible: string | null
  readonly due: PlanDate | null
  readonly forecast: PlanDate | null
  readonly status: MilestoneStatus
  readonly actual: PlanDate | null
  readonly reportedOn: Day | null
}

const dueTask = z.object({
  id: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  name: z.string(),
  kind: taskKind,
})
const dueCard = z.object({
  item: dueTask,
  expected: z.string(),
  isForecast: z.boolean(),
  daysLeft: z.int().nullable(),
  daysLate: z.int().nullable(),
})
const cards = z.array(dueCard)
/** As it goes over the wire. */
export const dueBoard = z.object({
  rows: z.array(
    z.object({
      responsible: z.string().nullable(),
      cards: z.object({ late: cards, unreported: cards, in30: cards, in60: cards, in90: cards }),
    }),
  ),
  laterCount: z.int(),
  undatedCount: z.int(),
})

export interface DueCard<Item extends DueItem> {
  readonly item: Item
  /** The newest forecast, else the plan's date. */
  readonly expected: PlanDate
  readonly isForecast: boolean
  /** To the last possible day of what is expected; null where it is coarser than a day. */
  readonly daysLeft: number | null
  /** Late by so many days against the plan, where the plan names a day. */
  readonly daysLate: number | null
}

export interface DueRow<Item extends DueItem> {
  /** Null: 责任单位未明确. */
  readonly responsible: string | null
  readonly cards: Record<DueColumn, DueCard<Item>[]>
}

export interface DueBoard<Item extends DueItem> {
  readonly rows: DueRow<Item>[]
  /** Further ahead than 90 days, and without any date: counted, not shown. */
  readonly laterCount: number
  readonly undatedCount: number
}

/** By 责任单位, the one with most that is late first; a coarse date counts by its last possible day. */
export function dueBoardOf<Item extends DueItem>(items: readonly Item[], today: Day): DueBoard<Item> {
  const open = items.filter(({ status }) => status !== 'done' && status !== 'cancelled')
  const placed = open.map((item) => ({ item, place: placeOf(item, today) }))
  const rows = [...Map.groupBy(placed, ({ item }) => item.responsible)].flatMap(([responsible, own]) => {
    const cards = cardsOf(
      own.map(({ item }) => item),
      today,
    )
    return dueColumns.some((column) => cards[column].length > 0) ? [{ responsible, cards }] : []
  })
  return {
    rows: rows.toSorted(
      (a, b) =>
        b.cards.late.length - a.cards.late.length ||
        Number(a.responsible === null) - Number(b.responsible === null) ||
        (a.responsible ?? '').localeCompare(b.responsible ?? '', 'zh-CN'),
    ),
    laterCount: placed.filter(({ place }) => place === 'later').length,
    undatedCount: placed.filter(({ place }) => place === 'undated').length,
  }
}

/** Late and silent go by the plan's own date, however the forecast may have moved. */
export function placeOf(item: DueItem, today: Day): DueColumn | 'later' | 'undated' {
  const standing = lateness(item, today)
  if (standing.kind === 'late') return 'late'
  if (standing.kind === 'periodPassed') return 'unreported'
  const expected = item.forecast ?? item.due
  if (expected === null) return 'undated'
  const days = daysBetween(today, spanOf(expected).last)
  if (days <= 30) return 'in30'
  if (days <= 60) return 'in60'
  return days <= 90 ? 'in90' : 'later'
}

function cardsOf<Item extends DueItem>(items: readonly Item[], today: Day): DueRow<Item>['cards'] {
  const inColumn = (column: DueColumn) =>
    items
      .filter((item) => placeOf(item, today) === column)
      .flatMap((item) => cardOf(item, today))
      .toSorted((a, b) => (spanOf(a.expected).last < spanOf(b.expected).last ? -1 : 1))
  return {
    late: inColumn('late'),
    unreported: inColumn('unreported'),
    in30: inColumn('in30'),
    in60: inColumn('in60'),
    in90: inColumn('in90'),
  }
}

function cardOf<Item extends DueItem>(item: Item, today: Day): DueCard<Item>[] {
  const expected = item.forecast ?? item.due
  if (expected === null) return []
  const span = spanOf(expected)
  const standing = lateness(item, today)
  return [
    {
      item,
      expected,
      isForecast: item.forecast !== null,
      daysLeft: span.precision === 'day' ? daysBetween(today, span.last) : null,
      daysLate: standing.kind === 'late' ? standing.days : null,
    },
  ]
}
