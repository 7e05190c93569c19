import { scheduleTemplates, templatePlan } from '../domain/scheduleTemplate.ts'
import { nextSortOrder } from '../store/milestone.ts'
import { insertLink } from '../store/taskLink.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { carryOut, openPlan } from './planning.ts'

export const listTemplates: QueryHandler<'listTemplates'> = () => {
  const items = scheduleTemplates.map((template) => ({ ...template, steps: [...template.steps] }))
  return { items, total: items.length, page: 1, pageSize: items.length }
}

/** Lays the chosen steps out from a day on, behind what the project has already. */
export const applyTemplate: CommandHandler<'applyTemplate'> = (db, input, { newId }) => {
  const { projectId, dryRun: isDryRun } = input
  const before = openPlan(db, projectId)

  const plan = templatePlan(input, newId, nextSortOrder(db, projectId))
  const after = {
    ...before,
    tasks: [...before.tasks, ...plan.tasks],
    links: [...before.links, ...plan.links],
  }

  const write = () => {
    for (const link of plan.links) insertLink(db, link)
  }
  const proposal = carryOut(db, { projectId, stepId: newId(), isDryRun, reason: null, before, after, write })
  return { taskIds: plan.tasks.map(({ id }) => id), ...proposal }
}
