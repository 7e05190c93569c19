import { dueBoardOf } from '../domain/dueBoard.ts'
import type { Task } from '../domain/task.ts'
import { isReportedIn, weekOf, weekReason } from '../domain/week.ts'
import type { ReadDb } from '../store/database.ts'
import { listProjects } from '../store/project.ts'
import { listTasks } from '../store/task.ts'
import type { QueryHandler } from './handler.ts'

export const listWeekTasks: QueryHandler<'listWeekTasks'> = (db, input, { today }) => {
  const { on = today, page, pageSize, responsible } = input
  const week = weekOf(on)
  const asked = openTasks(db, input).flatMap((task) => {
    const reason = weekReason(task, week)
    return reason === null ? [] : [{ ...task, reason, isReported: isReportedIn(task, week) }]
  })
  const kept = responsible === undefined ? asked : asked.filter((task) => task.responsible === responsible)
  return {
    ...week,
    items: kept.slice((page - 1) * pageSize, page * pageSize),
    total: kept.length,
    page,
    pageSize,
    reportedCount: kept.filter(({ isReported }) => isReported).length,
    responsibles: [...new Set(asked.map((task) => task.responsible))]
      .filter((name) => name !== null)
      .toSorted(),
  }
}

export const dueBoard: QueryHandler<'dueBoard'> = (db, filter, { today }) =>
  dueBoardOf(
    openTasks(db, filter).map(
      ({
        id,
        projectId,
        projectName,
        name,
        kind,
        responsible,
        forecast,
        status,
        actual,
        reportedOn,
        ...task
      }) => ({
        ...{ id, projectId, projectName, name, kind, responsible, forecast, status, actual, reportedOn },
        due: task.due ?? task.plannedFinish,
      }),
    ),
    today,
  )

/** Tasks and milestones of open projects; a summary is what is below it. */
function openTasks(
  db: ReadDb,
  { planId, projectId }: { readonly planId?: string | undefined; readonly projectId?: string | undefined },
): (Task & { readonly projectName: string })[] {
  const { items } = listProjects(
    db,
    { planId, text: undefined, state: 'open' },
    { page: 1, pageSize: 100_000 },
  )
  const names = new Map(items.map(({ id, name }) => [id, name]))
  return listTasks(db, projectId ?? null).flatMap((task) => {
    const projectName = names.get(task.projectId)
    return projectName === undefined || task.kind === 'summary' ? [] : [{ ...task, projectName }]
  })
}
