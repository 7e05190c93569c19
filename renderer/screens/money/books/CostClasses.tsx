import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { useMay } from '../../../state.tsx'
import { paymentsOf } from '../../project/paymentsOf.ts'
import { MapCostClass } from '../budget/MapCostClass.tsx'
import { moneyAddress } from '../useMoneyView.ts'
import { NoBudget } from './BookCells.tsx'
import { ExportCosts } from './ExportCosts.tsx'
import { type ShownBooks, shownBooks } from './shownBooks.ts'
import { Unclassified } from './Unclassified.tsx'

type CostPart = RequestOutput<'costByClass'>['items'][number]
type CostLine = CostPart['lines'][number]

interface Props {
  readonly projectId: string
  /** The project as it is listed. */
  readonly paid: Parameters<typeof shownBooks>[1]
}

/** 建设成本: what was granted, measured and paid by class, and the 科目 under each. */
export function CostClasses({ projectId, paid }: Props) {
  const { t } = useTranslation('money')
  const mayMap = useMay('mapCostClass')
  const [mapping, setMapping] = useState<(CostLine & { readonly costClass: CostPart['costClass'] }) | null>(
    null,
  )
  const nameOf = (costClass: CostPart['costClass']) =>
    costClass === null ? t('costClassNone') : t(`costClass.${costClass}`)
  const cost = useRequest('costByClass', { projectId })
  return (
    <Block
      title={t('costTitle')}
      lead={t('costLead')}
      actions={cost.data !== undefined && <ExportCosts cost={cost.data} paid={paid} nameOf={nameOf} />}
    >
      <Loaded answer={cost}>
        {({ items, total, versionId }) => (
          <div className="money-scroll">
            <table className="sheet book-table" aria-label={t('costTitle')}>
              <thead>
                <tr>
                  <th scope="col">{t('costClassTitle')}</th>
                  {(['budgetFen', 'doneFen', 'paidFen'] as const).map((book) => (
                    <th key={book} scope="col" className="is-figure">
                      <AmountHeader label={t(`book.${book}`)} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr className="book-total">
                  <th scope="row">{t('total')}</th>
                  <CostSums
                    part={shownBooks(total, paid)}
                    whole={shownBooks(total, paid)}
                    parts={items.map((part) => ({ ...part, name: nameOf(part.costClass) }))}
                  />
                </tr>
                {items.map((part) => (
                  <Fragment key={part.costClass ?? 'none'}>
                    <tr className="book-group">
                      <th scope="row">{nameOf(part.costClass)}</th>
                      <CostSums
                        part={shownBooks(part, paid)}
                        whole={shownBooks(total, paid)}
                        parts={part.lines.map((line) => ({
                          ...line,
                          name: line.name ?? t('unclassified'),
                          origins: costOrigins(projectId, versionId, line),
                        }))}
                      />
                    </tr>
                    {part.lines.map((line) => (
                      <tr key={line.lineKey ?? 'none'}>
                        <th scope="row" className="book-project">
                          {line.code !== null && <span className="line-code">{line.code}</span>}
                          {mayMap && line.lineKey !== null ? (
                            <button
                              type="button"
                              className="name-button"
                              title={t('mapNamed', { name: line.name ?? '' })}
                              onClick={() => setMapping({ ...line, costClass: part.costClass })}
                            >
                              {line.name}
                            </button>
                          ) : (
                            (line.name ?? t('unclassified'))
                          )}
                        </th>
                        <CostCells
                          isLoose={line.lineKey === null}
                          part={shownBooks(line, paid)}
                          whole={shownBooks(total, paid)}
                          origins={costOrigins(projectId, versionId, line)}
                        />
                      </tr>
                    ))}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {mapping?.lineKey !== undefined && mapping.lineKey !== null && (
        <MapCostClass
          projectId={projectId}
          line={{ lineKey: mapping.lineKey, name: mapping.name ?? '', costClass: mapping.costClass }}
          onClose={() => setMapping(null)}
        />
      )}
    </Block>
  )
}

const costBooks = [
  ['budgetFen', 'budget'],
  ['doneFen', 'done'],
  ['paidFen', 'paid'],
] as const
type CostOrigins = Partial<Readonly<Record<(typeof costBooks)[number][0], string>>>

/** Where the figures of a 科目 come from; 未分科目 has no line in the budget. */
function costOrigins(
  projectId: string,
  versionId: string | null,
  { lineId, lineKey }: CostLine,
): CostOrigins {
  return {
    ...(versionId === null || lineKey === null
      ? {}
      : { budgetFen: moneyAddress({ tab: 'budgets', projectId, versionId, lineKey }) }),
    doneFen: moneyAddress({ projectId, entries: 'done', lineKey: lineKey ?? 'none' }),
    paidFen: `${paymentsOf(projectId)}&budgetLineId=${encodeURIComponent(lineId ?? 'none')}`,
  }
}

type CostFigures = Pick<ShownBooks, 'budgetFen' | 'doneFen' | 'paidFen'>

interface CostCellsProps {
  /** 未分科目 */
  readonly isLoose: boolean
  readonly part: CostFigures
  /** Of the project: a figure that is unknown although its book is kept may stand under 未分科目. */
  readonly whole: CostFigures
  readonly origins: CostOrigins
}

/** A 科目: each figure opens its entries. */
function CostCells({ part, whole, isLoose, origins }: CostCellsProps) {
  const { t } = useTranslation('money')
  return costBooks.map(([book, name]) => {
    const to = origins[book]
    return (
      <td key={book} className="is-figure">
        {book === 'budgetFen' && isLoose ? (
          <NoBudget />
        ) : part[book] === null && whole[book] !== null ? (
          <Unclassified />
        ) : (
          <Amount
            fen={part[book]}
            unknown="notEntered"
            origin={to === undefined ? undefined : { to }}
            originName={t(`origin.${name}`)}
          />
        )}
      </td>
    )
  })
}

interface CostSumsProps extends Pick<CostCellsProps, 'part' | 'whole'> {
  readonly parts: readonly (CostFigures & { readonly name: string; readonly origins?: CostOrigins })[]
}

/** A class, or all of them: each figure opens what adds up to it. */
function CostSums({ part, whole, parts }: CostSumsProps) {
  const { t } = useTranslation('money')
  return costBooks.map(([book]) => (
    <td key={book} className="is-figure">
      {part[book] === null && whole[book] !== null ? (
        <Unclassified />
      ) : (
        <FormulaFigure
          label={t(`book.${book}`)}
          fen={part[book]}
          parts={parts.flatMap(({ name, origins, ...figures }) => {
            const fen = figures[book]
            return fen === null || fen === 0 ? [] : [{ name, sign: '+' as const, fen, to: origins?.[book] }]
          })}
        />
      )}
    </td>
  ))
}
