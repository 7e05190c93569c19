import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { localDay } from '../../../db/domain/day.ts'
import { type ReportKind, reportKinds } from '../../../db/domain/report/report.ts'
import type { RequestInput } from '../../../db/requests/requests.ts'
import { useAmountUnit, useLanguage } from '../../state.tsx'

/** Which table, over what, on which paper: all of it in the address. */
export interface ReportChoice {
  readonly report: ReportKind
  /** 2026 or 2026-10; null: everything, or now. */
  readonly period: string | null
  readonly projectId: string | null
  readonly paper: 'A4' | 'A3'
}

export function useReportChoice(): readonly [ReportChoice, (changes: Partial<ReportChoice>) => void] {
  const [query, setQuery] = useSearchParams()
  const report = query.get('report')
  const period = query.get('period')
  const choice: ReportChoice = {
    report: reportKinds.find((known) => known === report) ?? 'monthlyReport',
    period: period !== null && /^[12]\d{3}(-(0[1-9]|1[0-2]))?$/.test(period) ? period : null,
    projectId: query.get('projectId'),
    paper: query.get('paper') === 'A3' ? 'A3' : 'A4',
  }
  const choose = useCallback(
    (changes: Partial<ReportChoice>) => {
      setQuery(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changes)) {
            if (value === null) next.delete(name)
            else next.set(name, value)
          }
          return next
        },
        { replace: true },
      )
    },
    [setQuery],
  )
  return [choice, choose]
}

/** What the choice asks of the library; a period that is no part of the table is left out. */
export function useReportInput({ report, period, projectId }: ReportChoice): RequestInput<'getReport'> {
  const unit = useAmountUnit()
  const language = useLanguage()
  const today = localDay(new Date())
  return {
    report,
    unit,
    language,
    ...(projectId === null || report === 'annualPlan' ? {} : { projectId }),
    ...(report === 'monthlyReport' ? { month: period?.length === 7 ? period : today.slice(0, 7) } : {}),
    ...(report === 'annualPlan' ? { year: Number((period ?? today).slice(0, 4)) } : {}),
    ...(report === 'paymentLedger' && period !== null ? daysOf(period) : {}),
  }
}

function daysOf(period: string) {
  if (period.length === 4) return { from: `${period}-01-01`, to: `${period}-12-31` }
  const last = new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 0))
  return { from: `${period}-01`, to: last.toISOString().slice(0, 10) }
}
