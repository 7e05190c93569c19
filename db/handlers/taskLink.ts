import { RuleBroken } from '../domain/ruleBroken.ts'
import { assertLinkFits, type TaskLink } from '../domain/taskLink.ts'
import { relinked } from '../domain/taskLinks.ts'
import { findLink, insertLink, removeLink, updateLink } from '../store/taskLink.ts'
import type { CommandHandler } from './handler.ts'
import { carryOut, openPlan, taskIn } from './planning.ts'
import { requireTask } from './task.ts'

export const linkTasks: CommandHandler<'linkTasks'> = (db, input, { newId }) => {
  const { projectId } = requireTask(db, input.predecessorId)
  const before = openPlan(db, projectId)
  const { predecessorId, successorId, kind, lagDays, dryRun: isDryRun } = input
  const known = before.links.find(
    (link) => link.predecessorId === predecessorId && link.successorId === successorId,
  )

  if (known?.kind === kind && known.lagDays === lagDays) throw new RuleBroken('nothingChanged')
  const link: TaskLink = { id: known?.id ?? newId(), projectId, predecessorId, successorId, kind, lagDays }
  const others = before.links.filter((other) => other !== known)
  assertLinkFits(before.tasks, others, link)

  const write = () => {
    if (known === undefined) insertLink(db, link)
    else updateLink(db, link, null)
  }
  const after = { ...before, links: [...others, link] }
  const proposal = carryOut(db, { projectId, stepId: newId(), isDryRun, reason: null, before, after, write })
  return { link, ...proposal }
}

/** What a task waits for and what waits for it, several at once: one step, one proposal. */
export const setTaskLinks: CommandHandler<'setTaskLinks'> = (db, input, { newId }) => {
  const { projectId } = requireTask(db, input.taskId)
  const before = openPlan(db, projectId)
  const task = taskIn(before, input.taskId)

  const { links, added, changed, removed } = relinked(before.tasks, before.links, task, input, newId)

  const reason = input.reason ?? null
  const write = () => {
    for (const { id } of removed) removeLink(db, id, reason)
    for (const link of changed) updateLink(db, link, reason)
    for (const link of added) insertLink(db, link)
  }
  const after = { ...before, links }
  return carryOut(db, { projectId, stepId: newId(), isDryRun: input.dryRun, reason, before, after, write })
}

export const unlinkTasks: CommandHandler<'unlinkTasks'> = (db, { linkId, dryRun: isDryRun }, { newId }) => {
  const link = findLink(db, linkId)
  if (link === undefined) throw new RuleBroken('linkUnknown', ['linkId'])
  const { projectId } = link
  const before = openPlan(db, projectId)

  const after = { ...before, links: before.links.filter(({ id }) => id !== linkId) }

  const write = () => {
    removeLink(db, linkId, null)
  }
  return carryOut(db, { projectId, stepId: newId(), isDryRun, reason: null, before, after, write })
}
