import { useCallback, useState } from 'react'
import type { MilestoneRow } from '../../../db/domain/milestone.ts'

interface Asked {
  /** The milestone that the address asks for, if any. */
  readonly milestoneId: string | null
  readonly forget: () => void
}

/** Which milestone is being reported; after a save the next unfinished one of its project has the focus. */
export function useReporting(milestones: readonly MilestoneRow[], asked: Asked | null = null) {
  const [id, setId] = useState<string | null>(null)
  const [focusNext, setFocusNext] = useState<string | null>(null)
  const current = id ?? asked?.milestoneId ?? null
  const milestone = milestones.find((own) => own.id === current) ?? null
  const start = useCallback((milestoneId: string) => setId(milestoneId), [])
  const next = milestone === null ? null : nextUnfinished(milestones, milestone)
  return {
    start,
    drawer: {
      milestone,
      onClose: () => {
        setFocusNext(current)
        close()
      },
      onSaved: () => {
        setFocusNext(next ?? current)
        close()
      },
      onClosed: () => {
        if (focusNext !== null)
          document.querySelector<HTMLElement>(`[data-report="${CSS.escape(focusNext)}"]`)?.focus()
      },
    },
  }

  function close() {
    setId(null)
    asked?.forget()
  }
}

function nextUnfinished(milestones: readonly MilestoneRow[], current: MilestoneRow) {
  const own = milestones
    .filter((row) => row.projectId === current.projectId)
    .toSorted((a, b) => a.sortOrder - b.sortOrder)
  const place = own.findIndex((row) => row.id === current.id)
  const others = [...own.slice(place + 1), ...own.slice(0, place)]
  return others.find((row) => row.status !== 'done' && row.status !== 'cancelled')?.id ?? null
}
