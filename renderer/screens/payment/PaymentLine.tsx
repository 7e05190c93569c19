import { memo, type ReactNode } from 'react'
import { type EntryMark, isReversible, markOf } from '../../../db/domain/entryMark.ts'
import { formatFen } from '../../../db/domain/fen.ts'
import { type PaymentKind, type PaymentRow, partOfFund } from '../../../db/domain/payment.ts'
import { entered } from '../../parts/Amount.tsx'
import { instantInTable } from '../../parts/instant.ts'
import { keyboardRow } from '../../parts/RecordTable.tsx'
import { FileMark } from '../attachment/FileMark.tsx'
import { entryInWords } from './entryInWords.ts'
import type { LedgerColumn } from './useLedgerColumns.ts'

interface Props {
  readonly row: PaymentRow
  readonly columns: readonly LedgerColumn[]
  readonly fundId: string | undefined
  readonly isMarked: boolean
  readonly fileCount: number
  readonly mayReverse: boolean
  readonly words: LineWords
  readonly onOpen: (row: PaymentRow) => void
  readonly onOpenLinked: (row: PaymentRow) => void
  readonly onReverse: (row: PaymentRow) => void
  readonly onHistory: (row: PaymentRow) => void
  readonly onFiles: (row: PaymentRow) => void
}

/** What every row says, asked for once: fifty rows that each ask take longer than all they draw. */
export interface LineWords {
  readonly yuan: string
  readonly kind: Readonly<Record<PaymentKind, string>>
  readonly reverse: string
  readonly mark: (mark: EntryMark) => string
  readonly markOpens: (mark: EntryMark) => string
  readonly changes: string
  readonly reverseNamed: (entry: string) => string
  readonly changesNamed: (entry: string) => string
  readonly filesNamed: (entry: string, count: number) => string
}

/** One entry of the ledger. */
export const PaymentLine = memo(Line)

function Line(props: Props) {
  const { row, columns, isMarked, mayReverse, words, onOpen, onReverse, onHistory } = props
  const open = keyboardRow(() => {
    onOpen(row)
  })
  const entry = entryInWords(row, words.yuan)
  return (
    <tr {...open} className={`${open.className} ${classOf(row, isMarked)}`}>
      {columns.map((column) => cellOf(column, entry, props))}
      <td className="payment-actions is-screen-only">
        {mayReverse && isReversible(row) && (
          <button
            type="button"
            className="plain-button"
            aria-label={words.reverseNamed(entry)}
            onClick={() => {
              onReverse(row)
            }}
          >
            {words.reverse}
          </button>
        )}
        <button
          type="button"
          className="plain-button"
          aria-label={words.changesNamed(entry)}
          onClick={() => {
            onHistory(row)
          }}
        >
          {words.changes}
        </button>
      </td>
    </tr>
  )
}

/** Called and not mounted: a page of fifty rows has up to 700 cells. */
function cellOf(column: LedgerColumn, entry: string, props: Props): ReactNode {
  const { row, words } = props
  if (column === 'purpose') return <Purpose key={column} entry={entry} {...props} />
  if (column === 'paidOn')
    return (
      <td key={column} className="figure">
        {row.paidOn}
      </td>
    )
  if (column === 'amountFen' || column === 'fundPart') {
    const fen = column === 'amountFen' ? row.amountFen : partOfFund(row, props.fundId ?? '')
    return (
      <td key={column} className={fen < 0 ? 'is-figure figure red' : 'is-figure figure'} {...entered}>
        {formatFen(fen, 'yuan')}
      </td>
    )
  }
  if (column === 'recordedAt') {
    const recordedAt = instantInTable(row.recordedAt)
    return (
      <td key={column} title={`${row.actorName} ${recordedAt}`}>
        {row.actorName} <span className="grey">{recordedAt.slice(5)}</span>
      </td>
    )
  }
  const text = textOf(column, row, words)
  return (
    <td key={column} title={text} {...(column === 'funds' ? entered : {})}>
      {text}
    </td>
  )
}

type TextColumn = Exclude<LedgerColumn, 'paidOn' | 'purpose' | 'amountFen' | 'fundPart' | 'recordedAt'>

function textOf(column: TextColumn, row: PaymentRow, words: LineWords): string {
  switch (column) {
    case 'kind':
      return [
        row.kind === null ? '' : words.kind[row.kind],
        row.refundOf === 'advance' ? words.kind.advance : '',
      ]
        .filter((word) => word !== '')
        .join(' · ')
    case 'funds':
      return fundsInWords(row)
    case 'memo':
      return row.reason ?? row.memo ?? ''
    case 'projectName':
    case 'payee':
    case 'contractNumber':
    case 'lineName':
    case 'voucherNo':
    case 'invoiceNo':
      return row[column] ?? ''
  }
}

interface PurposeProps extends Props {
  /** The entry in words, for who does not see its row. */
  readonly entry: string
}

function Purpose({ row, entry, fileCount, words, onOpenLinked, onFiles }: PurposeProps) {
  return (
    <td title={row.purpose}>
      <Mark row={row} words={words} onOpenLinked={onOpenLinked} />
      {fileCount > 0 && (
        <button
          type="button"
          className="plain-button payment-files"
          aria-label={words.filesNamed(entry, fileCount)}
          onClick={() => {
            onFiles(row)
          }}
        >
          <FileMark count={fileCount} />
        </button>
      )}
      {row.purpose}
    </td>
  )
}

/** One source by its name; several each with its part. */
function fundsInWords({ fundSplit }: PaymentRow): string {
  const [first, ...others] = fundSplit
  if (first === undefined) return ''
  if (others.length === 0) return first.fundName
  return fundSplit.map(({ fundName, amountFen }) => `${fundName} ${formatFen(amountFen, 'yuan')}`).join('；')
}

function Mark({ row, words, onOpenLinked }: Pick<Props, 'row' | 'words' | 'onOpenLinked'>) {
  const mark = markOf(row)
  if (mark === null) return null
  return (
    <button
      type="button"
      className={mark === 'red' ? 'tag is-red payment-mark' : 'tag payment-mark'}
      title={words.markOpens(mark)}
      onClick={() => {
        onOpenLinked(row)
      }}
    >
      {words.mark(mark)}
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
