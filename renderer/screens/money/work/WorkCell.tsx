import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Fen, formatFen } from '../../../../db/domain/fen.ts'
import type { RequestInput } from '../../../../db/requests/requests.ts'
import { useCommand } from '../../../api.ts'
import { useAmountUnit, useLanguage } from '../../../state.tsx'
import { typedAmount } from '../typedAmount.ts'
import type { AskedReason } from './WorkReason.tsx'

interface WorkCellProps {
  readonly place: {
    readonly contractId: string
    readonly budgetLineId: string | null
    readonly month: string
  }
  readonly label: string
  /** What the month's entries come to; null: none. */
  readonly savedFen: Fen | null
  /** A correction, or a warning, is saved with its reason. */
  readonly onAsk: (asked: AskedReason) => void
  /** Opens the entries that come to it. */
  readonly onOpen: () => void
}

/**
 * The work of one month, 科目 and contract. What is typed is what the month comes to: the difference to what stands is a
 * new entry, since measured work is never edited.
 */
export function WorkCell({ place, label, savedFen, onAsk, onOpen }: WorkCellProps) {
  const { t } = useTranslation('money')
  const unit = useAmountUnit()
  const language = useLanguage()
  const command = useCommand('recordProgressValue')
  const saved = savedFen === null ? '' : formatFen(savedFen, unit)
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const save = () => {
    if (typed === null || typed.trim() === saved) {
      setTyped(null)
      return
    }
    const read =
      typed.trim() === '' ? { fen: 0, fault: null } : typedAmount(typed, unit, 'notNegative', language)
    setFault(read.fault)
    if (read.fen === null) return
    const amountFen = read.fen - (savedFen ?? 0)
    if (amountFen === 0) {
      setTyped(null)
      return
    }
    const { contractId, budgetLineId, month } = place
    const input: RequestInput<'recordProgressValue'> = {
      contractId,
      month,
      amountFen,
      split: [{ budgetLineId, amountFen }],
    }
    const ask = (why: string) => {
      setTyped(null)
      onAsk({ input, label, beforeFen: savedFen, afterFen: read.fen, why })
    }
    if (savedFen !== null) {
      ask(t('gridCorrection'))
      return
    }
    command.mutate(input, {
      onSuccess: () => setTyped(null),
      onError: ({ error }) => {
        if (error.code === 'warningsNeedReason') ask(error.message)
        else setFault(error.message)
      },
    })
  }

  return (
    <>
      <input
        className={fault === null ? 'work-cell' : 'work-cell is-faulty'}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={fault !== null}
        value={typed ?? saved}
        onChange={(event) => {
          setTyped(event.target.value)
          setFault(null)
        }}
        onFocus={(event) => event.target.select()}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            setTyped(null)
            setFault(null)
          }
          goOn(event)
        }}
      />
      {savedFen !== null && (
        <button
          type="button"
          className="work-cell-open"
          aria-label={`${label} · ${t('origin.done')}`}
          title={t('origin.done')}
          onClick={onOpen}
        >
          ⋯
        </button>
      )}
      {fault !== null && (
        <div className="line-fault" role="alert">
          {fault}
        </div>
      )}
    </>
  )
}

/** Enter and the arrows go from cell to cell; left and right once the caret is at the text's end. */
function goOn(event: KeyboardEvent<HTMLInputElement>) {
  const input = event.currentTarget
  const isAll = input.selectionStart === 0 && input.selectionEnd === input.value.length
  const isAtStart = isAll || (input.selectionStart === 0 && input.selectionEnd === 0)
  const isAtEnd = isAll || input.selectionStart === input.value.length
  const row = input.closest('tr')
  const column = input.closest('td')?.cellIndex
  const across = [...(row?.querySelectorAll<HTMLInputElement>('input.work-cell') ?? [])]
  const down = [
    ...(input.closest('table')?.querySelectorAll<HTMLInputElement>('input.work-cell') ?? []),
  ].filter((other) => other.closest('td')?.cellIndex === column)
  const beside = (cells: readonly HTMLInputElement[], by: number) => cells[cells.indexOf(input) + by]
  const next = {
    ArrowDown: beside(down, 1),
    ArrowUp: beside(down, -1),
    Enter: beside(down, event.shiftKey ? -1 : 1),
    ArrowLeft: isAtStart ? beside(across, -1) : undefined,
    ArrowRight: isAtEnd ? beside(across, 1) : undefined,
  }[event.key]
  if (next !== undefined) {
    event.preventDefault()
    next.focus()
  } else if (event.key === 'Enter') {
    // Else the same key press reaches the dialog that asks why, and closes it.
    event.preventDefault()
    input.blur()
  }
}
