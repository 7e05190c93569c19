import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { PayeeInput } from './PayeeInput.tsx'
import { useTypedText } from './useTypedText.ts'

interface Props {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** Free text: filters a quarter of a second after the last key, not while a Chinese word is being composed. */
export function SearchFilter({ label, placeholder, value, onChange }: Props) {
  const { typed, type, isComposing } = useFilteringText(value, onChange)
  return (
    <span className="filter-text" data-page-search="">
      <Input
        aria-label={label}
        placeholder={placeholder}
        allowClear
        maxLength={200}
        value={typed}
        onChange={(event) => {
          type(event.target.value)
        }}
        {...isComposing}
      />
    </span>
  )
}

export function PayeeFilter({ label, placeholder, value, onChange }: Props) {
  const { typed, type, isComposing } = useFilteringText(value, onChange)
  return (
    <span className="filter-payee" {...isComposing}>
      <PayeeInput
        value={typed}
        onChange={type}
        input={{ 'aria-label': label, placeholder, allowClear: true, maxLength: 200 }}
      />
    </span>
  )
}

function useFilteringText(value: string, onChange: (text: string) => void) {
  const { typed, type, markSent } = useTypedText(value)
  const [isComposing, setIsComposing] = useState(false)
  const send = useRef(onChange)
  useEffect(() => {
    send.current = onChange
  })
  const text = typed.trim()
  useEffect(() => {
    if (isComposing || text === value) return
    const timer = setTimeout(() => {
      markSent(text)
      send.current(text)
    }, 250)
    return () => {
      clearTimeout(timer)
    }
  }, [text, value, isComposing, markSent])
  return {
    typed,
    type,
    isComposing: {
      onCompositionStart: () => {
        setIsComposing(true)
      },
      onCompositionEnd: () => {
        setIsComposing(false)
      },
    },
  }
}
