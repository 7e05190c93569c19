import type { TFunction } from 'i18next'
import { memo, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentRow, PaymentSort } from '../../../db/domain/payment.ts'
import { useMay } from '../../state.tsx'
import { AttachmentDrawer } from '../attachment/AttachmentDrawer.tsx'
import { useAttachmentCounts } from '../attachment/useAttachmentCounts.ts'
import { ChangeDrawer } from '../change/ChangeDrawer.tsx'
import { entryInWords } from './entryInWords.ts'
import { columnLooks, widthsOf } from './ledgerColumn.ts'
import { type LineWords, PaymentLine } from './PaymentLine.tsx'
import { nextSort, type SortKey } from './paymentSort.ts'
import type { LedgerColumn } from './useLedgerColumns.ts'

interface Props {
  readonly rows: readonly PaymentRow[]
  readonly columns: readonly LedgerColumn[]
  /** Of the filter. */
  readonly fundId: string | undefined
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
function Rows({ rows, columns, fundId, sort, markedId, onSort, onOpen, onOpenLinked, onReverse }: Props) {
  const { t } = useTranslation(['payment', 'attachment', 'money', 'correction'])
  const mayReverse = useMay('reversePayment')
  const [historyOf, setHistoryOf] = useState<PaymentRow | null>(null)
  const openHistory = useCallback((row: PaymentRow) => {
    setHistoryOf(row)
  }, [])
  const [filesOf, setFilesOf] = useState<PaymentRow | null>(null)
  const fileCount = useAttachmentCounts(rows)
  const words = useMemo(() => lineWords(t), [t])
  const widths = useMemo(() => widthsOf(columns, mayReverse ? 10.5 : 6), [columns, mayReverse])
  return (
    <>
      <table className="sheet payment-sheet" style={{ minWidth: widths.least }} aria-label={t('tableName')}>
        <colgroup>
          {columns.map((column, place) => (
            <col key={column} style={{ width: widths.columns[place] }} />
          ))}
          <col className="is-screen-only" style={{ width: widths.actions }} />
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column} column={column} sort={sort} onSort={onSort} />
            ))}
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
              columns={columns}
              fundId={fundId}
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

function lineWords(t: TFunction<['payment', 'attachment', 'money', 'correction']>): LineWords {
  const gap = '@@'
  const [reverseNamed, changesNamed] = [t('reverseNamed', { entry: gap }), t('changesNamed', { entry: gap })]
  const counted = '##'
  const filesNamed = t('attachment:ofCounted', { title: gap, files: counted })
  return {
    yuan: t('yuan'),
    reverse: t('reverse'),
    mark: (mark) => t(`correction:mark.${mark}`),
    markOpens: (mark) => t(`correction:markOpens.${mark}`),
    changes: t('changes'),
    reverseNamed: (entry) => reverseNamed.replace(gap, () => entry),
    filesNamed: (entry, count) => filesNamed.replace(gap, () => entry).replace(counted, String(count)),
    changesNamed: (entry) => changesNamed.replace(gap, () => entry),
    kind: t('money:paymentKind', { returnObjects: true }),
  }
}

interface HeadingProps {
  readonly column: LedgerColumn
  readonly sort: PaymentSort
  readonly onSort: (sort: PaymentSort) => void
}

function Heading({ column, sort, onSort }: HeadingProps) {
  const { t } = useTranslation('payment')
  const { title, sortKey } = columnLooks[column]
  const className = column === 'amountFen' || column === 'fundPart' ? 'is-figure' : ''
  return sortKey === undefined ? (
    <th scope="col" className={className}>
      {t(title)}
    </th>
  ) : (
    <SortHeading of={sortKey} title={t(title)} sort={sort} className={className} onSort={onSort} />
  )
}

interface SortHeadingProps {
  readonly of: SortKey
  readonly title: string
  readonly sort: PaymentSort
  readonly className: string
  readonly onSort: (sort: PaymentSort) => void
}

/** Sorts by its column: once, the other way round, and then as the ledger is by itself. */
function SortHeading({ of, title, sort, className, onSort }: SortHeadingProps) {
  const order = sort === of ? 'ascending' : sort === `-${of}` ? 'descending' : undefined
  return (
    <th scope="col" aria-sort={order} className={className}>
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
