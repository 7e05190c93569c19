import { planOfTemplate } from '../domain/planTemplate.ts'
import { nextSortOrder } from '../store/milestone.ts'
import { insertLink } from '../store/taskLink.ts'
import type { CommandHandler } from './handler.ts'
import { carryOut, openPlan } from './planning.ts'

/** A whole plan in one step: one undo takes it back. */
export const applyTemplate: CommandHandler<'applyTemplate'> = (db, input, { newId }) => {
  const { projectId } = input
  const before = openPlan(db, projectId)

  const plan = planOfTemplate(input, newId, nextSortOrder(db, projectId))

  const after = {
    ...before,
    tasks: [...before.tasks, ...plan.tasks],
    links: [...before.links, ...plan.links],
  }
  const write = () => {
    for (const link of plan.links) insertLink(db, link)
  }
  return carryOut(db, { projectId, stepId: newId(), isDryRun: false, reason: null, before, after, write })
}
