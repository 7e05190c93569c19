import { useEffect } from 'react'

/** The file that is saved gets its name from the page. */
export function useSheetTitle(title: string): void {
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
}
