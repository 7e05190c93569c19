import { costSpan } from './costSpread.ts'
import type { MeasuredPart } from './earnedValue.ts'
import type { Task } from './task.ts'
import { plannedEnd, weightsOf } from './taskTree.ts'

/**
 * By whose reports a task is measured: the lowest below it that are not cancelled, each with its share by the weights
 * of the tree; a task with none below it, or that is no more, by its own.
 */
export function measuredParts(tasks: readonly Task[]): (taskId: string) => MeasuredPart[] {
  const below = Map.groupBy(
    tasks.filter(({ status }) => status !== 'cancelled'),
    ({ parentId }) => parentId,
  )
  const partsOf = (taskId: string, share: number, start: MeasuredPart['start']): MeasuredPart[] => {
    const children = below.get(taskId) ?? []
    if (children.length === 0) return [{ taskId, share, start }]
    const weights = weightsOf(children)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return children.flatMap((child, index) => {
      const weight = weights[index] ?? 0
      return weight === 0 ? [] : partsOf(child.id, (share * weight) / total, startOf(child))
    })
  }
  return (taskId) => partsOf(taskId, 1, null)
}

function startOf(task: Task): MeasuredPart['start'] {
  return costSpan(task.plannedStart, plannedEnd(task))?.start ?? null
}
