import { byMonth, byWeight } from './cashMonth.ts'
import type { CashEntry, CashPlanRow, CashSubject } from './cashPlan.ts'
import type { CashTerm } from './cashTerm.ts'
import type { Fen } from './fen.ts'
import { type Month, monthAfter } from './month.ts'

/** A source with its share in what a project pays. */
export interface WeighedFund {
  readonly fundId: string | null
  readonly fundName: string | null
  readonly weight: Fen
}

/** A month of a source that a person set: what is still to be paid in it. */
export interface SetCash {
  readonly fundId: string | null
  readonly fundName: string | null
  readonly month: Month
  readonly amountFen: Fen
}

/**
 * The terms by month and source. A month that was set stands instead of what was reckoned for it; what it takes away or
 * adds is left 未排期, so that all of it adds up to the terms.
 */
export function cashEntries(
  subject: CashSubject,
  terms: readonly CashTerm[],
  weighed: readonly WeighedFund[],
  set: readonly SetCash[],
): readonly CashEntry[] {
  const isSet = (entry: CashEntry) =>
    set.some(({ fundId, month }) => entry.fundId === fundId && entry.month === month)
  const reckoned = terms.flatMap((term) => entriesOfTerm(subject, term, weighed))
  const plain = { ...subject, workId: null, workName: null, start: null, finish: null, mark: null }
  const own = set.map((one): CashEntry => ({ ...plain, ...one, part: 'set' }))
  const rest = [...Map.groupBy([...reckoned.filter(isSet), ...own], ({ fundId }) => fundId)].map(
    ([fundId, entries]): CashEntry => ({
      ...plain,
      part: 'rest',
      fundId,
      fundName: entries[0]?.fundName ?? null,
      month: null,
      amountFen: entries.reduce(
        (left, { part, amountFen }) => left + (part === 'set' ? -amountFen : amountFen),
        0,
      ),
    }),
  )
  return [
    ...reckoned.filter((entry) => !isSet(entry)),
    ...own,
    ...rest.filter(({ amountFen }) => amountFen !== 0),
  ]
}

/** January to December of a year. */
export function monthsOfYear(year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, index) => monthAfter(`${String(year)}-01`, index))
}

/** Entries by where they lie to a year. */
export function spreadOf(
  entries: readonly CashEntry[],
  year: number,
): Pick<CashPlanRow, 'earlierFen' | 'planFen' | 'laterFen' | 'undatedFen'> {
  const months = monthsOfYear(year)
  const sum = (isIn: (month: Month | null) => boolean) =>
    entries.reduce((total, { month, amountFen }) => (isIn(month) ? total + amountFen : total), 0)
  const [first = ''] = months
  const last = months.at(-1) ?? ''
  return {
    earlierFen: sum((month) => month !== null && month < first),
    planFen: months.map((own) => sum((month) => month === own)),
    laterFen: sum((month) => month !== null && month > last),
    undatedFen: sum((month) => month === null),
  }
}

function entriesOfTerm(
  subject: CashSubject,
  term: CashTerm,
  weighed: readonly WeighedFund[],
): readonly CashEntry[] {
  const { part, taskId, taskName, amountFen, span, mark } = term
  const shares = byWeight(
    amountFen,
    weighed.map(({ weight }) => weight),
  )
  return weighed.flatMap(({ fundId, fundName }, place) => {
    const shareFen = shares[place] ?? 0
    const months: readonly (readonly [Month | null, Fen])[] =
      span === null ? [[null, shareFen]] : [...byMonth(shareFen, span)]
    return months
      .filter(([, fen]) => fen !== 0)
      .map(
        ([month, fen]): CashEntry => ({
          ...subject,
          part,
          workId: taskId,
          workName: taskName,
          fundId,
          fundName,
          month,
          amountFen: fen,
          start: span?.start ?? null,
          finish: span?.finish ?? null,
          mark,
        }),
      )
  })
}
