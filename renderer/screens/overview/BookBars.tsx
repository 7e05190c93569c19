import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../db/domain/fen.ts'
import type { PlanSummary } from '../../../db/domain/plan.ts'
import { Amount } from '../../parts/Amount.tsx'
import { Bar } from '../../parts/Bar.tsx'
import { portfolioOrigins } from '../money/books/bookOrigins.ts'
import { PlanBudget } from './PlanBudget.tsx'

/** 概算 · 合同 · 完成投资 · 支付, never added together. A bar shows a book's share of the limit, or of the plan's figure. */
export function BookBars({ summary }: { readonly summary: PlanSummary }) {
  const { t } = useTranslation('overview')
  const whole = wholeOf(summary)
  const origins = portfolioOrigins(summary.planId)
  const paid: Fen | null = summary.paymentCount === 0 ? null : summary.paidFen
  const books = [
    { name: t('budget'), fen: summary.budgetFen, to: null, opens: '' },
    { name: t('contract'), fen: summary.contractFen, to: origins.contract, opens: t('contractOpen') },
    { name: t('done'), fen: summary.doneFen, to: origins.done, opens: t('doneOpen') },
    { name: t('paid'), fen: paid, to: origins.paid, opens: t('paidOpen') },
  ]
  return (
    <table className="book-bars" aria-label={t('booksLabel')}>
      <tbody>
        {books.map(({ name, fen, to, opens }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="book-bar">
              {fen !== null && whole !== null && (
                <Bar share={fen / whole.fen} label={shareLabel(name, fen)} />
              )}
            </td>
            <td className="plan-figure">
              {to === null ? (
                <PlanBudget summary={summary} />
              ) : (
                <Amount
                  fen={fen}
                  unknown="notEntered"
                  origin={to === undefined ? undefined : { to }}
                  originName={opens}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )

  function shareLabel(name: string, fen: Fen) {
    if (whole === null) return name
    return t('shareOf', { name, whole: t(whole.name), percent: `${((fen / whole.fen) * 100).toFixed(1)}%` })
  }
}

/** What the books are measured against: the approved limit, else what the plan publishes, else its items. */
function wholeOf(summary: PlanSummary) {
  const { budgetFen, publishedTotalFen, itemsTotalFen } = summary
  if (budgetFen !== null && budgetFen > 0) return { fen: budgetFen, name: 'budget' } as const
  if (publishedTotalFen !== null && publishedTotalFen > 0)
    return { fen: publishedTotalFen, name: 'publishedTotal' } as const
  const envelopes = summary.envelopes.reduce((sum, envelope) => sum + envelope.amountFen, 0)
  if (envelopes > 0 || itemsTotalFen === null || itemsTotalFen === 0) return null
  return { fen: itemsTotalFen, name: 'itemsTotal' } as const
}
