import { useCallback, useState } from 'react'

/**
 * What is typed in a filter, which runs ahead of the address that holds the filter. A change of the address from
 * elsewhere (a link, going back) replaces what is typed; the arrival of what was typed itself does not.
 */
export function useTypedText(value: string) {
  const [held, setHeld] = useState({ value, typed: value, sent: value })
  if (held.value !== value) setHeld({ value, sent: value, typed: held.sent === value ? held.typed : value })
  const type = useCallback((typed: string) => {
    setHeld((before) => ({ ...before, typed }))
  }, [])
  const markSent = useCallback((sent: string) => {
    setHeld((before) => ({ ...before, sent }))
  }, [])
  return { typed: held.typed, type, markSent }
}
