import { useCallback, useState } from 'react'
import type { MilestoneRow, MilestoneStatus } from '../../../db/domain/milestone.ts'
import type { TaskKind } from '../../../db/domain/task.ts'

/** What is reported on: a milestone, or a task, which has a beginning as well. */
export interface Reportable extends MilestoneRow {
  readonly kind?: TaskKind
}

interface Asked {
  /** The milestone that the address asks for, if any. */
  readonly milestoneId: string | null
  readonly forget: () => void
}

interface Current {
  readonly id: string
  /** The status with which the form begins, where it is not that of the last report. */
  readonly status: MilestoneStatus | null
}

/** Which milestone is being reported; after a save the next unfinished one of its project has the focus. */
export function useReporting(milestones: readonly Reportable[], asked: Asked | null = null) {
  const [started, setStarted] = useState<Current | null>(null)
  const [focusNext, setFocusNext] = useState<string | null>(null)
  const current = started?.id ?? asked?.milestoneId ?? null
  const milestone = milestones.find((own) => own.id === current) ?? null
  const start = useCallback(
    (milestoneId: string, status: MilestoneStatus | null = null) => setStarted({ id: milestoneId, status }),
    [],
  )
  const next = milestone === null ? null : nextUnfinished(milestones, milestone)
  return {
    start,
    drawer: {
      milestone,
      status: started?.status ?? null,
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
    setStarted(null)
    asked?.forget()
  }
}

function nextUnfinished(milestones: readonly Reportable[], current: Reportable) {
  const own = milestones
    .filter((row) => row.projectId === current.projectId)
    .toSorted((a, b) => a.sortOrder - b.sortOrder)
  const place = own.findIndex((row) => row.id === current.id)
  const others = [...own.slice(place + 1), ...own.slice(0, place)]
  return others.find((row) => row.status !== 'done' && row.status !== 'cancelled')?.id ?? null
}
