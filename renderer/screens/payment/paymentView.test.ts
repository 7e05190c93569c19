import { expect, test } from 'vitest'
import { cleared, filterOf, isFiltered, paramsOf, periodOf, viewOf, withFilter } from './paymentView.ts'

const empty = new URLSearchParams()

test('an address without parameters shows all payments, newest first, fifty a page', () => {
  expect(viewOf(empty)).toEqual({ page: 1, pageSize: 50, sort: '-paidOn', reversals: 'all' })
  expect(paramsOf(viewOf(empty), empty).toString()).toBe('')
})

test('every filter goes into the address and comes back from it', () => {
  const view = {
    ...viewOf(empty),
    projectId: 'pj-1',
    planId: 'pl-1',
    contractId: 'ct-1',
    budgetLineId: 'bl-1',
    fundId: 'fd-1',
    kind: 'progress' as const,
    payee: '江门&建设',
    text: '第 1 期',
    from: '2024-01-01',
    to: '2024-12-31',
    minFen: 100,
    maxFen: 10_000_000,
    reversals: 'none' as const,
    sort: 'amountFen' as const,
    page: 3,
    pageSize: 20,
  }
  const address = paramsOf(view, empty).toString()
  expect(viewOf(new URLSearchParams(address))).toEqual(view)
})

test('the filter that is exported holds the contract, the 科目 and the source of a link', () => {
  const view = viewOf(new URLSearchParams('contractId=ct-1&budgetLineId=bl-1&fundId=fd-1&page=2'))
  expect(filterOf(view)).toMatchObject({ contractId: 'ct-1', budgetLineId: 'bl-1', fundId: 'fd-1' })
  expect(isFiltered(view)).toBe(true)
  expect(isFiltered(withFilter(view, { contractId: undefined }))).toBe(true)
})

test('a parameter that cannot be read is left out, and the rest still filters', () => {
  const view = viewOf(
    new URLSearchParams('projectId=pj-1&from=2024-13-40&minFen=abc&pageSize=5000&sort=colour'),
  )
  expect(view).toEqual({ ...viewOf(empty), projectId: 'pj-1' })
})

test('what the address holds besides the list stays', () => {
  expect(paramsOf({ ...viewOf(empty), text: 'a' }, new URLSearchParams('new=1&page=4')).toString()).toBe(
    'new=1&text=a',
  )
})

test('another filter begins on the first page; clearing keeps order and page size', () => {
  const view = { ...viewOf(empty), page: 4, sort: 'payee' as const, pageSize: 20 }
  expect(withFilter(view, { text: 'a' })).toEqual({ ...view, text: 'a', page: 1 })
  expect(cleared(withFilter(view, { text: 'a' }))).toEqual({ ...view, page: 1 })
})

test('order and page are no filter', () => {
  expect(isFiltered({ ...viewOf(empty), page: 2, sort: 'payee' })).toBe(false)
  expect(isFiltered({ ...viewOf(empty), reversals: 'only' })).toBe(true)
  expect(isFiltered({ ...viewOf(empty), minFen: 1 })).toBe(true)
})

test('this month, this year and last year end on their last day', () => {
  expect(periodOf('thisMonth', '2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(periodOf('thisYear', '2024-02-10')).toEqual({ from: '2024-01-01', to: '2024-12-31' })
  expect(periodOf('lastYear', '2024-02-10')).toEqual({ from: '2023-01-01', to: '2023-12-31' })
})
