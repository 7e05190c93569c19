import type { RowSubject } from '../../../db/domain/table.ts'
import type { RequestInput } from '../../../db/requests/requests.ts'
import { type MoneyView, moneyAddress } from '../money/useMoneyView.ts'

/** Where a figure of a fixed table comes from; undefined: it is itself what was entered, or reckoned from its row. */
export function reportOrigin(
  input: RequestInput<'getReport'>,
  column: string,
  of: RowSubject,
): string | undefined {
  switch (input.report) {
    case 'monthlyReport':
      return monthOrigin(input.month ?? '', column, of)
    case 'annualPlan':
      return annualOrigin(String(input.year ?? ''), column, of)
    case 'contractLedger':
      return contractOrigin(column, of)
    case 'retentionLedger':
      return retentionOrigin(column, of)
    case 'paymentLedger':
      return column === 'amountFen' || column === 'funds'
        ? ledgerAddress(of, input.from, input.to)
        : undefined
  }
}

/** 本月, 本年 and 累计 of work and payments, up to the end of the month. */
function monthOrigin(month: string, column: string, of: RowSubject): string | undefined {
  const year = month.slice(0, 4)
  const first = { Month: month, Year: `${year}-01`, Whole: undefined }
  for (const [span, from] of Object.entries(first)) {
    if (column === `done${span}`)
      return moneyAddress({ ...scopeOf(of), entries: 'done', from: from ?? null, to: month })
    if (column === `paid${span}`)
      return ledgerAddress(of, from === undefined ? undefined : `${from}-01`, lastDay(month))
  }
  if (column === 'yearPlan') return moneyAddress({ tab: 'annual', year, projectId: of.projectId ?? null })
  return column === 'total' ? totalAddress(of) : undefined
}

function annualOrigin(year: string, column: string, of: RowSubject): string | undefined {
  if (column === 'year' || column === 'sources')
    return moneyAddress({ tab: 'annual', year, projectId: of.projectId ?? null })
  return column === 'total' ? totalAddress(of) : undefined
}

const commitments: readonly string[] = ['amount', 'changes', 'committed']

function contractOrigin(column: string, of: RowSubject): string | undefined {
  const contract = { tab: 'contracts' as const, ...scopeOf(of), entriesOf: of.contractId ?? null }
  if (commitments.includes(column)) return moneyAddress({ ...contract, entries: 'contract' })
  if (column === 'done') return moneyAddress({ ...contract, entries: 'done' })
  if (column === 'paid') return ledgerAddress(of)
  return column === 'unpaid' ? contractAddress(of) : undefined
}

const holdings: readonly string[] = ['basis', 'due', 'guarantee', 'held']

function retentionOrigin(column: string, of: RowSubject): string | undefined {
  if (column === 'released') return `${ledgerAddress(of)}&kind=retentionRelease`
  if (!holdings.includes(column)) return undefined
  return of.contractId === undefined
    ? moneyAddress({ tab: 'holdings', projectId: of.projectId ?? null })
    : contractAddress(of)
}

function contractAddress({ projectId, contractId }: RowSubject): string {
  return moneyAddress({ tab: 'contracts', projectId: projectId ?? null, contractId: contractId ?? null })
}

/** 总投资: the project with its quote or its 概算; of several the overview. */
function totalAddress({ projectId }: RowSubject): string {
  return projectId === undefined ? '/' : `/projects/${encodeURIComponent(projectId)}`
}

function scopeOf({ projectId, planId }: RowSubject): Partial<MoneyView> {
  return { projectId: projectId ?? null, planId: planId ?? null }
}

function ledgerAddress({ projectId, planId, contractId }: RowSubject, from?: string, to?: string): string {
  const query = new URLSearchParams({
    ...(contractId === undefined ? {} : { contractId }),
    ...(contractId !== undefined || projectId === undefined ? {} : { projectId }),
    ...(planId === undefined ? {} : { planId }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })
  return `/payments?${query.toString()}`
}

function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
