import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetLineRow } from '../../../../db/domain/budget.ts'
import { formatFen } from '../../../../db/domain/fen.ts'
import { useCommand } from '../../../api.ts'
import { useAmountUnit, useLanguage } from '../../../state.tsx'
import { pastedBlock } from '../../import/pastedCells.ts'
import { typedAmount } from '../typedAmount.ts'
import { isBlock } from './columnPaste.ts'

interface LineAmountProps {
  readonly line: BudgetLineRow
  /** A block of cells pasted into this field. */
  readonly onPasteBlock: (text: string) => void
  /** Alt with an arrow moves the line itself. */
  readonly onMove: (by: -1 | 1) => void
}

/** The amount of a leaf, typed in the column's unit; it is saved when the field is left. Empty: none. */
export function LineAmount({ line, onPasteBlock, onMove }: LineAmountProps) {
  const { t } = useTranslation('money')
  const unit = useAmountUnit()
  const language = useLanguage()
  const command = useCommand('setBudgetLine')
  const saved = line.amountFen === null ? '' : formatFen(line.amountFen, unit)
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const save = () => {
    if (typed === null || typed === saved) return
    const read =
      typed.trim() === '' ? { fen: null, fault: null } : typedAmount(typed, unit, 'notNegative', language)
    setFault(read.fault)
    if (read.fault !== null || read.fen === line.amountFen) return
    command.mutate(
      { versionId: line.versionId, lineId: line.id, amountFen: read.fen },
      {
        onSuccess: () => setTyped(null),
        onError: ({ error }) => setFault(error.message),
      },
    )
  }
  return (
    <>
      <Input
        className="line-amount"
        size="small"
        inputMode="decimal"
        autoComplete="off"
        aria-label={t('lineAmountOf', { name: line.name })}
        aria-invalid={fault !== null}
        {...(fault === null ? {} : { status: 'error' as const })}
        placeholder={t('notFilled')}
        value={typed ?? saved}
        onChange={(event) => {
          setTyped(event.target.value)
          setFault(null)
        }}
        onBlur={save}
        onPaste={(event) => {
          const text = pastedBlock(event.clipboardData)
          if (!isBlock(text)) return
          event.preventDefault()
          setTyped(null)
          onPasteBlock(text)
        }}
        onKeyDown={(event) => {
          const by = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (event.key === 'Escape') setTyped(null)
          if (by === undefined) return
          event.preventDefault()
          if (event.altKey && event.key !== 'Enter') onMove(by < 0 ? -1 : 1)
          else focusBeside(event.currentTarget, by)
        }}
      />
      {fault !== null && (
        <div className="line-fault" role="alert">
          {fault}
        </div>
      )}
    </>
  )
}

/** Enter and the arrows go from leaf to leaf, as in a column of a workbook. */
function focusBeside(input: HTMLInputElement, by: number) {
  const all = [...(input.closest('table')?.querySelectorAll<HTMLInputElement>('input.line-amount') ?? [])]
  const next = all[all.indexOf(input) + by]
  if (next === undefined) input.blur()
  else {
    next.focus()
    next.select()
  }
}
