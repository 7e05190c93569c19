import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { useMay } from '../../../state.tsx'
import { paymentsOf } from '../../project/paymentsOf.ts'
import { MapCostClass } from '../budget/MapCostClass.tsx'
import { moneyAddress } from '../useMoneyView.ts'
import { type ShownBooks, shownBooks } from './shownBooks.ts'

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
  const cost = useRequest('costByClass', { projectId })
  return (
    <Block title={t('costTitle')} lead={t('costLead')}>
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
                  <CostCells part={shownBooks(total, paid)} />
                </tr>
                {items.map((part) => (
                  <Fragment key={part.costClass ?? 'none'}>
                    <tr className="book-group">
                      <th scope="row">
                        {part.costClass === null ? t('costClassNone') : t(`costClass.${part.costClass}`)}
                      </th>
                      <CostCells part={shownBooks(part, paid)} />
                    </tr>
                    {part.lines.map((line) => (
                      <tr key={line.lineKey ?? 'none'}>
                        <th scope="row" className="book-project">
                          {line.code !== null && <span className="line-code">{line.code}</span>}
                          {mayMap && line.lineKey !== null ? (
                            <button
                              type="button"
                              className="version-name"
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
                          part={shownBooks(line, paid)}
                          projectId={projectId}
                          versionId={versionId}
                          line={line}
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

interface CostCellsProps {
  readonly part: Pick<ShownBooks, 'budgetFen' | 'doneFen' | 'paidFen'>
  readonly projectId?: string
  readonly versionId?: string | null
  /** A 科目 that opens its entries; sums of a class are those of the lines below it. */
  readonly line?: CostLine
}

function CostCells({ part, projectId, versionId = null, line }: CostCellsProps) {
  const { t } = useTranslation('money')
  const lineKey = line?.lineKey ?? 'none'
  const origin = (to: string) => (line === undefined || projectId === undefined ? undefined : { to })
  const of = projectId ?? ''
  return (
    <>
      <td className="is-figure">
        <Amount
          fen={part.budgetFen}
          unknown="notEntered"
          origin={
            versionId === null || lineKey === 'none'
              ? undefined
              : origin(moneyAddress({ tab: 'budgets', projectId: of, versionId, lineKey }))
          }
          originName={t('origin.budget')}
        />
      </td>
      <td className="is-figure">
        <Amount
          fen={part.doneFen}
          unknown="notEntered"
          origin={origin(moneyAddress({ projectId: of, entries: 'done', lineKey }))}
          originName={t('origin.done')}
        />
      </td>
      <td className="is-figure">
        <Amount
          fen={part.paidFen}
          unknown="notEntered"
          origin={origin(`${paymentsOf(of)}&budgetLineId=${encodeURIComponent(line?.lineId ?? 'none')}`)}
          originName={t('origin.paid')}
        />
      </td>
    </>
  )
}
