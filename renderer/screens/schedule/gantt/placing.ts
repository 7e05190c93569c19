import type { RequestInput } from '../../../../db/requests/requests.ts'
import type { TaskLine } from './taskLine.ts'

export type Placing = 'indent' | 'outdent' | 'moveUp' | 'moveDown'

/** Where a task goes by the keys of indenting and reordering; null where it cannot go further. */
export function placing(
  how: Placing,
  line: TaskLine,
  lines: readonly TaskLine[],
): RequestInput<'placeTask'> | null {
  const { id: taskId, parentId } = line.task
  const siblings = lines.filter(({ task }) => task.parentId === parentId)
  const place = siblings.findIndex(({ task }) => task.id === taskId)
  switch (how) {
    case 'indent': {
      const above = siblings[place - 1]
      return above === undefined ? null : { taskId, parentId: above.task.id }
    }
    case 'outdent': {
      const parent = lines.find(({ task }) => task.id === parentId)
      return parent === undefined ? null : { taskId, parentId: parent.task.parentId, afterId: parent.task.id }
    }
    case 'moveUp':
      return place < 1 ? null : { taskId, afterId: siblings[place - 2]?.task.id ?? null }
    case 'moveDown': {
      const below = siblings[place + 1]
      return below === undefined ? null : { taskId, afterId: below.task.id }
    }
  }
}
