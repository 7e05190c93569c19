import { RuleBroken } from '../domain/ruleBroken.ts'
import { assertLinkFits, type TaskLink } from '../domain/taskLink.ts'
import { findLink, insertLink, removeLink, updateLink } from '../store/taskLink.ts'
import type { CommandHandler } from './handler.ts'
import { carryOut, openPlan } from './planning.ts'
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
    else updateLink(db, link)
  }
  const after = { ...before, links: [...others, link] }
  const proposal = carryOut(db, { projectId, stepId: newId(), isDryRun, reason: null, before, after, write })
  return { link, ...proposal }
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
