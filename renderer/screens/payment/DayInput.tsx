import './dayInput.css'
import { CalendarOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input, type InputProps, Space } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import { typedDay } from './typedDay.ts'

interface Props {
  /** As typed; ISO once it has been read. */
  readonly value: string
  readonly onChange: (text: string) => void
  /** Enter, or the field was left: with the day read, or what was typed where it is none. */
  readonly onDone?: (text: string) => void
  readonly latest?: string
  readonly input: Omit<InputProps, 'value' | 'onChange' | 'onBlur' | 'suffix'>
}

/** A day typed in any usual form, or picked from a calendar. */
export function DayInput({ value, onChange, onDone, latest, input }: Props) {
  const { t } = useTranslation('payment')
  const [isOpen, setIsOpen] = useState(false)
  const read = typedDay(value, localDay(new Date()))
  function finish() {
    if (read !== null && read !== value) onChange(read)
    onDone?.(read ?? value)
  }
  return (
    <Space.Compact className="day-input">
      <Input
        {...input}
        value={value}
        autoComplete="off"
        onChange={(event) => {
          onChange(event.target.value)
        }}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish()
          input.onKeyDown?.(event)
        }}
      />
      <Button
        icon={<CalendarOutlined />}
        aria-label={t('openCalendar')}
        aria-expanded={isOpen}
        tabIndex={-1}
        disabled={input.disabled ?? false}
        onClick={() => {
          setIsOpen(!isOpen)
        }}
      />
      <DatePicker
        className="day-picker"
        aria-hidden="true"
        tabIndex={-1}
        open={isOpen}
        onOpenChange={setIsOpen}
        value={read === null ? null : dayjs(read)}
        {...(latest === undefined ? {} : { maxDate: dayjs(latest) })}
        onChange={(picked) => {
          setIsOpen(false)
          const text = picked === null ? '' : picked.format('YYYY-MM-DD')
          onChange(text)
          onDone?.(text)
        }}
      />
    </Space.Compact>
  )
}
