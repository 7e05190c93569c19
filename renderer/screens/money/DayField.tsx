import '../payment/payment.css'
import { localDay } from '../../../db/domain/day.ts'
import { DayInput } from '../payment/DayInput.tsx'

interface DayFieldProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (text: string) => void
  /** A day to come may be meant. */
  readonly isAnyDay?: boolean
  readonly isDisabled?: boolean
  readonly 'aria-required'?: boolean | 'true' | 'false'
  readonly 'aria-invalid'?: boolean | 'true' | 'false'
  readonly 'aria-describedby'?: string
}

/** A day, up to today unless any is meant, as the control of a form's field. */
export function DayField({
  value = '',
  onChange,
  isAnyDay = false,
  isDisabled = false,
  ...input
}: DayFieldProps) {
  return (
    <DayInput
      value={value}
      {...(isAnyDay ? {} : { latest: localDay(new Date()) })}
      onChange={(text) => onChange?.(text)}
      input={{ placeholder: '2024-3-5', disabled: isDisabled, ...input }}
    />
  )
}
