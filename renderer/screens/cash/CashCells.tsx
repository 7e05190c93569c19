import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { monthsOfYear } from '../../../db/domain/cashEntry.ts'
import type { CashPlanRow } from '../../../db/domain/cashPlan.ts'
import { type Fen, formatFen } from '../../../db/domain/fen.ts'
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
  /** Of a source of a row: what a person set, and what it would be otherwise. */
  readonly months?: CashPlanRow['sources'][number]['months']
  /** A month of it can be set. */
  readonly cellOf?: Pick<CashCell, 'contractId' | 'taskId' | 'fundId' | 'number' | 'source'>
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
          origin={{
            open: () => own.onOpen({ title: `${label} · ${name}`, filter: { ...filter, ...where } }),
          }}
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
        const { isAdjusted: isSet = false, reckonedFen = 0 } = own.months?.[index] ?? {}
        const isPast = month < plan.asOf.slice(0, 7)
        const open: CashFigure = {
          title: `${label} · ${month}`,
          filter: { ...filter, from: month, to: month },
          spent: { fen: spent, to: paymentsInMonth(month, { projectId: own.projectId, ...filter }) },
          ...(cell === undefined || isPast
            ? {}
            : { cell: { ...cell, month: index + 1, planFen: planned, reckonedFen, isAdjusted: isSet } }),
        }
        const fen = planned + spent
        return (
          <Cell
            key={month}
            tone={toneOf(isSet, isPast, fen === 0)}
            {...(isSet ? { why: t('setInstead', { amount: formatFen(reckonedFen, 'yuan') }) } : {})}
          >
            {!(isPast && spentFen === undefined) && (
              <Amount fen={fen} origin={{ open: () => own.onOpen(open) }} originName={t('openEntries')} />
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

function toneOf(isSet: boolean, isPast: boolean, isZero: boolean): string {
  return ['is-figure', isSet && 'is-set', isPast && 'is-past', isZero && 'is-zero'].filter(Boolean).join(' ')
}

interface CellProps {
  readonly tone: string
  readonly why?: string
  readonly children: ReactNode
}

function Cell({ tone, why, children }: CellProps) {
  return (
    <td className={tone} title={why}>
      {children}
    </td>
  )
}
