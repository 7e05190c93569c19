import type { TaskLine, TaskRow } from '../gantt/taskLine.ts'

/** The tasks below which one can stand: no milestone, not itself, and none that stands below it. */
export function mayStandAbove(task: TaskRow | null, lines: readonly TaskLine[]): readonly TaskLine[] {
  const below = new Set(task === null ? [] : [task.id])
  return lines.filter(({ task: other }) => {
    if (other.parentId !== null && below.has(other.parentId)) below.add(other.id)
    return !below.has(other.id) && other.kind !== 'milestone'
  })
}

/** Those that can be linked to a task: a summary has no links. */
export function mayBeLinked(taskId: string, lines: readonly TaskLine[]): readonly TaskLine[] {
  return lines.filter(({ task }) => task.id !== taskId && task.kind !== 'summary')
}
