import './milestone.css'
import { Input, type InputRef } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { parsePlanDate, planDateInWords, spanOf } from '../../../db/domain/planDate.ts'
import { useLanguage } from '../../state.tsx'

interface PlanDateInputProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (text: string) => void
  readonly inputRef?: Ref<InputRef>
  readonly isDisabled?: boolean
}

/** A date of any precision, as typed; below it stands how it is understood. Made for an antd Form.Item. */
export function PlanDateInput({
  id,
  value = '',
  onChange,
  inputRef,
  isDisabled = false,
}: PlanDateInputProps) {
  const { t } = useTranslation('milestone')
  const meaning = useMeaning(value)
  const meaningId = `${id ?? 'date'}-meaning`
  return (
    <>
      <Input
        {...(id === undefined ? {} : { id })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        value={value}
        disabled={isDisabled}
        autoComplete="off"
        placeholder={isDisabled ? '' : t('planDateHint')}
        aria-describedby={meaningId}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <span id={meaningId} className="date-meaning" aria-live="polite">
        {meaning}
      </span>
    </>
  )
}

function useMeaning(text: string) {
  const { t } = useTranslation('milestone')
  const language = useLanguage()
  const date = parsePlanDate(text)
  if (date === null) return null
  const { first, last, precision } = spanOf(date)
  const words = planDateInWords(date, language)
  return precision === 'day' ? t('meansDay', { date: words }) : t('meansSpan', { date: words, first, last })
}
