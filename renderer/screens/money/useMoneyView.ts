import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

export const moneyTabs = [
  'books',
  'charts',
  'contracts',
  'work',
  'budgets',
  'funds',
  'annual',
  'holdings',
  'dues',
  'periods',
] as const
export type MoneyTab = (typeof moneyTabs)[number]

/** Books whose figures are opened here; payments open the ledger, budgets their version. */
export const entryBooks = [
  'contract',
  'signed',
  'approved',
  'drawn',
  'settlement',
  'pending',
  'done',
  'recovered',
] as const
export type EntryBook = (typeof entryBooks)[number]

/** What of 资金 is on the screen: all of it in the address, so that a figure can link to its origin. */
export interface MoneyView {
  readonly tab: MoneyTab
  /** Null: 全部项目 */
  readonly projectId: string | null
  readonly contractId: string | null
  readonly versionId: string | null
  /** The version beside which the shown one is put line by line. */
  readonly againstId: string | null
  readonly fundId: string | null
  /** YYYY: of the entries of funds listed, of 年度计划, of 计量, of the charts. */
  readonly year: string | null
  /** Of the entries of funds that are listed. */
  readonly entryKind: 'allotment' | 'receipt' | null
  /** A 科目: of the entries listed, or marked in its version. */
  readonly lineKey: string | null
  /** The book whose entries are listed over the screen. */
  readonly entries: EntryBook | null
  /** With `entries`: of one contract. */
  readonly entriesOf: string | null
  /** With `entries`: of one plan's projects. */
  readonly planId: string | null
  /** With `entries`: months, YYYY-MM; `to` is a day of what is committed by then. Of the entries of funds: days. */
  readonly from: string | null
  readonly to: string | null
  readonly text: string | null
}

const entryKinds = ['allotment', 'receipt'] as const

export function useMoneyView(): readonly [MoneyView, (changes: Partial<MoneyView>) => void] {
  const [query, setQuery] = useSearchParams()
  const tab = query.get('tab')
  const view: MoneyView = {
    tab: moneyTabs.find((known) => known === tab) ?? 'books',
    projectId: query.get('projectId'),
    contractId: query.get('contractId'),
    versionId: query.get('versionId'),
    againstId: query.get('againstId'),
    fundId: query.get('fundId'),
    year: /^[12]\d{3}$/.exec(query.get('year') ?? '')?.[0] ?? null,
    entryKind: entryKinds.find((known) => known === query.get('entryKind')) ?? null,
    lineKey: query.get('lineKey'),
    entries: entryBooks.find((known) => known === query.get('entries')) ?? null,
    entriesOf: query.get('entriesOf'),
    planId: query.get('planId'),
    from: query.get('from'),
    to: query.get('to'),
    text: query.get('text'),
  }
  const show = useCallback(
    (changes: Partial<MoneyView>) => {
      setQuery((before) => changed(before, changes), { replace: true })
    },
    [setQuery],
  )
  return [view, show]
}

/** The address of a part of 资金. */
export function moneyAddress(view: Partial<MoneyView>): string {
  return `/money?${changed(new URLSearchParams(), view).toString()}`
}

function changed(before: URLSearchParams, changes: Partial<MoneyView>) {
  const next = new URLSearchParams(before)
  for (const [name, value] of Object.entries(changes)) {
    if (typeof value !== 'string' || value === '' || value === 'books') next.delete(name)
    else next.set(name, value)
  }
  return next
}
