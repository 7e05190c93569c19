import { z } from 'zod'
import { type Fen, sumKnown, totalFen } from './fen.ts'
import { pctIn } from './fenPart.ts'
import { month } from './periodClose.ts'

/** 完成投资 of a project's contracts in a year, month by month; null: nothing measured. */
const gridSums = {
  /** Before the year. */
  beforeFen: totalFen,
  /** January to December. */
  months: z.array(totalFen.nullable()).length(12),
  /** Null: nothing measured in the year. */
  yearFen: totalFen.nullable(),
  /** Null: nothing measured by the end of the year. */
  cumulativeFen: totalFen.nullable(),
  committedFen: totalFen,
  /** Cumulative, of what is committed. */
  donePct: z.number().nullable(),
}

const gridLine = z.object({
  /** Null: 未分科目. */
  budgetLineId: z.string().nullable(),
  /** The same 科目 in every version of the budget. */
  lineKey: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  ...gridSums,
})

export const progressGrid = z.object({
  projectId: z.string(),
  year: z.int(),
  /** Years with entries and the year asked for, oldest first. */
  years: z.array(z.int()),
  /** Months of the year that take no entries. */
  closed: z.array(month),
  items: z.array(
    z.object({
      contractId: z.string(),
      number: z.string(),
      name: z.string(),
      counterparty: z.string(),
      signedOn: z.string(),
      /** At least one. */
      lines: z.array(gridLine),
      ...gridSums,
    }),
  ),
  total: z.object(gridSums),
})

export const progressGridInput = z.strictObject({
  projectId: z.string(),
  year: z.int().min(1900).max(2999),
})

/** One contract and 科目, with what was measured by month (YYYY-MM). */
export interface WorkOfLine {
  readonly committedFen: Fen
  readonly byMonth: ReadonlyMap<string, Fen>
}

export function gridSumsOf({ committedFen, byMonth }: WorkOfLine, year: number) {
  const first = `${String(year)}-01`
  const last = `${String(year)}-12`
  const months = Array.from(
    { length: 12 },
    (_, index) => byMonth.get(`${String(year)}-${String(index + 1).padStart(2, '0')}`) ?? null,
  )
  const sumWhere = (isIn: (month: string) => boolean) =>
    sumKnown([...byMonth].map(([of, fen]) => (isIn(of) ? fen : null)))
  const cumulativeFen = sumWhere((of) => of <= last)
  return {
    beforeFen: sumWhere((of) => of < first) ?? 0,
    months,
    yearFen: sumWhere((of) => of >= first && of <= last),
    cumulativeFen,
    committedFen,
    donePct: cumulativeFen === null ? null : pctIn(cumulativeFen, committedFen),
  }
}

/** Several as one: months add up, a month that none has stays unknown. */
export function workTogether(parts: readonly WorkOfLine[]): WorkOfLine {
  const byMonth = new Map<string, Fen>()
  for (const part of parts)
    for (const [of, fen] of part.byMonth) byMonth.set(of, (byMonth.get(of) ?? 0) + fen)
  return { committedFen: parts.reduce((sum, { committedFen }) => sum + committedFen, 0), byMonth }
}
