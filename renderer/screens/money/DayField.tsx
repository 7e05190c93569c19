import '../payment/payment.css'
import { localDay } from '../../../db/domain/day.ts'
import { DayInput } from '../payment/DayInput.tsx'

interface DayFieldProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (text: string) => void
  readonly 'aria-required'?: boolean | 'true' | 'false'
  readonly 'aria-invalid'?: boolean | 'true' | 'false'
  readonly 'aria-describedby'?: string
}

/** A day up to today as the control of a form's field. */
export function DayField({ value = '', onChange, ...input }: DayFieldProps) {
  return (
    <DayInput
      value={value}
      latest={localDay(new Date())}
      onChange={(text) => onChange?.(text)}
      input={{ placeholder: '2024-3-5', ...input }}
    />
  )
}
