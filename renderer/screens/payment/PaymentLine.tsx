import type { TFunction } from 'i18next'
import { memo } from 'react'
import { formatFen } from '../../../db/domain/fen.ts'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { instantInTable } from '../../parts/instant.ts'
import { keyboardRow } from '../../parts/RecordTable.tsx'
import { entryInWords } from './entryInWords.ts'

interface Props {
  readonly row: PaymentRow
  readonly isMarked: boolean
  readonly mayReverse: boolean
  /** The table's own: fifty rows that each ask for theirs take longer than what they say. */
  readonly t: TFunction<'payment'>
  readonly onOpen: (row: PaymentRow) => void
  readonly onOpenLinked: (row: PaymentRow) => void
  readonly onReverse: (row: PaymentRow) => void
  readonly onHistory: (row: PaymentRow) => void
}

/** One entry of the ledger. */
export const PaymentLine = memo(Line)

function Line({ row, isMarked, mayReverse, t, onOpen, onOpenLinked, onReverse, onHistory }: Props) {
  const open = keyboardRow(() => {
    onOpen(row)
  })
  const note = row.reason ?? row.memo ?? ''
  const recordedAt = instantInTable(row.recordedAt)
  const entry = entryInWords(row, t('yuan'))
  return (
    <tr {...open} className={`${open.className} ${classOf(row, isMarked)}`}>
      <td className="figure">{row.paidOn}</td>
      <td title={row.projectName}>{row.projectName}</td>
      <td title={row.payee}>{row.payee}</td>
      <td title={row.purpose}>
        <Mark row={row} t={t} onOpenLinked={onOpenLinked} />
        {row.purpose}
      </td>
      <td className={row.amountFen < 0 ? 'is-figure figure red' : 'is-figure figure'}>
        {formatFen(row.amountFen, 'yuan')}
      </td>
      <td title={row.voucherNo ?? ''}>{row.voucherNo}</td>
      <td title={note}>{note}</td>
      <td title={`${row.actorName} ${recordedAt}`}>
        {row.actorName} <span className="grey">{recordedAt.slice(5)}</span>
      </td>
      <td className="payment-actions is-screen-only">
        {mayReverse && row.reversesId === null && row.reversedById === null && (
          <button
            type="button"
            className="plain-button"
            aria-label={t('reverseNamed', { entry })}
            onClick={() => {
              onReverse(row)
            }}
          >
            {t('reverse')}
          </button>
        )}
        <button
          type="button"
          className="plain-button"
          aria-label={t('changesNamed', { entry })}
          onClick={() => {
            onHistory(row)
          }}
        >
          {t('changes')}
        </button>
      </td>
    </tr>
  )
}

function Mark({ row, t, onOpenLinked }: Pick<Props, 'row' | 't' | 'onOpenLinked'>) {
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

function classOf(row: PaymentRow, isMarked: boolean) {
  return [
    row.reversesId === null ? '' : 'is-red-entry',
    row.reversedById === null ? '' : 'is-reversed',
    isMarked ? 'is-marked' : '',
  ]
    .filter((name) => name !== '')
    .join(' ')
}
