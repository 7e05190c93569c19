import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { monthsOfYear } from '../../../db/domain/cashEntry.ts'
import type { Fen } from '../../../db/domain/fen.ts'
import { Amount } from '../../parts/Amount.tsx'
import type { CashCell } from './AdjustCash.tsx'
import type { CashTableProps } from './CashTable.tsx'
import type { CashFigure } from './cashFigure.ts'
import { paymentsInMonth } from './paymentsInMonth.ts'

interface CashCellsProps extends Pick<CashTableProps, 'plan' | 'projectId' | 'onOpen'> {
  /** What the row is, for the titles of what its figures open. */
  readonly label: string
  readonly filter: CashFigure['filter']
  readonly hasEarlier: boolean
  readonly openFen?: Fen
  readonly spread: {
    readonly planFen: readonly Fen[]
    readonly spentFen?: readonly Fen[]
    readonly earlierFen?: Fen
    readonly laterFen?: Fen
    readonly undatedFen: Fen
  }
  readonly adjusted?: readonly boolean[]
  /** A month of it can be set. */
  readonly cellOf?: Pick<CashCell, 'contractId' | 'fundId' | 'number' | 'source'>
}

/** The figures of a row: open, before the year, its months, later, and 未排期; each opens what adds up to it. */
export function CashCells({ plan, spread, label, filter, hasEarlier, openFen, ...own }: CashCellsProps) {
  const { t } = useTranslation('cash')
  const months = monthsOfYear(plan.year)
  const { planFen, spentFen, earlierFen, laterFen, undatedFen } = spread
  const figure = (fen: Fen | undefined, name: string, where: CashFigure['filter'], tone = 'is-figure') => (
    <Cell tone={tone}>
      {fen !== undefined && (
        <Amount
          fen={fen}
          origin={
            fen === 0
              ? undefined
              : { open: () => own.onOpen({ title: `${label} · ${name}`, filter: { ...filter, ...where } }) }
          }
          originName={t('openEntries')}
        />
      )}
    </Cell>
  )
  return (
    <>
      {figure(openFen, t('open'), {})}
      {hasEarlier && figure(earlierFen, t('earlier'), { to: `${String(plan.year - 1)}-12` })}
      {months.map((month, index) => {
        const cell = own.cellOf
        const planned = planFen[index] ?? 0
        const spent = spentFen?.[index] ?? 0
        const isSet = own.adjusted?.[index] === true
        const isPast = month < plan.asOf.slice(0, 7)
        const open: CashFigure = {
          title: `${label} · ${month}`,
          filter: { ...filter, from: month, to: month },
          spent: { fen: spent, to: paymentsInMonth(month, { projectId: own.projectId, ...filter }) },
          ...(cell === undefined || isPast
            ? {}
            : { cell: { ...cell, month: index + 1, planFen: planned, isAdjusted: isSet } }),
        }
        const fen = planned + spent
        const isEmpty = fen === 0 && open.cell === undefined
        const tones = [isSet ? 'is-set' : '', isPast ? 'is-past' : '', fen === 0 ? 'is-zero' : '']
        return (
          <Cell key={month} tone={['is-figure', ...tones].join(' ').trim()}>
            {!(isPast && spentFen === undefined) && (
              <Amount
                fen={fen}
                origin={isEmpty ? undefined : { open: () => own.onOpen(open) }}
                originName={t('openEntries')}
              />
            )}
          </Cell>
        )
      })}
      {figure(laterFen, t('later'), { from: `${String(plan.year + 1)}-01` })}
      {figure(
        undatedFen,
        t('undated'),
        { isUndated: true },
        undatedFen < 0 ? 'is-figure amber' : 'is-figure',
      )}
    </>
  )
}

function Cell({ tone, children }: { readonly tone: string; readonly children: ReactNode }) {
  return <td className={tone}>{children}</td>
}
