import { useCallback, useState } from 'react'
import { z } from 'zod'

/** A set of ids that stays as it is while the app runs, also when another screen is looked at in between. */
export function useRememberedSet(name: string) {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => remembered(name))
  const change = useCallback(
    (make: (before: ReadonlySet<string>) => ReadonlySet<string>) => {
      setIds((before) => {
        const after = make(before)
        sessionStorage.setItem(name, JSON.stringify([...after]))
        return after
      })
    },
    [name],
  )
  return [ids, change] as const
}

const stored = z.array(z.string())

function remembered(name: string): ReadonlySet<string> {
  const text = sessionStorage.getItem(name)
  return new Set(text === null ? [] : stored.parse(JSON.parse(text)))
}
