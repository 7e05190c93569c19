import { useIsFetching } from '@tanstack/react-query'
import { useEffect } from 'react'

let isTold = false

/** Tells the app once that the first screen stands with its figures. */
export function usePainted(): void {
  const fetching = useIsFetching()
  useEffect(() => {
    if (isTold || fetching > 0) return
    const timer = setTimeout(() => {
      requestAnimationFrame(() => {
        if (isTold) return
        isTold = true
        window.api.painted()
      })
    }, 30)
    return () => clearTimeout(timer)
  }, [fetching])
}
