import { z } from 'zod'
import { RuleBroken } from './ruleBroken.ts'
import type { Task } from './task.ts'
import { reasonText } from './text.ts'

/** 完成—开始 · 开始—开始 · 完成—完成 · 开始—完成 */
export const linkKinds = ['FS', 'SS', 'FF', 'SF'] as const
const linkKind = z.enum(linkKinds)
export type LinkKind = z.infer<typeof linkKind>

export const taskLink = z.object({
  id: z.string(),
  projectId: z.string(),
  predecessorId: z.string(),
  successorId: z.string(),
  kind: linkKind,
  /** Workdays of the project's calendar between the two; negative: a lead. */
  lagDays: z.int(),
})
export type TaskLink = z.infer<typeof taskLink>

const lagDays = z
  .int({ error: 'lagInvalid' })
  .min(-3650, { error: 'lagInvalid' })
  .max(3650, { error: 'lagInvalid' })

/** A second link between the same two replaces the first. */
export const linkTasksInput = z.strictObject({
  predecessorId: z.string(),
  successorId: z.string(),
  kind: linkKind.default('FS'),
  lagDays: lagDays.default(0),
  dryRun: z.boolean().default(false),
})

const linkEnd = z.strictObject({
  taskId: z.string(),
  kind: linkKind.default('FS'),
  lagDays: lagDays.default(0),
})
export type LinkEnd = z.infer<typeof linkEnd>

/** All that a task waits for and all that waits for it, as they shall be; a side left out stays as it is. */
export const setTaskLinksInput = z.strictObject({
  taskId: z.string(),
  predecessors: z.array(linkEnd).max(500).optional(),
  successors: z.array(linkEnd).max(500).optional(),
  dryRun: z.boolean().default(false),
  reason: reasonText.optional(),
})
export type SetTaskLinks = z.infer<typeof setTaskLinksInput>

/** @throws RuleBroken linkToItself, linkAcrossProjects, linkToSummary, linkLoop */
export function assertLinkFits(
  tasks: readonly Task[],
  links: readonly TaskLink[],
  link: Pick<TaskLink, 'predecessorId' | 'successorId'>,
): void {
  if (link.predecessorId === link.successorId) throw new RuleBroken('linkToItself', ['successorId'])
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const predecessor = byId.get(link.predecessorId)
  const successor = byId.get(link.successorId)
  if (predecessor === undefined || successor === undefined)
    throw new RuleBroken('linkAcrossProjects', ['successorId'])
  if (predecessor.kind === 'summary')
    throw new RuleBroken('linkToSummary', ['predecessorId'], { task: predecessor.name })
  if (successor.kind === 'summary')
    throw new RuleBroken('linkToSummary', ['successorId'], { task: successor.name })
  const way = wayOf(links, link.successorId, link.predecessorId)
  if (way === null) return
  const names = [...way, link.successorId].map((id) => byId.get(id)?.name ?? id)
  throw new RuleBroken('linkLoop', ['successorId'], { loop: names.join(' → ') })
}

/** The tasks along the links from one to another, both included; null where no way leads there. */
function wayOf(links: readonly TaskLink[], from: string, to: string): string[] | null {
  const onward = Map.groupBy(links, ({ predecessorId }) => predecessorId)
  const cameFrom = new Map<string, string | null>([[from, null]])
  const open = [from]
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (id === to) return walkBack(cameFrom, to)
    for (const { successorId } of onward.get(id) ?? []) {
      if (cameFrom.has(successorId)) continue
      cameFrom.set(successorId, id)
      open.push(successorId)
    }
  }
  return null
}

function walkBack(cameFrom: ReadonlyMap<string, string | null>, to: string): string[] {
  const way: string[] = []
  for (let id: string | null = to; id !== null; id = cameFrom.get(id) ?? null) way.unshift(id)
  return way
}
