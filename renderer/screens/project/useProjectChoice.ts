import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { projectStates } from '../../../db/domain/project.ts'
import { type Standing, standings } from '../../../db/domain/standing.ts'

export const stateChoices = ['current', ...projectStates, 'any'] as const
export type StateChoice = (typeof stateChoices)[number]

/** What the list of projects is narrowed to. */
export interface ProjectChoice {
  readonly text: string
  readonly planId: string | null
  readonly standing: Standing | null
  /** current: all but the archived. */
  readonly state: StateChoice
}

/** The filter lives in the address, so that links open a filtered list and going back restores it. */
export function useProjectChoice(): readonly [ProjectChoice, (changes: Partial<ProjectChoice>) => void] {
  const [query, setQuery] = useSearchParams()
  const standing = query.get('standing')
  const state = query.get('state')
  const choice: ProjectChoice = {
    text: query.get('text') ?? '',
    planId: query.get('planId'),
    standing: standings.find((known) => known === standing) ?? null,
    state: stateChoices.find((known) => known === state) ?? 'current',
  }
  const choose = useCallback(
    (changes: Partial<ProjectChoice>) => {
      setQuery(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changes)) {
            if (value === null || value === '' || value === 'current') next.delete(name)
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
