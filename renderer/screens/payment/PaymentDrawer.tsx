import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { amountInWords, formatFen } from '../../../db/domain/fen.ts'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { useRequest } from '../../api.ts'
import { Amount, entered } from '../../parts/Amount.tsx'
import { instantInTable } from '../../parts/instant.ts'
import { LoadState } from '../../parts/LoadState.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useMay } from '../../state.tsx'
import { AttachmentBlock } from '../attachment/AttachmentBlock.tsx'
import { ChangeHistory } from '../change/ChangeHistory.tsx'
import { ImportOrigin } from '../import/ImportOrigin.tsx'
import { entryInWords } from './entryInWords.ts'
import { RelatedEntries } from './RelatedEntries.tsx'
import { useLinkedPayment } from './useLinkedPayment.ts'

interface Props {
  readonly entry: PaymentRow
  readonly onOpen: (entry: PaymentRow) => void
  readonly onReverse: (entry: PaymentRow) => void
  readonly onClose: () => void
}

/** One entry in full, with what it cancels or what cancels it, and its place in the chain. */
export function PaymentDrawer({ entry, onOpen, onReverse, onClose }: Props) {
  const { t } = useTranslation(['payment', 'terms', 'correction'])
  const mayReverse = useMay('reversePayment')
  const newest = useRequest('listChanges', { entityId: entry.id, page: 1, pageSize: 1 }).data?.items[0]
  const isRed = entry.reversesId !== null
  const isDifference = (entry.adjustsId ?? null) !== null
  const canReverse = mayReverse && !isRed && !isDifference && entry.reversedById === null
  return (
    <Drawer
      open
      size={480}
      title={isRed ? t('reversalDetails') : t('details')}
      onClose={onClose}
      closable={{ 'aria-label': t('close') }}
      extra={
        <span className="drawer-actions">
          {canReverse && (
            <Button
              onClick={() => {
                onReverse(entry)
              }}
            >
              {t('reverse')}
            </Button>
          )}
          <ChangeHistory entityId={entry.id} subject={entryInWords(entry, t('yuan'))} />
        </span>
      }
    >
      <dl className="facts payment-facts">
        <dt>{t('amount')}</dt>
        <dd>
          <div className="payment-amount">
            <Amount fen={entry.amountFen} unit="yuan" withUnit origin="entered" />
            {isRed && <StatusTag tone="red">{t('reversal')}</StatusTag>}
            {entry.adjustedFen !== 0 && <StatusTag tone="amber">{t('correction:adjusted')}</StatusTag>}
            {entry.reversedById !== null && <StatusTag tone="grey">{t('reversed')}</StatusTag>}
          </div>
          <div className="grey" lang="zh-CN">
            {amountInWords(entry.amountFen)}
          </div>
          <div className="grey" {...entered}>
            {t('inWan', { amount: formatFen(entry.amountFen, 'wan') })}
          </div>
        </dd>
        <Fact name={isRed ? t('reversedOn') : t('paidOn')}>{entry.paidOn}</Fact>
        <Fact name={t('project')}>
          <Link to={`/projects/${encodeURIComponent(entry.projectId)}`}>{entry.projectName}</Link>
        </Fact>
        <Fact name={t('payee')}>{entry.payee}</Fact>
        <Fact name={t('purpose')}>{entry.purpose}</Fact>
        <Fact name={t('voucherNo')}>{entry.voucherNo}</Fact>
        <Fact name={t('memo')}>{entry.memo}</Fact>
        {isRed && <Fact name={t('reason')}>{entry.reason}</Fact>}
        <Linked entry={entry} onOpen={onOpen} />
        <RelatedEntries entry={entry} onOpen={onOpen} />
        <ImportOrigin recordId={entry.id} />
        <Fact name={t('recordedBy')}>{entry.actorName}</Fact>
        <Fact name={t('recordedAt')}>{instantInTable(entry.recordedAt)}</Fact>
        <Fact name={t('id')}>
          <code>{entry.id}</code>
        </Fact>
        <Fact name={t('hash')}>{newest === undefined ? null : <code>{newest.hash}</code>}</Fact>
      </dl>
      <AttachmentBlock subject="payment" subjectId={entry.id} />
    </Drawer>
  )
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

function Linked({ entry, onOpen }: Pick<Props, 'entry' | 'onOpen'>) {
  const { t } = useTranslation('payment')
  const { found, linked, isLinked } = useLinkedPayment(entry)
  if (!isLinked) return null
  return (
    <Fact name={entry.reversesId === null ? t('reversalEntry') : t('ofPayment')}>
      {linked !== null ? (
        <Button
          type="link"
          className="payment-linked"
          onClick={() => {
            onOpen(linked)
          }}
        >
          {entryInWords(linked, t('yuan'))}
        </Button>
      ) : found.error !== null ? (
        <LoadState kind="failed" error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <span className="grey">{found.isPending ? '…' : t('linkedMissing')}</span>
      )}
    </Fact>
  )
}
