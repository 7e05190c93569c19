import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { markOf } from '../../../db/domain/entryMark.ts'
import { amountInWords, formatFen } from '../../../db/domain/fen.ts'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { useRequest } from '../../api.ts'
import { Amount, entered } from '../../parts/Amount.tsx'
import { instantInTable } from '../../parts/instant.ts'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { ImportOrigin } from '../import/ImportOrigin.tsx'
import { fundEntriesAddress } from '../money/fund/fundAddress.ts'
import { moneyAddress } from '../money/useMoneyView.ts'
import { RelatedEntries } from './RelatedEntries.tsx'

interface Props {
  readonly entry: PaymentRow
  readonly onOpen: (entry: PaymentRow) => void
}

/** All that was recorded of one entry, what it is tied to, and its place in the chain. */
export function PaymentFacts({ entry, onOpen }: Props) {
  const { t } = useTranslation(['payment', 'money'])
  const newest = useRequest('listChanges', { entityId: entry.id, page: 1, pageSize: 1 }).data?.items[0]
  const { projectId, contractId, contractNumber } = entry
  return (
    <dl className="facts payment-facts">
      <dt>{t('amount')}</dt>
      <dd>
        <div className="payment-amount">
          <Amount fen={entry.amountFen} unit="yuan" withUnit origin="entered" />
          <Mark entry={entry} />
        </div>
        <div className="grey" lang="zh-CN">
          {amountInWords(entry.amountFen)}
        </div>
        <div className="grey" {...entered}>
          {t('inWan', { amount: formatFen(entry.amountFen, 'wan') })}
        </div>
      </dd>
      <Fact name={entry.reversesId === null ? t('paidOn') : t('reversedOn')}>{entry.paidOn}</Fact>
      <Fact name={t('project')}>
        <Link to={`/projects/${encodeURIComponent(projectId)}`}>{entry.projectName}</Link>
      </Fact>
      <Fact name={t('payee')}>{entry.payee}</Fact>
      <Fact name={t('purpose')}>{entry.purpose}</Fact>
      <Fact name={t('kind')}>{entry.kind === null ? null : t(`money:paymentKind.${entry.kind}`)}</Fact>
      {typeof entry.refundOf === 'string' && (
        <Fact name={t('refundOf')}>{t(`refundOfKind.${entry.refundOf}`)}</Fact>
      )}
      <Fact name={t('contract')}>
        {contractId === null ? null : (
          <Link to={moneyAddress({ tab: 'contracts', projectId, contractId })}>{contractNumber}</Link>
        )}
      </Fact>
      <Fact name={t('budgetLine')}>{entry.lineName}</Fact>
      <Fact name={t('funds')}>
        <Sources entry={entry} />
      </Fact>
      <Fact name={t('voucherNo')}>{entry.voucherNo}</Fact>
      <Fact name={t('invoiceNo')}>{entry.invoiceNo}</Fact>
      <Fact name={t('memo')}>{entry.memo}</Fact>
      {entry.reason !== null && <Fact name={t('reason')}>{entry.reason}</Fact>}
      <RelatedEntries entry={entry} onOpen={onOpen} />
      <ImportOrigin recordId={entry.id} />
      <Fact name={t('recordedBy')}>{entry.actorName}</Fact>
      <Fact name={t('recordedAt')}>{instantInTable(entry.recordedAt)}</Fact>
      <Fact name={t('id')}>
        <code>{entry.id}</code>
      </Fact>
      <Fact name={t('hash')}>{newest === undefined ? null : <code>{newest.hash}</code>}</Fact>
    </dl>
  )
}

function Mark({ entry }: Pick<Props, 'entry'>) {
  const { t } = useTranslation('correction')
  const mark = markOf(entry)
  if (mark === null) return null
  const tone = mark === 'red' ? 'red' : mark === 'adjusted' ? 'amber' : mark === 'blue' ? 'accent' : 'grey'
  return <StatusTag tone={tone}>{t(`mark.${mark}`)}</StatusTag>
}

/** Each source with its part of the entry. */
function Sources({ entry: { projectId, fundSplit } }: Pick<Props, 'entry'>) {
  const { t } = useTranslation('payment')
  if (fundSplit.length === 0) return <span className="grey">{t('fundUnsplit')}</span>
  return fundSplit.map(({ fundId, fundName, amountFen }) => (
    <div key={fundId} className="payment-source">
      <Link to={fundEntriesAddress(fundId, projectId)}>{fundName}</Link>
      <Amount fen={amountFen} unit="yuan" withUnit origin="entered" />
    </div>
  ))
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useTranslation('payment')
  const isAbsent = children === null || children === ''
  return (
    <>
      <dt>{name}</dt>
      <dd className={isAbsent ? 'grey' : 'payment-fact'}>{isAbsent ? t('notFilled') : children}</dd>
    </>
  )
}
