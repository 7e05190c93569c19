import { memo } from 'react'
import { formatFen } from '../../../db/domain/fen.ts'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { instantInTable } from '../../parts/instant.ts'
import { keyboardRow } from '../../parts/RecordTable.tsx'
import { FileMark } from '../attachment/FileMark.tsx'
import { entryInWords } from './entryInWords.ts'

interface Props {
  readonly row: PaymentRow
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
  readonly reverse: string
  readonly reversed: string
  readonly reversal: string
  readonly changes: string
  readonly openOriginal: string
  readonly openReversal: string
  readonly reverseNamed: (entry: string) => string
  readonly changesNamed: (entry: string) => string
  readonly filesNamed: (entry: string, count: number) => string
}

/** One entry of the ledger. */
export const PaymentLine = memo(Line)

function Line(props: Props) {
  const { row, isMarked, fileCount, mayReverse, words, onOpen, onOpenLinked, onReverse, onHistory } = props
  const open = keyboardRow(() => {
    onOpen(row)
  })
  const note = row.reason ?? row.memo ?? ''
  const recordedAt = instantInTable(row.recordedAt)
  const entry = entryInWords(row, words.yuan)
  return (
    <tr {...open} className={`${open.className} ${classOf(row, isMarked)}`}>
      <td className="figure">{row.paidOn}</td>
      <td title={row.projectName}>{row.projectName}</td>
      <td title={row.payee}>{row.payee}</td>
      <td title={row.purpose}>
        <Mark row={row} words={words} onOpenLinked={onOpenLinked} />
        {fileCount > 0 && (
          <button
            type="button"
            className="plain-button payment-files"
            aria-label={words.filesNamed(entry, fileCount)}
            onClick={() => {
              props.onFiles(row)
            }}
          >
            <FileMark count={fileCount} />
          </button>
        )}
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

function Mark({ row, words, onOpenLinked }: Pick<Props, 'row' | 'words' | 'onOpenLinked'>) {
  if (row.reversesId === null && row.reversedById === null) return null
  const isRed = row.reversesId !== null
  return (
    <button
      type="button"
      className={isRed ? 'tag is-red payment-mark' : 'tag payment-mark'}
      title={isRed ? words.openOriginal : words.openReversal}
      onClick={() => {
        onOpenLinked(row)
      }}
    >
      {isRed ? words.reversal : words.reversed}
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

/** Neither a reversal, nor reversed, nor a difference: those are put right by their original. */
function isReversible({ reversesId, reversedById, adjustsId }: PaymentRow): boolean {
  return reversesId === null && reversedById === null && (adjustsId ?? null) === null
}
