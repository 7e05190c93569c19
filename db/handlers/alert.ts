import { type Alert, discrepancyAlerts, paidOverAmountAlerts, scheduleAlerts } from '../domain/alert.ts'
import type { ReadDb } from '../store/database.ts'
import { listDiscrepancies } from '../store/discrepancy.ts'
import { listMilestones } from '../store/milestone.ts'
import { listProjects } from '../store/project.ts'
import type { QueryHandler } from './handler.ts'

/** Heaviest first; within one weight in the order of the plans. */
export const listAlerts: QueryHandler<'listAlerts'> = (db, { projectId, page, pageSize }, { today }) => {
  const all = allAlerts(db, today)
  const own = projectId === undefined ? all : all.filter((alert) => alert.projectId === projectId)
  const sorted = own.toSorted((a, b) => a.weight - b.weight)
  return { items: sorted.slice((page - 1) * pageSize, page * pageSize), total: sorted.length, page, pageSize }
}

function allAlerts(db: ReadDb, today: string): Alert[] {
  const everything = { page: 1, pageSize: 100_000 }
  const projects = listProjects(
    db,
    { planId: undefined, text: undefined, state: undefined },
    everything,
  ).items
  const milestones = listMilestones(db, { projectId: undefined, planId: undefined }, everything).items
  const discrepancies = listDiscrepancies(db, {}, everything).items
  return [
    ...discrepancyAlerts(discrepancies),
    ...paidOverAmountAlerts(projects),
    ...scheduleAlerts(projects, milestones, today),
  ]
}
