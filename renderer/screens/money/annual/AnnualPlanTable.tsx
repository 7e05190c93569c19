import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { AnnualPlanRow, annualPlanTotals } from '../../../../db/domain/annualPlan.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { PeriodText } from '../../../parts/PeriodText.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { moneyAddress } from '../useMoneyView.ts'
import { PctText } from './PctText.tsx'
import { paidInYear } from './paidInYear.ts'
import { SourceText } from './SourceText.tsx'

interface AnnualPlanTableProps {
  readonly rows: readonly AnnualPlanRow[]
  readonly sums: z.infer<typeof annualPlanTotals>
  readonly onOpen: (row: AnnualPlanRow) => void
}

/** The six columns of 政府投资条例 第十六条, then how the year went. */
export function AnnualPlanTable({ rows, sums, onOpen }: AnnualPlanTableProps) {
  const { t } = useTranslation('annualPlan')
  return (
    <div className="money-scroll">
      <table className="sheet book-table annual-table" aria-label={t('title')}>
        <thead>
          <tr>
            <th scope="col">{t('project')}</th>
            <th scope="col">{t('scope')}</th>
            <th scope="col">{t('period')}</th>
            {(['total', 'plan'] as const).map((name) => (
              <th key={name} scope="col" className="is-figure">
                <AmountHeader label={t(name)} />
              </th>
            ))}
            <th scope="col">{t('sources')}</th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('done')} />
            </th>
            <th scope="col" className="is-figure">
              %
            </th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('paid')} />
            </th>
            <th scope="col" className="is-figure">
              %
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="book-total">
            <th scope="row" colSpan={3}>
              {t('sum', { count: rows.length })}
              <span className="grey annual-unknown">{unknownText(sums)}</span>
            </th>
            <td className="is-figure">
              <FormulaFigure label={t('total')} fen={sums.totalFen} parts={parts('totalFen')} />
            </td>
            <td className="is-figure">
              <FormulaFigure label={t('plan')} fen={sums.planFen} parts={parts('planFen')} />
            </td>
            <td>
              <SourceText sources={sums.sources} partsOf={sourceParts} />
            </td>
            <td className="is-figure">
              <FormulaFigure label={t('done')} fen={sums.doneFen} parts={parts('doneFen')} />
            </td>
            <td className="is-figure">
              <PctText pct={sums.donePct} />
            </td>
            <td className="is-figure">
              <FormulaFigure label={t('paid')} fen={sums.paidFen} parts={parts('paidFen')} />
            </td>
            <td className="is-figure">
              <PctText pct={sums.paidPct} />
            </td>
          </tr>
          {rows.map((row) => (
            <PlanLine key={row.projectId} row={row} onOpen={() => onOpen(row)} />
          ))}
        </tbody>
      </table>
    </div>
  )

  /** What each project adds to a sum, where its figure comes from. */
  function parts(book: 'totalFen' | 'planFen' | 'doneFen' | 'paidFen') {
    return rows.flatMap((row) => {
      const fen = row[book]
      const to = originOf(row, book)
      return fen === null ? [] : [{ name: row.projectName, sign: '+' as const, fen, to }]
    })
  }

  /** What each project's plan has of a source. */
  function sourceParts(fundId: string | null) {
    return rows.flatMap((row) => {
      const fen = row.sources.find((source) => source.fundId === fundId)?.planFen ?? null
      return fen === null ? [] : [{ name: row.projectName, sign: '+' as const, fen, open: () => onOpen(row) }]
    })
  }

  function unknownText({ unknown }: AnnualPlanTableProps['sums']): string {
    const parts = [
      unknown.total === 0 ? '' : t('unknownTotal', { count: unknown.total }),
      unknown.plan === 0 ? '' : t('unknownPlan', { count: unknown.plan }),
      unknown.done === 0 ? '' : t('unknownDone', { count: unknown.done }),
    ].filter((part) => part !== '')
    return parts.length === 0 ? '' : t('withoutUnknown', { parts: parts.join(t('and')) })
  }
}

function originOf({ projectId, year, totalBasis }: AnnualPlanRow, book: string): string {
  if (book === 'paidFen') return paidInYear(projectId, year)
  if (book === 'doneFen') return doneInYear(projectId, year)
  if (book === 'planFen') return moneyAddress({ tab: 'annual', projectId, year: String(year) })
  return totalBasis === 'budget'
    ? moneyAddress({ tab: 'budgets', projectId })
    : `/projects/${encodeURIComponent(projectId)}`
}

/** The 计量 of the year. */
function doneInYear(projectId: string, year: number): string {
  const [from, to] = [`${String(year)}-01`, `${String(year)}-12`]
  return moneyAddress({ tab: 'annual', projectId, year: String(year), entries: 'done', from, to })
}

function PlanLine({ row, onOpen }: { readonly row: AnnualPlanRow; readonly onOpen: () => void }) {
  const { t } = useTranslation(['annualPlan', 'money'])
  const { projectId, year } = row
  return (
    <tr>
      <th scope="row">
        <button type="button" className="name-button annual-name" title={t('openPlan')} onClick={onOpen}>
          {row.projectName}
        </button>
        {row.version > 1 && <StatusTag tone="accent">{t('versionNo', { version: row.version })}</StatusTag>}
      </th>
      <td className="annual-scope" title={row.scope ?? ''}>
        {row.scope ?? <span className="grey">{t('notFilled')}</span>}
      </td>
      <td>{row.period ?? <PeriodText start={row.plannedStart} finish={row.plannedFinish} />}</td>
      <td className="is-figure">
        <Amount
          fen={row.totalFen}
          origin={{ to: originOf(row, 'totalFen') }}
          originName={t(`basis.${row.totalBasis}`)}
        />
        {row.totalBasis === 'plan' && <div className="grey annual-basis">{t('basis.plan')}</div>}
      </td>
      <td className="is-figure">
        <Amount fen={row.planFen} unknown="notEntered" origin={{ open: onOpen }} originName={t('openPlan')} />
        {row.adjustedFen !== null && row.adjustedFen !== 0 && (
          <div className="grey annual-basis">
            {row.adjustedFen > 0 ? '+' : ''}
            <Amount fen={row.adjustedFen} origin={{ open: onOpen }} originName={t('openPlan')} />
          </div>
        )}
      </td>
      <td>
        <SourceText sources={row.sources} onOpen={onOpen} />
      </td>
      <td className="is-figure">
        <Amount
          fen={row.doneFen}
          unknown="notEntered"
          origin={{ to: doneInYear(projectId, year) }}
          originName={t('money:origin.done')}
        />
      </td>
      <td className="is-figure">
        <PctText pct={row.donePct} />
      </td>
      <td className="is-figure">
        <Amount
          fen={row.paidFen}
          origin={{ to: paidInYear(projectId, year) }}
          originName={t('money:origin.paid')}
        />
      </td>
      <td className="is-figure">
        <PctText pct={row.paidPct} />
      </td>
    </tr>
  )
}
