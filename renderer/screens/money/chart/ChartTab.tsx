import '../money.css'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { BookChart } from './BookChart.tsx'
import { SpendChart } from './SpendChart.tsx'

/** 图表: the books side by side, and what was spent by month against the plan. */
export function ChartTab({ view, show }: MoneyTabProps) {
  return (
    <>
      <BookChart projectId={view.projectId} />
      <SpendChart view={view} show={show} />
    </>
  )
}
