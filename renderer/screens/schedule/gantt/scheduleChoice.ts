import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { standings } from '../../../../db/domain/standing.ts'
import type { ScheduleChoice } from './ScheduleTools.tsx'

/** The filter lives in the address, so that links open a filtered schedule. */
export function useScheduleChoice(): readonly [ScheduleChoice, (changes: Partial<ScheduleChoice>) => void] {
  const [query, setQuery] = useSearchParams()
  const standing = query.get('standing')
  const choice: ScheduleChoice = {
    planId: query.get('planId'),
    projectId: query.get('projectId'),
    text: query.get('text') ?? '',
    standing: standings.find((known) => known === standing) ?? null,
  }
  const choose = useCallback(
    (changes: Partial<ScheduleChoice>) => {
      setQuery(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changes)) {
            if (value === null || value === '') next.delete(name)
            else next.set(name, value)
          }
          return next
        },
        { replace: true },
      )
    },
    [setQuery],
  )
  return [choice, choose]
}
