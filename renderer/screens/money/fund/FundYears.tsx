import { useTranslation } from 'react-i18next'
import { sumKnown } from '../../../../db/domain/fen.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { FundHeads } from './FundHeads.tsx'
import { Pcts } from './FundTable.tsx'
import { FundTotal } from './FundTotal.tsx'
import { fundPaymentsAddress } from './fundAddress.ts'
import { bookColumns, pctColumns } from './fundExport.ts'

type YearOfFund = RequestOutput<'fundsByYear'>['items'][number]

interface FundYearsProps {
  readonly fundId: string | null
  readonly projectId: string | null
  readonly onDrill: (fundId: string, entryKind: 'allotment' | 'receipt', year: string) => void
}

/** 下达, 到位 and 支付 of each year, by source; every figure opens its entries. */
export function FundYears({ fundId, projectId, onDrill }: FundYearsProps) {
  const { t } = useTranslation(['money', 'fund', 'terms'])
  const years = useRequest('fundsByYear', {
    ...(fundId === null ? {} : { fundId }),
    ...(projectId === null ? {} : { projectId }),
  })
  return (
    <Loaded answer={years}>
      {({ items }) =>
        items.length > 0 && (
          <Block
            title={t('fund:byYear')}
            lead={t('fund:byYearLead')}
            actions={
              <ExportTable
                name={t('fund:byYear')}
                rows={items}
                columns={[
                  { title: t('fund:year'), cell: ({ year }) => year },
                  { title: t('fund'), cell: ({ fundName }) => fundName },
                  ...bookColumns<YearOfFund>(t),
                  ...pctColumns<YearOfFund>(t),
                ]}
              />
            }
          >
            <div className="money-scroll">
              <table className="sheet book-table" aria-label={t('fund:byYear')}>
                <thead>
                  <tr>
                    <th scope="col">{t('fund:year')}</th>
                    <th scope="col">{t('fund')}</th>
                    <FundHeads hasBalance={false} />
                  </tr>
                </thead>
                <tbody>
                  {[...Map.groupBy(items, ({ year }) => year)].map(([year, own]) => (
                    <YearLines key={year} year={year} own={own} projectId={projectId} onDrill={onDrill} />
                  ))}
                </tbody>
              </table>
            </div>
          </Block>
        )
      }
    </Loaded>
  )
}

interface YearLinesProps extends Pick<FundYearsProps, 'projectId' | 'onDrill'> {
  readonly year: string
  readonly own: readonly YearOfFund[]
}

function YearLines({ year, own, projectId, onDrill }: YearLinesProps) {
  const { t } = useTranslation(['money', 'fund'])
  const total = {
    allottedFen: sumKnown(own.map(({ allottedFen }) => allottedFen)),
    receivedFen: sumKnown(own.map(({ receivedFen }) => receivedFen)),
    paidFen: own.reduce((sum, { paidFen }) => sum + paidFen, 0),
  }
  return (
    <>
      {own.length > 1 && (
        <tr className="book-total">
          <th scope="row">{t('fund:ofYear', { year })}</th>
          <td>{t('fund:allFunds')}</td>
          {(['allotted', 'received', 'paid'] as const).map((book) => (
            <td key={book} className="is-figure">
              <FundTotal
                book={book}
                funds={own.map((line) => ({ ...line, id: line.fundId, name: line.fundName }))}
                projectId={projectId}
                year={year}
              />
            </td>
          ))}
          <Pcts sums={total} />
        </tr>
      )}
      {own.map((line) => (
        <tr key={line.fundId}>
          <th scope="row">{t('fund:ofYear', { year })}</th>
          <td>{line.fundName}</td>
          <td className="is-figure">
            <Amount
              fen={line.allottedFen}
              unknown="notEntered"
              origin={{ open: () => onDrill(line.fundId, 'allotment', year) }}
              originName={t('fund:openAllotted')}
            />
          </td>
          <td className="is-figure">
            <Amount
              fen={line.receivedFen}
              unknown="notEntered"
              origin={{ open: () => onDrill(line.fundId, 'receipt', year) }}
              originName={t('fund:openReceived')}
            />
          </td>
          <td className="is-figure">
            <Amount
              fen={line.paidFen}
              origin={{ to: fundPaymentsAddress(line.fundId, projectId, year) }}
              originName={t('fund:openPaid')}
            />
          </td>
          <Pcts sums={line} />
        </tr>
      ))}
    </>
  )
}
