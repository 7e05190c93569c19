import { LockOutlined } from '@ant-design/icons'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { useMay } from '../../../state.tsx'
import type { EntryBook, MoneyView } from '../useMoneyView.ts'
import { WorkCell } from './WorkCell.tsx'
import { type AskedReason, WorkReason } from './WorkReason.tsx'

type Grid = RequestOutput<'progressGrid'>
type GridContract = Grid['items'][number]
type GridLine = GridContract['lines'][number]
type GridSums = Grid['total']
type FigureOf = Partial<Pick<MoneyView, 'entriesOf' | 'lineKey' | 'from' | 'to'>>

interface WorkGridProps {
  readonly grid: Grid
  /** The project takes nothing more. */
  readonly isClosed: boolean
  /** Opens what adds up to a figure: of a contract, a 科目, months; what is left out counts all. */
  readonly onEntries: (entries: FigureOf & { readonly entries: EntryBook }) => void
}

/** Contracts down, months across; a contract of several 科目 has a row for each. */
export function WorkGrid({ grid, isClosed, onEntries }: WorkGridProps) {
  const { t } = useTranslation('money')
  const mayRecord = useMay('recordProgressValue') && !isClosed
  const [asked, setAsked] = useState<AskedReason | null>(null)
  const months = Array.from({ length: 12 }, (_, index) => monthOf(grid.year, index))
  const thisMonth = localDay(new Date()).slice(0, 7)
  const isOpen = (of: string, contract: GridContract) =>
    mayRecord && of <= thisMonth && of >= contract.signedOn.slice(0, 7) && !grid.closed.includes(of)
  const open = (entries: EntryBook, of: FigureOf) => onEntries({ entries, ...of })
  const monthCells = (sums: GridSums, of: FigureOf) =>
    sums.months.map((fen, index) => {
      const month = monthOf(grid.year, index)
      return (
        <td key={month} className="is-figure">
          <GridFigure fen={fen} onOpen={() => open('done', { ...of, from: month, to: month })} />
        </td>
      )
    })
  const cells = (contract: GridContract, line: GridLine) =>
    months.map((of, index) => (
      <td key={of} className={grid.closed.includes(of) ? 'is-figure is-closed' : 'is-figure'}>
        {isOpen(of, contract) ? (
          <WorkCell
            key={String(line.months[index])}
            place={{ contractId: contract.contractId, budgetLineId: line.budgetLineId, month: of }}
            label={t('gridCell', {
              contract: contract.number,
              line: line.name ?? t('unclassified'),
              month: of,
            })}
            savedFen={line.months[index] ?? null}
            onAsk={setAsked}
            onOpen={() => open('done', { ...lineOf(contract, line), from: of, to: of })}
          />
        ) : (
          <GridFigure
            fen={line.months[index] ?? null}
            onOpen={() => open('done', { ...lineOf(contract, line), from: of, to: of })}
          />
        )}
      </td>
    ))
  return (
    <div className="work-scroll">
      <table className="sheet work-grid" aria-label={t('tab.work')}>
        <thead>
          <tr>
            <th scope="col">{t('contract')}</th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('committed')} />
            </th>
            <th scope="col" className="is-figure">
              {t('cumulative')}
            </th>
            <th scope="col" className="is-figure">
              {t('donePct')}
            </th>
            <th scope="col" className="is-figure">
              {t('yearsBefore')}
            </th>
            {months.map((of, index) => (
              <th
                key={of}
                scope="col"
                className="is-figure"
                title={grid.closed.includes(of) ? t('monthClosedTitle') : undefined}
              >
                {t('monthShort', { month: index + 1 })}
                {grid.closed.includes(of) && <LockOutlined aria-label={t('closed')} />}
              </th>
            ))}
            <th scope="col" className="is-figure">
              {t('yearSum')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="book-total">
            <th scope="row">{t('total')}</th>
            <SumCells sums={grid.total} year={grid.year} of={{}} onOpen={open}>
              {monthCells(grid.total, {})}
            </SumCells>
          </tr>
        </tbody>
        {grid.items.map((contract) => {
          const [only, ...others] = contract.lines
          const isWhole = only !== undefined && others.length === 0
          return (
            <tbody key={contract.contractId}>
              <tr className={isWhole ? '' : 'book-group'}>
                <th scope="row" title={`${contract.name}（${contract.counterparty}）`}>
                  <span className="work-contract">
                    <span className="grey">{contract.number}</span> {contract.name}
                  </span>
                  {(contract.cumulativeFen ?? 0) > contract.committedFen && (
                    <StatusTag tone="amber">{t('doneOver')}</StatusTag>
                  )}
                </th>
                <SumCells
                  sums={contract}
                  year={grid.year}
                  of={{ entriesOf: contract.contractId }}
                  onOpen={open}
                >
                  {isWhole ? cells(contract, only) : monthCells(contract, { entriesOf: contract.contractId })}
                </SumCells>
              </tr>
              {!isWhole &&
                contract.lines.map((line) => (
                  <tr key={line.budgetLineId ?? 'none'}>
                    <th scope="row" className="work-line">
                      {line.code !== null && <span className="line-code">{line.code}</span>}
                      {line.name ?? t('unclassified')}
                    </th>
                    <SumCells sums={line} year={grid.year} of={lineOf(contract, line)} onOpen={open}>
                      {cells(contract, line)}
                    </SumCells>
                  </tr>
                ))}
            </tbody>
          )
        })}
      </table>
      {asked !== null && <WorkReason asked={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

/** A contract of one 科目 is opened whole: what it is not split over counts as well. */
function lineOf(contract: GridContract, line: GridLine): FigureOf {
  const entriesOf = contract.contractId
  return contract.lines.length === 1 ? { entriesOf } : { entriesOf, lineKey: line.lineKey ?? 'none' }
}

interface SumCellsProps {
  readonly sums: GridSums
  readonly year: number
  readonly of: FigureOf
  readonly onOpen: (entries: EntryBook, of: FigureOf) => void
  readonly children: ReactNode
}

/** A row's figures around its months. */
function SumCells({ sums, year, of, onOpen, children }: SumCellsProps) {
  const { t } = useTranslation('money')
  const [first, last] = [monthOf(year, 0), monthOf(year, 11)]
  return (
    <>
      <td className="is-figure">
        <Amount
          fen={sums.committedFen}
          origin={{ open: () => onOpen('contract', of) }}
          originName={t('origin.contract')}
        />
      </td>
      <td className="is-figure">
        <GridFigure fen={sums.cumulativeFen} onOpen={() => onOpen('done', { ...of, to: last })} />
      </td>
      <td className="is-figure">
        {sums.cumulativeFen === null ? null : sums.donePct === null ? (
          <span className="grey">{t('notApplicable')}</span>
        ) : (
          `${sums.donePct.toFixed(1)}%`
        )}
      </td>
      <td className="is-figure">
        <GridFigure
          fen={sums.beforeFen === 0 ? null : sums.beforeFen}
          onOpen={() => onOpen('done', { ...of, to: monthOf(year - 1, 11) })}
        />
      </td>
      {children}
      <td className="is-figure">
        <GridFigure fen={sums.yearFen} onOpen={() => onOpen('done', { ...of, from: first, to: last })} />
      </td>
    </>
  )
}

/** Nothing measured leaves the cell empty: twelve grey words in each row would hide the figures. */
function GridFigure({ fen, onOpen }: { readonly fen: number | null; readonly onOpen: () => void }) {
  const { t } = useTranslation('money')
  return fen === null ? null : <Amount fen={fen} origin={{ open: onOpen }} originName={t('origin.done')} />
}

function monthOf(year: number, index: number) {
  return `${String(year)}-${String(index + 1).padStart(2, '0')}`
}
