import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../db/domain/fen.ts'
import { type PaymentRow, type PaymentSort, paymentSorts } from '../../../db/domain/payment.ts'
import { instantInTable } from '../../parts/instant.ts'
import { type RecordColumn, RecordTable } from '../../parts/RecordTable.tsx'
import { useMay } from '../../state.tsx'
import { ChangeHistory } from '../change/ChangeHistory.tsx'
import { entryInWords } from './entryInWords.ts'

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

function Rows({ rows, sort, markedId, onSort, onOpen, onOpenLinked, onReverse }: Props) {
  const { t } = useTranslation('payment')
  const mayReverse = useMay('reversePayment')
  // Keyed by place: the next page fills the rows that are there, in half the time that fifty new ones take.
  const places = new Map(rows.map((row, place) => [row.id, String(place)]))
  const sorted = (key: SortKey) => ({
    key,
    sorter: true,
    sortOrder: sort === key ? ('ascend' as const) : sort === `-${key}` ? ('descend' as const) : null,
    ...(newestFirst.has(key) ? { sortDirections: ['descend' as const, 'ascend' as const] } : {}),
  })
  const columns: readonly RecordColumn<PaymentRow>[] = [
    { title: t('paidOn'), dataIndex: 'paidOn', width: digits(7.4), className: 'figure', ...sorted('paidOn') },
    { title: t('project'), dataIndex: 'projectName', width: '17%', ellipsis: true, ...sorted('projectName') },
    { title: t('payee'), dataIndex: 'payee', width: '15%', ellipsis: true, ...sorted('payee') },
    {
      title: t('purpose'),
      key: 'purpose',
      ellipsis: { showTitle: false },
      render: (_, row) => (
        <>
          <Mark row={row} onOpenLinked={onOpenLinked} />
          <span title={row.purpose}>{row.purpose}</span>
        </>
      ),
    },
    {
      title: t('amountYuan'),
      width: digits(10.5),
      isFigure: true,
      ...sorted('amountFen'),
      render: (_, row) => (
        <span className={row.amountFen < 0 ? 'figure red' : 'figure'}>
          {formatFen(row.amountFen, 'yuan')}
        </span>
      ),
    },
    {
      title: t('voucherNo'),
      dataIndex: 'voucherNo',
      width: digits(7),
      ellipsis: true,
      ...sorted('voucherNo'),
    },
    {
      title: t('memo'),
      key: 'memo',
      width: '8%',
      ellipsis: { showTitle: false },
      render: (_, row) => {
        const text = row.reason ?? row.memo ?? ''
        return <span title={text}>{text}</span>
      },
    },
    {
      title: t('recordedByAt'),
      width: digits(10.2),
      ellipsis: { showTitle: false },
      ...sorted('recordedAt'),
      render: (_, row) => (
        <span title={`${row.actorName} ${instantInTable(row.recordedAt)}`}>
          {row.actorName} <span className="grey">{instantInTable(row.recordedAt).slice(5)}</span>
        </span>
      ),
    },
    {
      title: t('actions'),
      key: 'actions',
      width: digits(mayReverse ? 7 : 4),
      className: 'payment-actions is-screen-only',
      render: (_, row) => (
        <>
          {mayReverse && row.reversesId === null && row.reversedById === null && (
            <button
              type="button"
              className="plain-button"
              aria-label={t('reverseNamed', { entry: entryInWords(row, t('yuan')) })}
              onClick={() => {
                onReverse(row)
              }}
            >
              {t('reverse')}
            </button>
          )}
          <ChangeHistory entityId={row.id} subject={entryInWords(row, t('yuan'))} isSmall />
        </>
      ),
    },
  ]
  return (
    <RecordTable<PaymentRow>
      label={t('tableName')}
      rows={rows}
      rowKey={(row) => places.get(row.id) ?? row.id}
      columns={columns}
      onOpen={onOpen}
      rowClassName={(row) =>
        [
          row.reversesId === null ? '' : 'is-red-entry',
          row.reversedById === null ? '' : 'is-reversed',
          row.id === markedId ? 'is-marked' : '',
        ]
          .filter((name) => name !== '')
          .join(' ')
      }
      onChange={(_page, _filters, sorter) => {
        const [chosen] = Array.isArray(sorter) ? sorter : [sorter]
        const key = `${chosen?.order === 'descend' ? '-' : ''}${String(chosen?.columnKey)}`
        onSort((chosen?.order ? paymentSorts.find((known) => known === key) : undefined) ?? '-paidOn')
      }}
    />
  )
}

function Mark({
  row,
  onOpenLinked,
}: {
  readonly row: PaymentRow
  readonly onOpenLinked: (row: PaymentRow) => void
}) {
  const { t } = useTranslation('payment')
  if (row.reversesId === null && row.reversedById === null) return null
  const isRed = row.reversesId !== null
  return (
    <button
      type="button"
      className={isRed ? 'tag is-red payment-mark' : 'tag payment-mark'}
      title={isRed ? t('openOriginal') : t('openReversal')}
      onClick={() => {
        onOpenLinked(row)
      }}
    >
      {isRed ? t('reversal') : t('reversed')}
    </button>
  )
}

type SortKey = Exclude<PaymentSort, `-${string}`>
const newestFirst: ReadonlySet<SortKey> = new Set<SortKey>(['paidOn', 'amountFen', 'recordedAt'])

/** A width that grows with the type of the table, so that figures fit on a projector, too. */
function digits(count: number) {
  return `calc(var(--font-table) * ${String(count)})`
}
