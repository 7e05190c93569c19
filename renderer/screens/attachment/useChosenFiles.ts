import { useCallback, useEffect, useRef, useState } from 'react'
import type { ChosenFiles, RequestError } from '../../../db/requests/wire.ts'

export interface Reading {
  readonly done: number
  /** 0 while it is not known. */
  readonly total: number
}

/**
 * Reads files into the library, to be attached: those dropped, or (null) those that a dialog asks for. Some may be
 * refused while the others come in.
 */
export function useChosenFiles() {
  const key = useRef<string | null>(null)
  const [reading, setReading] = useState<Reading | null>(null)
  const [refused, setRefused] = useState<readonly RequestError[]>([])

  useEffect(
    () =>
      window.api.onProgress((progressKey, done, total) => {
        if (progressKey === key.current) setReading({ done, total })
      }),
    [],
  )

  const choose = useCallback(async (dropped: readonly File[] | null): Promise<ChosenFiles['staged']> => {
    if (key.current !== null) return []
    key.current = crypto.randomUUID()
    setRefused([])
    setReading({ done: 0, total: 0 })
    try {
      const answer = await window.api.chooseFiles(dropped, key.current)
      if (!answer.ok) {
        setRefused(answer.error.code === 'cancelled' ? [] : [answer.error])
        return []
      }
      setRefused(answer.value.refused)
      return answer.value.staged
    } finally {
      key.current = null
      setReading(null)
    }
  }, [])

  const cancel = useCallback(() => {
    if (key.current !== null) window.api.cancelRequest(key.current)
  }, [])
  return { choose, cancel, reading, refused, setRefused }
}
