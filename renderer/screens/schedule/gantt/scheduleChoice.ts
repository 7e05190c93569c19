import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { day } from '../../../../db/domain/day.ts'
import { type Standing, standings } from '../../../../db/domain/standing.ts'

export interface ScheduleChoice {
  readonly planId: string | null
  readonly projectId: string | null
  readonly text: string
  readonly standing: Standing | null
  readonly responsible: string | null
  readonly only: 'late' | 'critical' | null
  /** 数据日期: what is done by then is fixed, what is left follows it. Null: today. */
  readonly dataDate: string | null
  readonly baselineId: string | null
}

/** The filter lives in the address, so that links open a filtered schedule. */
export function useScheduleChoice(): readonly [ScheduleChoice, (changes: Partial<ScheduleChoice>) => void] {
  const [query, setQuery] = useSearchParams()
  const only = query.get('only')
  const standing = query.get('standing')
  const dataDate = day.safeParse(query.get('dataDate'))
  const choice: ScheduleChoice = {
    planId: query.get('planId'),
    projectId: query.get('projectId'),
    text: query.get('text') ?? '',
    standing: standings.find((known) => known === standing) ?? null,
    responsible: query.get('responsible'),
    only: only === 'late' || only === 'critical' ? only : null,
    dataDate: dataDate.success ? dataDate.data : null,
    baselineId: query.get('baselineId'),
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
