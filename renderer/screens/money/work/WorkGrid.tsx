import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { useMay } from '../../../state.tsx'
import { WorkCell } from './WorkCell.tsx'
import { type AskedReason, WorkReason } from './WorkReason.tsx'

type Grid = RequestOutput<'progressGrid'>
type GridContract = Grid['items'][number]
type GridLine = GridContract['lines'][number]
type GridSums = Grid['total']

interface WorkGridProps {
  readonly grid: Grid
  /** Opens the entries of a contract; null: of the whole project. */
  readonly onEntries: (contractId: string | null) => void
}

/** Contracts down, months across; a contract of several 科目 has a row for each. */
export function WorkGrid({ grid, onEntries }: WorkGridProps) {
  const { t } = useTranslation('money')
  const mayRecord = useMay('recordProgressValue')
  const [asked, setAsked] = useState<AskedReason | null>(null)
  const months = Array.from({ length: 12 }, (_, index) => monthOf(grid.year, index))
  const thisMonth = localDay(new Date()).slice(0, 7)
  const isOpen = (of: string, contract: GridContract) =>
    mayRecord && of <= thisMonth && of >= contract.signedOn.slice(0, 7) && !grid.closed.includes(of)
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
          />
        ) : (
          <GridFigure fen={line.months[index] ?? null} />
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
                {grid.closed.includes(of) && <span aria-label={t('closed')}> 🔒</span>}
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
            <SumCells sums={grid.total} onEntries={() => onEntries(null)}>
              {grid.total.months.map((fen, index) => (
                <td key={monthOf(grid.year, index)} className="is-figure">
                  <GridFigure fen={fen} />
                </td>
              ))}
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
                  {contract.cumulativeFen > contract.committedFen && (
                    <StatusTag tone="amber">{t('doneOver')}</StatusTag>
                  )}
                </th>
                <SumCells sums={contract} onEntries={() => onEntries(contract.contractId)}>
                  {isWhole
                    ? cells(contract, only)
                    : contract.months.map((fen, index) => (
                        <td key={monthOf(grid.year, index)} className="is-figure">
                          <GridFigure fen={fen} />
                        </td>
                      ))}
                </SumCells>
              </tr>
              {!isWhole &&
                contract.lines.map((line) => (
                  <tr key={line.budgetLineId ?? 'none'}>
                    <th scope="row" className="work-line">
                      {line.code !== null && <span className="line-code">{line.code}</span>}
                      {line.name ?? t('unclassified')}
                    </th>
                    <SumCells sums={line}>{cells(contract, line)}</SumCells>
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

interface SumCellsProps {
  readonly sums: GridSums
  readonly onEntries?: () => void
  readonly children: ReactNode
}

/** A row's figures around its months. */
function SumCells({ sums, onEntries, children }: SumCellsProps) {
  const { t } = useTranslation('money')
  return (
    <>
      <td className="is-figure">
        <Amount fen={sums.committedFen} />
      </td>
      <td className="is-figure">
        <Amount
          fen={sums.cumulativeFen}
          origin={onEntries === undefined ? undefined : { open: onEntries }}
          originName={t('origin.done')}
        />
      </td>
      <td className="is-figure">
        {sums.donePct === null ? (
          <span className="grey">{t('notApplicable')}</span>
        ) : (
          `${sums.donePct.toFixed(1)}%`
        )}
      </td>
      <td className="is-figure">
        <GridFigure fen={sums.beforeFen === 0 ? null : sums.beforeFen} />
      </td>
      {children}
      <td className="is-figure">
        <Amount fen={sums.yearFen} />
      </td>
    </>
  )
}

/** Nothing measured leaves the cell empty: twelve grey words in each row would hide the figures. */
function GridFigure({ fen }: { readonly fen: number | null }) {
  return fen === null ? null : <Amount fen={fen} />
}

function monthOf(year: number, index: number) {
  return `${String(year)}-${String(index + 1).padStart(2, '0')}`
}
