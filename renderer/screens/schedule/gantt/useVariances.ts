import { useMemo } from 'react'
import { useRequest } from '../../../api.ts'
import type { TaskVariance } from './taskLine.ts'

/** How far each task of a project is from the chosen baseline; none where none is chosen. */
export function useVariances(projectId: string | null, baselineId: string | null) {
  const isAsked = projectId !== null && baselineId !== null
  const input = isAsked ? { projectId, baselineId } : { projectId: '' }
  const answer = useRequest('varianceReport', input, { isEnabled: isAsked })
  return useMemo(
    (): ReadonlyMap<string, TaskVariance> =>
      new Map(isAsked ? answer.data?.items.map((item) => [item.taskId, item] as const) : []),
    [isAsked, answer.data],
  )
}
