import type { Day } from '../../../db/domain/day.ts'
import { type ListPayments, listPaymentsInput, paymentFilterInput } from '../../../db/domain/payment.ts'

export type PaymentFilter = Omit<ListPayments, 'page' | 'pageSize' | 'sort'>
export const pageSizes = [20, 50, 100] as const

/** The list that an address asks for. A parameter that cannot be read is left out, so that an old link still opens. */
export function viewOf(params: URLSearchParams): ListPayments {
  const typed = Object.fromEntries(
    [...params]
      .filter(([name, text]) => text !== '' && isViewField(name))
      .map(([name, text]) => [name, numeric.has(name) ? Number(text) : text]),
  )
  const parsed = listPaymentsInput.safeParse(typed)
  if (parsed.success) return parsed.data
  const broken = new Set(parsed.error.issues.map((issue) => issue.path[0]))
  return listPaymentsInput.parse(
    Object.fromEntries(Object.entries(typed).filter(([name]) => !broken.has(name))),
  )
}

/** The address of a list. Defaults are left out; parameters that are none of the list's stay. */
export function paramsOf(view: ListPayments, before: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams([...before].filter(([name]) => !isViewField(name)))
  const defaults = new Map(Object.entries(unfiltered))
  for (const [name, value] of Object.entries(view)) {
    if (value !== undefined && value !== '' && value !== defaults.get(name)) params.set(name, String(value))
  }
  return params
}

/** The filter alone, without order and page. */
export function filterOf(view: ListPayments): PaymentFilter {
  return paymentFilterInput.parse(view)
}

/** The filter as an address of its own. */
export function filterTextOf(view: ListPayments): string {
  return paramsOf(
    { ...view, page: unfiltered.page, pageSize: unfiltered.pageSize, sort: unfiltered.sort },
    new URLSearchParams(),
  ).toString()
}

export function isFiltered(view: ListPayments): boolean {
  return Object.entries(filterOf(view)).some(
    ([name, value]) => value !== undefined && !(name === 'reversals' && value === 'all'),
  )
}

/** The view with another filter: the first page of it. A field set to undefined is cleared. */
export function withFilter(view: ListPayments, change: Partial<PaymentFilter>): ListPayments {
  return { ...view, ...change, page: 1 }
}

export function cleared(view: ListPayments): ListPayments {
  return { ...unfiltered, sort: view.sort, pageSize: view.pageSize }
}

export type QuickPeriod = 'thisMonth' | 'thisYear' | 'lastYear'
export const quickPeriods = ['thisMonth', 'thisYear', 'lastYear'] as const

export function periodOf(period: QuickPeriod, today: Day): { readonly from: Day; readonly to: Day } {
  const year = Number(today.slice(0, 4))
  switch (period) {
    case 'thisMonth':
      return { from: `${today.slice(0, 7)}-01`, to: lastDayOfMonth(today) }
    case 'thisYear':
      return { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` }
    case 'lastYear':
      return { from: `${String(year - 1)}-01-01`, to: `${String(year - 1)}-12-31` }
  }
}

const unfiltered = listPaymentsInput.parse({})
const numeric = new Set(['page', 'pageSize', 'minFen', 'maxFen'])

function isViewField(name: string) {
  return Object.hasOwn(listPaymentsInput.shape, name)
}

function lastDayOfMonth(of: Day): Day {
  const last = new Date(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5, 7)), 0))
  return last.toISOString().slice(0, 10)
}
