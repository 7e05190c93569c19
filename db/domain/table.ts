import { z } from 'zod'
import type { AmountUnit } from './fen.ts'
import type { Language } from './ruleText.ts'

/** A table on its way out of the library, whatever it is written as: a sheet, a CSV file, a page. */
const cellKinds = ['text', 'money', 'day', 'month', 'instant', 'count', 'pct'] as const

export const tableColumn = z.object({
  id: z.string(),
  title: z.string(),
  /** The head over this column and its neighbours of the same group; null where there is none. */
  group: z.string().nullable(),
  kind: z.enum(cellKinds),
  /** Added up in the total row. */
  isSummed: z.boolean(),
})
export type TableColumn = z.infer<typeof tableColumn>

/**
 * Money in 分, a day as YYYY-MM-DD, a month as YYYY-MM, an instant as ISO 8601. A text where a figure would stand is
 * the word for what is not known (未公布), and null is a blank.
 */
export const tableCell = z.union([z.string(), z.number()]).nullable()
export type TableCell = z.infer<typeof tableCell>

/** Whose figures a row holds, so that each can open what it is taken of. */
const rowSubject = z.object({
  projectId: z.string().optional(),
  planId: z.string().optional(),
  contractId: z.string().optional(),
})
export type RowSubject = Readonly<z.infer<typeof rowSubject>>

export const tableRow = z.object({
  cells: z.array(tableCell).readonly(),
  /** 0 counts in the total; deeper rows are parts of a row of level 0. */
  level: z.int(),
  /** Places, from 0, of the rows that this one adds up; null in a row of its own. */
  sums: z.array(z.int()).readonly().nullable(),
  of: rowSubject.optional(),
})
export type TableRow = Readonly<z.infer<typeof tableRow>>

/** What the total row says of one column. */
export interface ColumnTotal {
  readonly fen: number
  /** Whether one of its rows has a figure. */
  readonly hasFigure: boolean
  /** How often each word stands where a figure would. */
  readonly unknown: ReadonlyMap<string, number>
}

export interface TableTotals {
  readonly columns: readonly ColumnTotal[]
  /** Rows that add up no others. */
  readonly count: number
}

export function plainRow(cells: readonly TableCell[], level = 0, of?: RowSubject): TableRow {
  return { cells, level, sums: null, ...(of === undefined ? {} : { of }) }
}

/** Adds rows up as they go by: the figures of level 0, the gaps of rows that add up no others. */
export function columnTotals(columns: readonly TableColumn[]) {
  const fen = columns.map(() => 0)
  const unknown = columns.map(() => new Map<string, number>())
  const figures = columns.map(() => false)
  let count = 0
  return {
    add: ({ cells, level, sums }: TableRow) => {
      if (sums === null) count += 1
      for (const [place, column] of columns.entries()) {
        const cell = cells[place] ?? null
        if (!column.isSummed || cell === null) continue
        if (typeof cell === 'string') {
          if (sums === null) unknown[place]?.set(cell, (unknown[place].get(cell) ?? 0) + 1)
        } else {
          figures[place] = true
          if (level === 0) fen[place] = (fen[place] ?? 0) + cell
        }
      }
    },
    read: (): TableTotals => ({
      count,
      columns: columns.map((_, place) => ({
        fen: fen[place] ?? 0,
        hasFigure: figures[place] ?? false,
        unknown: unknown[place] ?? new Map(),
      })),
    }),
  }
}

/** The sum of what is known; where nothing is, the word that stands in its rows: never 0. */
export function totalCell({ fen, hasFigure, unknown }: ColumnTotal): number | string {
  const [word] = unknown.keys()
  return hasFigure || word === undefined ? fen : word
}

/** 合计（共 26 条；投资不含未公布 2 项）: what a total leaves out stands beside it. */
export function totalLabel(columns: readonly TableColumn[], totals: TableTotals, language: Language): string {
  const isEnglish = language === 'en'
  const gaps = columns.flatMap(({ title, group }, place) =>
    [...(totals.columns[place]?.unknown ?? [])].map(([word, times]) => ({
      name: group ?? title,
      gap: isEnglish ? `without ${times} (${word})` : `不含${word} ${times} 项`,
    })),
  )
  const leftOut = [...Map.groupBy(gaps, ({ gap }) => gap)].map(([gap, own]) => {
    const names = [...new Set(own.map(({ name }) => name))].join(isEnglish ? ', ' : '、')
    return isEnglish ? `${names} ${gap}` : `${names}${gap}`
  })
  return isEnglish
    ? `Total (${[`${totals.count} rows`, ...leftOut].join('; ')})`
    : `合计（${[`共 ${totals.count} 条`, ...leftOut].join('；')}）`
}

/** The title of a column as a head: with the unit where money stands below it. */
export function headOf({ title, kind }: TableColumn, unit: AmountUnit, language: Language): string {
  const isEnglish = language === 'en'
  if (kind === 'pct' && !title.includes('%')) return isEnglish ? `${title} (%)` : `${title}（%）`
  if (kind !== 'money') return title
  return isEnglish
    ? `${title} (${unit === 'wan' ? 'wan yuan' : 'yuan'})`
    : `${title}（${unit === 'wan' ? '万元' : '元'}）`
}

/** Money as a number of the unit: 12345 分 are 123.45 元, 0.012345 万元. */
export function inUnit(fen: number, unit: AmountUnit): number {
  return fen / (unit === 'wan' ? 1_000_000 : 100)
}

/** How many columns the label of the total covers: those before the first that is added up. */
export function labelSpan(columns: readonly TableColumn[]): number {
  return columns.findIndex(({ isSummed }) => isSummed)
}

/** Neighbours under one head, as first and last place. */
export function groupSpans(columns: readonly TableColumn[]) {
  const spans: { group: string | null; from: number; to: number }[] = []
  for (const [place, { group }] of columns.entries()) {
    const before = spans.at(-1)
    if (before !== undefined && group !== null && before.group === group) before.to = place
    else spans.push({ group, from: place, to: place })
  }
  return spans
}
