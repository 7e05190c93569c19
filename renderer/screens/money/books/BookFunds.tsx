import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { useAllPages } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { LoadState } from '../../../parts/LoadState.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import { FundBalance } from '../fund/FundBalance.tsx'
import { WithoutUnknown } from '../fund/FundTable.tsx'
import { FundTotal } from '../fund/FundTotal.tsx'
import { fundEntriesAddress, fundPaymentsAddress } from '../fund/fundAddress.ts'

type FundRow = RequestOutput<'listFunds'>['items'][number]

/** The fifth book: what each source granted, paid and still holds. */
export function BookFunds({ projectId }: { readonly projectId: string | null }) {
  const { t } = useTranslation(['money', 'terms'])
  const funds = useAllPages('listFunds', projectId === null ? {} : { projectId })
  return (
    <Block
      title={t('fundsTitle')}
      lead={t('fundsLead')}
      actions={
        funds.data !== undefined && (
          <ExportTable
            name={t('fundsTitle')}
            columns={[
              { title: t('fund'), cell: ({ name }: FundRow) => name },
              moneyColumn<FundRow>(t('received'), ({ receivedFen }) => receivedFen, t('terms:notEntered')),
              moneyColumn<FundRow>(t('paid'), ({ paidFen }) => paidFen, ''),
              moneyColumn<FundRow>(t('balance'), ({ balanceFen }) => balanceFen, t('terms:notEntered')),
            ]}
            rows={usedIn(projectId, funds.data)}
          />
        )
      }
    >
      <Loaded answer={funds}>
        {(rows) => {
          const used = usedIn(projectId, rows)
          if (used.length === 0) return <LoadState kind="empty" text={t('fundsNone')} />
          return (
            <div className="money-scroll">
              <table className="sheet book-table fund-table" aria-label={t('fundsTitle')}>
                <thead>
                  <tr>
                    <th scope="col">{t('fund')}</th>
                    {(['received', 'paid', 'balance'] as const).map((name) => (
                      <th key={name} scope="col" className="is-figure">
                        <AmountHeader label={t(name)} />
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  <tr className="book-total">
                    <th scope="row">
                      {t('total')} <WithoutUnknown funds={used} />
                    </th>
                    {(['received', 'paid', 'balance'] as const).map((book) => (
                      <td key={book} className="is-figure">
                        <FundTotal book={book} funds={used} projectId={projectId} />
                      </td>
                    ))}
                  </tr>
                  {used.map((fund) => (
                    <tr key={fund.id}>
                      <th scope="row" title={t(`fundKind.${fund.kind}`)}>
                        {fund.name}
                      </th>
                      <td className="is-figure">
                        <Amount
                          fen={fund.receivedFen}
                          unknown="notEntered"
                          origin={{ to: fundEntriesAddress(fund.id, projectId) }}
                          originName={t('origin.funds')}
                        />
                      </td>
                      <td className="is-figure">
                        <Amount
                          fen={fund.paidFen}
                          origin={{ to: fundPaymentsAddress(fund.id, projectId) }}
                          originName={t('origin.paid')}
                        />
                      </td>
                      <td className="is-figure">
                        <FundBalance fundId={fund.id} projectId={projectId} sums={fund} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }}
      </Loaded>
    </Block>
  )
}

function usedIn(projectId: string | null, rows: readonly FundRow[]) {
  return projectId === null ? rows : rows.filter(({ projects }) => projects.length > 0)
}
