import { useTranslation } from 'react-i18next'
import { useAllPages } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { LoadState } from '../../../parts/LoadState.tsx'
import { FundBalance } from '../fund/FundBalance.tsx'
import { FundTotal } from '../fund/FundTotal.tsx'
import { fundEntriesAddress, fundPaymentsAddress } from '../fund/fundAddress.ts'

/** The fifth book: what each source granted, paid and still holds. */
export function BookFunds({ projectId }: { readonly projectId: string | null }) {
  const { t } = useTranslation('money')
  const funds = useAllPages('listFunds', projectId === null ? {} : { projectId })
  return (
    <Block title={t('fundsTitle')} lead={t('fundsLead')}>
      <Loaded answer={funds}>
        {(rows) => {
          const used = projectId === null ? rows : rows.filter(({ projects }) => projects.length > 0)
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
                    <th scope="row">{t('total')}</th>
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
