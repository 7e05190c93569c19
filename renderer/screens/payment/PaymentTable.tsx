import type { TFunction } from 'i18next'
import { memo, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentRow, PaymentSort } from '../../../db/domain/payment.ts'
import { useMay } from '../../state.tsx'
import { AttachmentDrawer } from '../attachment/AttachmentDrawer.tsx'
import { useAttachmentCounts } from '../attachment/useAttachmentCounts.ts'
import { ChangeDrawer } from '../change/ChangeDrawer.tsx'
import { entryInWords } from './entryInWords.ts'
import { type LineWords, PaymentLine } from './PaymentLine.tsx'
import { nextSort, type SortKey } from './paymentSort.ts'

interface Props {
  readonly rows: readonly PaymentRow[]
  readonly sort: PaymentSort
  readonly markedId: string | null
  readonly onSort: (sort: PaymentSort) => void
  readonly onOpen: (row: PaymentRow) => void
  /** The red entry of a reversed one, or the original of a red one. */
  readonly onOpenLinked: (row: PaymentRow) => void
  readonly onReverse: (row: PaymentRow) => void
}

/** Drawn again only when its rows change, not with every key in the form above it. */
export const PaymentTable = memo(Rows)

/** A plain table: a page of fifty rows is on the screen within the blink that a library's table took to prepare it. */
function Rows({ rows, sort, markedId, onSort, onOpen, onOpenLinked, onReverse }: Props) {
  const { t } = useTranslation(['payment', 'attachment'])
  const mayReverse = useMay('reversePayment')
  const [historyOf, setHistoryOf] = useState<PaymentRow | null>(null)
  const openHistory = useCallback((row: PaymentRow) => {
    setHistoryOf(row)
  }, [])
  const [filesOf, setFilesOf] = useState<PaymentRow | null>(null)
  const fileCount = useAttachmentCounts(rows)
  const words = useMemo(() => lineWords(t), [t])
  const heading = (key: SortKey, title: string, isFigure = false) => (
    <Heading key={key} of={key} title={title} sort={sort} isFigure={isFigure} onSort={onSort} />
  )
  return (
    <>
      <table className="sheet payment-sheet" aria-label={t('tableName')}>
        <colgroup>
          <col className="col-day" />
          <col className="col-project" />
          <col className="col-payee" />
          <col />
          <col className="col-amount" />
          <col className="col-voucher" />
          <col className="col-memo" />
          <col className="col-recorded" />
          <col className={mayReverse ? 'col-actions is-screen-only' : 'col-action is-screen-only'} />
        </colgroup>
        <thead>
          <tr>
            {heading('paidOn', t('paidOn'))}
            {heading('projectName', t('project'))}
            {heading('payee', t('payee'))}
            <th scope="col">{t('purpose')}</th>
            {heading('amountFen', t('amountYuan'), true)}
            {heading('voucherNo', t('voucherNo'))}
            <th scope="col">{t('memo')}</th>
            {heading('recordedAt', t('recordedByAt'))}
            <th scope="col" className="is-screen-only">
              {t('actions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // Keyed by place: the next page fills the rows that are there.
            <PaymentLine
              key={String(place)}
              row={row}
              isMarked={row.id === markedId}
              fileCount={fileCount(row.id)}
              mayReverse={mayReverse}
              words={words}
              onOpen={onOpen}
              onOpenLinked={onOpenLinked}
              onReverse={onReverse}
              onHistory={openHistory}
              onFiles={setFilesOf}
            />
          ))}
        </tbody>
      </table>
      {filesOf !== null && (
        <AttachmentDrawer
          subject="payment"
          subjectId={filesOf.id}
          title={entryInWords(filesOf, t('yuan'))}
          onClose={() => {
            setFilesOf(null)
          }}
        />
      )}
      {historyOf !== null && (
        <ChangeDrawer
          entityId={historyOf.id}
          subject={entryInWords(historyOf, t('yuan'))}
          onClose={() => {
            setHistoryOf(null)
          }}
        />
      )}
    </>
  )
}

function lineWords(t: TFunction<['payment', 'attachment']>): LineWords {
  const gap = '@@'
  const [reverseNamed, changesNamed] = [t('reverseNamed', { entry: gap }), t('changesNamed', { entry: gap })]
  const counted = '##'
  const filesNamed = t('attachment:ofCounted', { title: gap, files: counted })
  return {
    yuan: t('yuan'),
    reverse: t('reverse'),
    reversed: t('reversed'),
    reversal: t('reversal'),
    changes: t('changes'),
    openOriginal: t('openOriginal'),
    openReversal: t('openReversal'),
    reverseNamed: (entry) => reverseNamed.replace(gap, () => entry),
    filesNamed: (entry, count) => filesNamed.replace(gap, () => entry).replace(counted, String(count)),
    changesNamed: (entry) => changesNamed.replace(gap, () => entry),
  }
}

interface HeadingProps {
  readonly of: SortKey
  readonly title: string
  readonly sort: PaymentSort
  readonly isFigure: boolean
  readonly onSort: (sort: PaymentSort) => void
}

/** Sorts by its column: once, the other way round, and then as the ledger is by itself. */
function Heading({ of, title, sort, isFigure, onSort }: HeadingProps) {
  const order = sort === of ? 'ascending' : sort === `-${of}` ? 'descending' : undefined
  return (
    <th scope="col" aria-sort={order} className={isFigure ? 'is-figure' : ''}>
      <button
        type="button"
        className="sort-button"
        onClick={() => {
          onSort(nextSort(sort, of))
        }}
      >
        {title}
        <span className={order === undefined ? 'sort-mark' : `sort-mark is-${order}`} aria-hidden="true" />
      </button>
    </th>
  )
}
