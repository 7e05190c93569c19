import { useEffect, useState } from 'react'

/** Marks a row that was just posted for two seconds, and brings it into view once the list holds it. */
export function useMarkedRow(list: unknown) {
  const [markedId, mark] = useState<string | null>(null)
  useEffect(() => {
    if (markedId === null) return
    const timer = setTimeout(() => {
      mark(null)
    }, 2000)
    return () => {
      clearTimeout(timer)
    }
  }, [markedId])
  useEffect(() => {
    if (markedId !== null) document.querySelector('tr.is-marked')?.scrollIntoView({ block: 'nearest' })
  }, [markedId, list])
  return { markedId, mark }
}
