import { RuleBroken } from './ruleBroken.ts'
import type { Task } from './task.ts'
import { assertLinkFits, type LinkEnd, type SetTaskLinks, type TaskLink } from './taskLink.ts'

export interface Relinked {
  readonly links: readonly TaskLink[]
  readonly added: readonly TaskLink[]
  readonly changed: readonly TaskLink[]
  readonly removed: readonly TaskLink[]
}

/**
 * The links of a project as they are after those of one task were set together. A fault names the end by its place:
 * predecessors.0.taskId.
 * @throws RuleBroken linkTwice, nothingChanged, and those of `assertLinkFits`
 */
export function relinked(
  tasks: readonly Task[],
  links: readonly TaskLink[],
  task: Task,
  wanted: Pick<SetTaskLinks, 'predecessors' | 'successors'>,
  newId: () => string,
): Relinked {
  const isSet = (link: TaskLink) =>
    (wanted.predecessors !== undefined && link.successorId === task.id) ||
    (wanted.successors !== undefined && link.predecessorId === task.id)
  const known = links.filter(isSet)
  let after = links.filter((link) => !isSet(link))
  for (const { at, end, link } of knownFirst(wantedLinks(task, wanted, known, newId), known)) {
    asFault(at, () => {
      assertOnce(tasks, after, link, end)
      assertLinkFits(tasks, after, link)
    })
    after = [...after, link]
  }
  const before = new Map(links.map((link) => [link.id, link]))
  const now = new Set(after.map(({ id }) => id))
  const added = after.filter(({ id }) => !before.has(id))
  const changed = after.filter((link) => isOther(link, before.get(link.id)))
  const removed = known.filter(({ id }) => !now.has(id))
  if (added.length + changed.length + removed.length === 0) throw new RuleBroken('nothingChanged')
  return { links: after, added, changed, removed }
}

interface WantedLink {
  /** Its place in the input, for a fault. */
  readonly at: string
  readonly end: LinkEnd
  readonly link: TaskLink
}

function wantedLinks(
  task: Task,
  wanted: Pick<SetTaskLinks, 'predecessors' | 'successors'>,
  known: readonly TaskLink[],
  newId: () => string,
): WantedLink[] {
  return (['predecessors', 'successors'] as const).flatMap((side) =>
    (wanted[side] ?? []).map((end, index) => ({
      at: `${side}.${String(index)}.taskId`,
      end,
      link: linkTo(task, side, end, known, newId),
    })),
  )
}

/** Links that were there close no loop among themselves: one that does is told at what is new. */
function knownFirst(wanted: readonly WantedLink[], known: readonly TaskLink[]): WantedLink[] {
  const isKnown = ({ link }: WantedLink) => known.some(({ id }) => id === link.id)
  return [...wanted.filter(isKnown), ...wanted.filter((one) => !isKnown(one))]
}

/** A link between the same two stays the same link, whatever its kind and lag become. */
function linkTo(
  task: Task,
  side: 'predecessors' | 'successors',
  { taskId, kind, lagDays }: LinkEnd,
  known: readonly TaskLink[],
  newId: () => string,
): TaskLink {
  const predecessorId = side === 'predecessors' ? taskId : task.id
  const successorId = side === 'predecessors' ? task.id : taskId
  const own = known.find((link) => link.predecessorId === predecessorId && link.successorId === successorId)
  return { id: own?.id ?? newId(), projectId: task.projectId, predecessorId, successorId, kind, lagDays }
}

function assertOnce(tasks: readonly Task[], links: readonly TaskLink[], link: TaskLink, { taskId }: LinkEnd) {
  const isThere = links.some(
    (other) => other.predecessorId === link.predecessorId && other.successorId === link.successorId,
  )
  if (isThere)
    throw new RuleBroken('linkTwice', ['taskId'], { task: tasks.find(({ id }) => id === taskId)?.name ?? '' })
}

function asFault(field: string, check: () => void) {
  try {
    check()
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
    throw new RuleBroken(error.code, [field], error.params)
  }
}

function isOther(link: TaskLink, before: TaskLink | undefined) {
  return before !== undefined && (before.kind !== link.kind || before.lagDays !== link.lagDays)
}
