import type { Project } from '../../domain/project.ts'
import type { MonthFigures, ProjectMonth } from '../../domain/report/monthlyReport.ts'
import { budgetLimitOn } from '../../store/budget.ts'
import type { ReadDb } from '../../store/database.ts'
import { paidByMonth } from '../../store/paymentPage.ts'
import { doneByMonth } from '../../store/progressValue.ts'
import { listProjects } from '../../store/project.ts'
import { annualPlanRows } from '../annualPlan.ts'

/** Each project as the books stand at the end of a month. */
export function projectMonths(
  db: ReadDb,
  month: string,
  { projectId, planId }: { readonly projectId: string | undefined; readonly planId: string | undefined },
): readonly ProjectMonth[] {
  const everything = { page: 1, pageSize: 100_000 }
  const projects = listProjects(db, { planId, text: undefined, state: 'any' }, everything).items
  const done = figuresByProject(
    doneByMonth(db).map(({ projectId, month, doneFen }) => ({ projectId, month, fen: doneFen })),
    month,
  )
  const paid = figuresByProject(
    paidByMonth(db, { projectId: undefined, planId: undefined, from: undefined, to: undefined }).map(
      ({ projectId, month, paidFen }) => ({ projectId, month, fen: paidFen }),
    ),
    month,
  )
  const plans = new Map(
    annualPlanRows(db, { year: Number(month.slice(0, 4)) }).map((plan) => [plan.projectId, plan.planFen]),
  )
  return projects
    .filter(({ id }) => projectId === undefined || id === projectId)
    .map((project) => ({
      projectId: project.id,
      planId: project.planId,
      planName: project.planName,
      projectName: project.name,
      ...totalOf(db, project, month),
      yearPlanFen: plans.get(project.id) ?? null,
      done: done.get(project.id) ?? null,
      paid: paid.get(project.id) ?? null,
    }))
}

/** 概算 approved by the end of the month, else 规划口径. */
function totalOf(db: ReadDb, project: Project, month: string) {
  const budgetFen = budgetLimitOn(db, project.id, `${month}-31`)
  return {
    totalFen: budgetFen ?? project.amountFen,
    isTotalDerived: budgetFen === null && project.isAmountDerived,
  }
}

/** A project without any entry, in whatever month, is not there: nobody recorded anything of it. */
function figuresByProject(
  entries: readonly { readonly projectId: string; readonly month: string; readonly fen: number }[],
  month: string,
): ReadonlyMap<string, MonthFigures> {
  const year = month.slice(0, 4)
  const sum = (own: typeof entries) => own.reduce((total, { fen }) => total + fen, 0)
  return new Map(
    [...Map.groupBy(entries, ({ projectId }) => projectId)].map(([projectId, own]) => {
      const until = own.filter((entry) => entry.month <= month)
      return [
        projectId,
        {
          monthFen: sum(until.filter((entry) => entry.month === month)),
          yearFen: sum(until.filter((entry) => entry.month.startsWith(year))),
          wholeFen: sum(until),
        },
      ]
    }),
  )
}
