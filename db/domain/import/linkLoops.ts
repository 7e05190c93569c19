import type { TaskLink } from '../taskLink.ts'

type Way = Pick<TaskLink, 'predecessorId' | 'successorId'>

/** One loop of links after the other, each as the tasks along it; a loop that was told is cut, so that the next is found. */
export function linkLoops(links: readonly Way[], most = 20): readonly (readonly string[])[] {
  const loops: string[][] = []
  let left = links
  while (loops.length < most) {
    const loop = loopIn(left)
    if (loop === null) break
    loops.push(loop)
    const [first, second] = [loop[0], loop[1] ?? loop[0]]
    left = left.filter((link) => link.predecessorId !== first || link.successorId !== second)
  }
  return loops
}

/** What is left when everything that waits for nothing is taken away, again and again, goes round. */
function loopIn(links: readonly Way[]): string[] | null {
  const onward = Map.groupBy(links, ({ predecessorId }) => predecessorId)
  const waits = new Map<string, number>()
  for (const { successorId } of links) waits.set(successorId, (waits.get(successorId) ?? 0) + 1)
  const free = [...onward.keys()].filter((id) => !waits.has(id))
  for (let id = free.pop(); id !== undefined; id = free.pop())
    for (const { successorId } of onward.get(id) ?? []) {
      const open = (waits.get(successorId) ?? 0) - 1
      waits.set(successorId, open)
      if (open === 0) free.push(successorId)
    }
  const stuck = new Set([...waits].flatMap(([id, open]) => (open > 0 ? [id] : [])))
  const came = new Map(
    links.flatMap(({ predecessorId, successorId }) =>
      stuck.has(predecessorId) && stuck.has(successorId) ? [[successorId, predecessorId]] : [],
    ),
  )
  const [first] = came.keys()
  if (first === undefined) return null
  // Backwards from any of them one comes by a task twice: from there it is a loop.
  const seen: string[] = []
  let at = first
  while (!seen.includes(at)) {
    seen.push(at)
    at = came.get(at) ?? at
  }
  return seen.slice(seen.indexOf(at)).toReversed()
}
