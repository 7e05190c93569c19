import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type fundRow, sumOfFunds } from '../../../../db/domain/fund.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AttachmentButton } from '../../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../../attachment/useAttachmentCounts.ts'
import { FundBalance } from './FundBalance.tsx'
import { FundHeads } from './FundHeads.tsx'
import { FundTotal } from './FundTotal.tsx'
import { fundPaymentsAddress } from './fundAddress.ts'
import { pctOfKnown } from './fundExport.ts'

export type FundRow = z.infer<typeof fundRow>

interface FundTableProps {
  readonly funds: readonly FundRow[]
  readonly projectId: string | null
  readonly chosenId: string | null
  readonly onChoose: (fundId: string) => void
  /** To the entries behind a figure. */
  readonly onDrill: (fundId: string, entryKind: 'allotment' | 'receipt') => void
}

export function FundTable({ funds, projectId, chosenId, onChoose, onDrill }: FundTableProps) {
  const { t } = useTranslation(['money', 'fund'])
  const total = sumOfFunds(funds)
  const filesOf = useAttachmentCounts(funds)
  return (
    <div className="money-scroll">
      <table className="sheet book-table" aria-label={t('tab.funds')}>
        <thead>
          <tr>
            <th scope="col">{t('fund')}</th>
            <th scope="col">{t('fundKindTitle')}</th>
            <th scope="col">{t('documentNo')}</th>
            <FundHeads />
          </tr>
        </thead>
        <tbody>
          <tr className="book-total">
            <th scope="row">
              {t('total')} <WithoutUnknown funds={funds} />
            </th>
            <td />
            <td />
            {(['allotted', 'received', 'paid', 'balance'] as const).map((book) => (
              <td key={book} className="is-figure">
                <FundTotal book={book} funds={funds} projectId={projectId} />
              </td>
            ))}
            <Pcts sums={total} />
          </tr>
          {funds.map((fund) => (
            <tr key={fund.id} className={fund.id === chosenId ? 'is-shown' : ''}>
              <th scope="row">
                <button
                  type="button"
                  className="name-button"
                  aria-pressed={fund.id === chosenId}
                  onClick={() => onChoose(fund.id)}
                >
                  {fund.name}
                </button>{' '}
                <AttachmentButton
                  subject="fund"
                  subjectId={fund.id}
                  title={fund.name}
                  count={filesOf(fund.id)}
                />
              </th>
              <td>{t(`fundKind.${fund.kind}`)}</td>
              <td>{fund.documentNo ?? <span className="grey">{t('none')}</span>}</td>
              <td className="is-figure">
                <Amount
                  fen={fund.allottedFen}
                  unknown="notEntered"
                  origin={{ open: () => onDrill(fund.id, 'allotment') }}
                  originName={t('fund:openAllotted')}
                />
              </td>
              <td className="is-figure">
                <Amount
                  fen={fund.receivedFen}
                  unknown="notEntered"
                  origin={{ open: () => onDrill(fund.id, 'receipt') }}
                  originName={t('fund:openReceived')}
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
              <Pcts sums={fund} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Of how many sources nobody entered what they received: a sum leaves them out. */
export function WithoutUnknown({ funds }: { readonly funds: readonly Pick<FundRow, 'receivedFen'>[] }) {
  const { t } = useTranslation('fund')
  const count = funds.filter(({ receivedFen }) => receivedFen === null).length
  return count > 0 && count < funds.length && <span className="grey">{t('withoutUnknown', { count })}</span>
}

/** 到位率 and 支付率; nothing where there is nothing to be a part of. */
export function Pcts({ sums }: { readonly sums: Pick<FundRow, 'allottedFen' | 'receivedFen' | 'paidFen'> }) {
  const pcts = [pctOfKnown(sums.receivedFen, sums.allottedFen), pctOfKnown(sums.paidFen, sums.receivedFen)]
  return pcts.map((pct, index) => (
    <td key={String(index)} className="is-figure is-share">
      {pct === null ? <span className="grey">—</span> : pct.toFixed(2)}
    </td>
  ))
}
