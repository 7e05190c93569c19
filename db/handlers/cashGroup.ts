import { cashEntries, type SetCash, type WeighedFund } from '../domain/cashEntry.ts'
import type { CashEntry, CashSubject } from '../domain/cashPlan.ts'
import { contractTerms } from '../domain/cashTerm.ts'
import {
  type CostedWork,
  costedWorks,
  type LineCommitment,
  uncontractedTerms,
  worksOfContract,
} from '../domain/cashWork.ts'
import { addDays, type Day } from '../domain/day.ts'
import { scheduleOf } from '../domain/schedule.ts'
import { listAnnualPlanVersions } from '../store/annualPlan.ts'
import {
  allotmentsLeft,
  type CashScope,
  cashContracts,
  costedProjects,
  lineCommitments,
  type PaidCash,
  type SetMonth,
  setMonths,
} from '../store/cashPlan.ts'
import type { ReadDb } from '../store/database.ts'
import { measurementsOf } from '../store/earnedValue.ts'
import { questionOf } from './planning.ts'

/** A contract, or a task that no contract covers, with all that it will need. */
export interface CashGroup {
  readonly subject: CashSubject
  readonly entries: readonly CashEntry[]
  /** As they would be if nobody had set a month. */
  readonly reckoned: readonly CashEntry[]
  readonly weighed: readonly WeighedFund[]
}

/** By project in the order of the plans: its contracts, then its tasks without one. */
export function cashGroups(db: ReadDb, scope: CashScope, paid: readonly PaidCash[]): readonly CashGroup[] {
  const { asOf } = scope
  const set = Map.groupBy(setMonths(db, addDays(asOf, 1)), ({ contractId, taskId }) => contractId ?? taskId)
  const spent = Map.groupBy(paid, ({ contractId }) => contractId)
  const weights = weightsOf(db, scope.year)
  const projects = costedProjects(db, scope.projectId)
  const plans = new Map(projects.map(({ id }) => [id, planOf(db, id, scope)]))
  const contracts = cashContracts(db, scope).map(
    ({ id, number, name, projectId, projectName, projectOrder, ...basis }) => {
      const subject = { projectId, projectName, contractId: id, taskId: null, number, name }
      const { works, commitments } = plans.get(projectId) ?? noPlan
      const terms = contractTerms(basis, worksOfContract(id, works, commitments), asOf)
      const own = setCash(set.get(id) ?? [], spent.get(id) ?? [], asOf)
      return { projectOrder, ...groupOf(subject, terms, weights(projectId), own) }
    },
  )
  const tasks = projects.flatMap(({ id: projectId, name: projectName, projectOrder }) => {
    const { works, commitments } = plans.get(projectId) ?? noPlan
    return uncontractedTerms(works, commitments, asOf).map((term) => {
      const subject = {
        projectId,
        projectName,
        contractId: null,
        taskId: term.taskId,
        number: null,
        name: term.taskName ?? '',
      }
      const own = setCash(set.get(subject.taskId) ?? [], [], asOf)
      return { projectOrder, ...groupOf(subject, [term], weights(projectId), own) }
    })
  })
  return [...contracts, ...tasks].toSorted((one, other) => one.projectOrder - other.projectOrder)
}

function groupOf(
  subject: CashSubject,
  terms: Parameters<typeof cashEntries>[1],
  weighed: readonly WeighedFund[],
  set: readonly SetCash[],
): CashGroup {
  const reckoned = cashEntries(subject, terms, weighed, [])
  const entries = set.length === 0 ? reckoned : cashEntries(subject, terms, weighed, set)
  return { subject, entries, reckoned, weighed }
}

interface ProjectPlan {
  readonly works: readonly CostedWork[]
  readonly commitments: readonly LineCommitment[]
}

const noPlan: ProjectPlan = { works: [], commitments: [] }

/** The tasks where they lie when what is left to do begins on the day after. */
function planOf(db: ReadDb, projectId: string, scope: CashScope): ProjectPlan {
  const question = questionOf(db, projectId, addDays(scope.asOf, 1))
  const { items } = scheduleOf(question)
  return {
    works: costedWorks(question.tasks, items, measurementsOf(db, projectId), scope.asOf),
    commitments: lineCommitments(db, projectId, scope),
  }
}

/** What was set of the months that are still to come; of the one in which the day lies, less what is paid in it. */
function setCash(set: readonly SetMonth[], spent: readonly PaidCash[], asOf: Day): readonly SetCash[] {
  return set.map(({ fundId, fundName, year, month, amountFen }) => {
    const own = `${String(year)}-${String(month).padStart(2, '0')}`
    const paidFen = spent
      .filter((one) => own === asOf.slice(0, 7) && one.month === own && one.fundId === fundId)
      .reduce((sum, one) => sum + one.spentFen, 0)
    return { fundId, fundName, month: own, amountFen: Math.max(0, amountFen - paidFen) }
  })
}

/** By the year's plan, else by what was granted; a project without either has no source yet. */
function weightsOf(db: ReadDb, year: number): (projectId: string) => readonly WeighedFund[] {
  const plans = Map.groupBy(listAnnualPlanVersions(db, { year }), ({ projectId }) => projectId)
  const allotted = Map.groupBy(allotmentsLeft(db), ({ projectId }) => projectId)
  return (projectId) => {
    const planned = (plans.get(projectId)?.[0]?.lines ?? [])
      .filter(({ amountFen }) => amountFen !== null && amountFen > 0)
      .map(({ fundId, fundName, amountFen }) => ({ fundId, fundName, weight: amountFen ?? 0 }))
    if (planned.length > 0) return planned
    const granted = (allotted.get(projectId) ?? [])
      .filter(({ leftFen }) => leftFen > 0)
      .map(({ fundId, fundName, leftFen }) => ({ fundId, fundName, weight: leftFen }))
    return granted.length > 0 ? granted : [{ fundId: null, fundName: null, weight: 1 }]
  }
}
