import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import { type Fen, formatFen, parseAmount } from '../../../db/domain/fen.ts'
import { RuleBroken } from '../../../db/domain/ruleBroken.ts'
import { type RuleCode, ruleText } from '../../../db/domain/ruleText.ts'
import { useLanguage } from '../../state.tsx'
import { DayInput } from './DayInput.tsx'
import { typedDay } from './typedDay.ts'
import { useTypedText } from './useTypedText.ts'

interface DayProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

export function DayFilter({ label, placeholder, value, onChange }: DayProps) {
  const language = useLanguage()
  const { typed, type, markSent } = useTypedText(value ?? '')
  const [isWrong, setIsWrong] = useState(false)
  return (
    <span className="filter-day" title={isWrong ? ruleText('dateInvalid', {}, language) : undefined}>
      <DayInput
        value={typed}
        onChange={(text) => {
          type(text)
          setIsWrong(false)
        }}
        onDone={(text) => {
          const read = typedDay(text, localDay(new Date()))
          setIsWrong(read === null && text.trim() !== '')
          if (read === null && text.trim() !== '') return
          markSent(read ?? '')
          if ((read ?? undefined) !== value) onChange(read ?? undefined)
        }}
        input={{
          'aria-label': label,
          placeholder,
          'aria-invalid': isWrong,
          ...(isWrong ? { status: 'error' as const } : {}),
        }}
      />
    </span>
  )
}

interface AmountProps {
  readonly label: string
  readonly placeholder: string
  readonly value: Fen | undefined
  readonly onChange: (amount: Fen | undefined) => void
}

/** A limit in 元; 万 behind the figure is read as such. */
export function AmountFilter({ label, placeholder, value, onChange }: AmountProps) {
  const { t } = useTranslation('payment')
  const language = useLanguage()
  const { typed, type, markSent } = useTypedText(value === undefined ? '' : formatFen(value, 'yuan'))
  const [broken, setBroken] = useState<RuleCode | null>(null)
  function finish() {
    const read = readLimit(typed)
    setBroken(typeof read === 'string' ? read : null)
    if (typeof read === 'string') return
    const shown = read === undefined ? '' : formatFen(read, 'yuan')
    type(shown)
    markSent(shown)
    if (read !== value) onChange(read)
  }
  return (
    <span
      className="filter-amount"
      title={broken === null ? t('amountFilterHint') : ruleText(broken, {}, language)}
    >
      <Input
        aria-label={label}
        aria-invalid={broken !== null}
        placeholder={placeholder}
        autoComplete="off"
        {...(broken === null ? {} : { status: 'error' as const })}
        value={typed}
        onChange={(event) => {
          type(event.target.value)
          setBroken(null)
        }}
        onBlur={finish}
        onPressEnter={finish}
      />
    </span>
  )
}

function readLimit(text: string): Fen | undefined | RuleCode {
  if (text.trim() === '') return undefined
  try {
    return parseAmount(text, 'yuan')
  } catch (error) {
    if (error instanceof RuleBroken) return error.code
    throw error
  }
}
