import type { Task } from '../../domain/task.ts'
import type { MspdiTask } from './mspdi.ts'

/** By what a file's task is known when the file comes again: our own number, Microsoft's, else its place in the file. */
export function externalIdOf({ ownId, guid, uid }: MspdiTask): string {
  return ownId ?? guid ?? `uid:${String(uid)}`
}

export interface KnownTasks {
  readonly tasks: readonly Task[]
  /** The project's tasks that came from files, by what the file knew them. */
  readonly byExternalId: ReadonlyMap<string, string>
}

/**
 * The project's tasks that the file's are, by their numbers there. A number alone (ProjectLibre writes no GUID) is also
 * another file's: it counts where at least half of the tasks so found still bear the same name.
 */
export function matchMspdi(
  file: readonly MspdiTask[],
  { tasks, byExternalId }: KnownTasks,
): ReadonlyMap<number, Task> {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const find = (id: string | null) => (id === null ? undefined : byId.get(byExternalId.get(id) ?? id))
  const found = new Map<number, Task>()
  const used = new Set<string>()
  const take = (pairs: readonly (readonly [MspdiTask, Task])[]) => {
    for (const [{ uid }, task] of pairs) {
      if (used.has(task.id) || found.has(uid)) continue
      used.add(task.id)
      found.set(uid, task)
    }
  }
  const sure = file.flatMap((task) => {
    const known = find(task.ownId) ?? find(task.guid)
    return known === undefined ? [] : [[task, known] as const]
  })
  take(sure)
  const byNumber = file.flatMap((task) => {
    const known = found.has(task.uid) ? undefined : find(`uid:${String(task.uid)}`)
    return known === undefined || task.guid !== null ? [] : [[task, known] as const]
  })
  const same = byNumber.filter(([task, known]) => task.name.trim() === known.name).length
  if (same * 2 >= byNumber.length) take(byNumber)
  return found
}
