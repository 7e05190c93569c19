import Big from 'big.js'
import { byWeight } from './cashMonth.ts'
import { type CashTerm, type CashWork, spanFrom } from './cashTerm.ts'
import { addDays, type Day } from './day.ts'
import type { Measurement } from './earnedValue.ts'
import type { Fen } from './fen.ts'
import { spanOf } from './planDate.ts'
import type { TaskSchedule } from './schedule.ts'
import type { Task } from './task.ts'

/** A task with a cost, where it lies when what is left moves to the day after. */
export interface CostedWork extends CashWork {
  readonly costFen: Fen
  readonly contractId: string | null
  readonly budgetLineId: string | null
}

/** The tasks that may cost something, as of the end of a day; what is below a summary counts, the summary does not. */
export function costedWorks(
  tasks: readonly Task[],
  schedule: readonly TaskSchedule[],
  measurements: readonly Measurement[],
  asOf: Day,
): readonly CostedWork[] {
  const places = new Map(schedule.map((place) => [place.taskId, place]))
  const reports = Map.groupBy(measurements, ({ taskId }) => taskId)
  return tasks
    .filter(({ kind, status }) => kind !== 'summary' && status !== 'cancelled')
    .map((task) => {
      const place = places.get(task.id)
      const leftPct = pctLeft(task, reports.get(task.id) ?? [], asOf)
      const costFen = task.costFen ?? 0
      return {
        taskId: task.id,
        name: task.name,
        costFen,
        leftFen: new Big(costFen).times(leftPct).div(100).round(0, Big.roundHalfUp).toNumber(),
        isOver: leftPct <= 0,
        start: place?.earlyStart ?? null,
        finish: place?.earlyFinish ?? null,
        isCoarse: place?.isCoarse ?? false,
        contractId: task.contractId,
        budgetLineId: task.budgetLineId,
      }
    })
}

/** Of a task: how much of it was left when the day was over, as the reports by then say. */
function pctLeft(task: Task, reports: readonly Measurement[], asOf: Day): number {
  if (
    task.status === 'done' &&
    (task.actual === null ? reports.length === 0 : spanOf(task.actual).last <= asOf)
  )
    return 0
  const newest = reports
    .filter((report) => report.asOf <= asOf)
    .reduce<Measurement | null>(
      (last, report) => (last === null || report.asOf >= last.asOf ? report : last),
      null,
    )
  if (newest?.status === 'done') return 0
  const done = reports.length === 0 ? task.progressPct : (newest?.progressPct ?? null)
  return 100 - (done ?? 0)
}

/** What contracts committed on a 科目 or below it. */
export interface LineCommitment {
  readonly budgetLineId: string
  readonly contractId: string
  readonly fen: Fen
}

/** The tasks that a contract is paid for: those that name it, else those whose 科目 it stands on. */
export function worksOfContract(
  contractId: string,
  works: readonly CostedWork[],
  commitments: readonly LineCommitment[],
): readonly CostedWork[] {
  const own = works.filter((work) => work.contractId === contractId)
  if (own.length > 0) return own
  const lines = new Set(
    commitments.filter((one) => one.contractId === contractId).map((one) => one.budgetLineId),
  )
  return works.filter(({ budgetLineId }) => budgetLineId !== null && lines.has(budgetLineId))
}

/**
 * What is left of the tasks that no contract covers. Of a 科目 that contracts stand on only the part above them: what is
 * committed counts once.
 */
export function uncontractedTerms(
  works: readonly CostedWork[],
  commitments: readonly LineCommitment[],
  asOf: Day,
): readonly CashTerm[] {
  const committed = Map.groupBy(commitments, ({ budgetLineId }) => budgetLineId)
  const byLine = Map.groupBy(works, ({ budgetLineId }) => budgetLineId)
  return works
    .filter(({ contractId, leftFen }) => contractId === null && leftFen > 0)
    .map((work): CashTerm => {
      const onLine = byLine.get(work.budgetLineId) ?? []
      const costFen = onLine.reduce((sum, one) => sum + one.costFen, 0)
      const contracted = (committed.get(work.budgetLineId ?? '') ?? []).reduce((sum, { fen }) => sum + fen, 0)
      const coveredFen = Math.min(costFen, contracted)
      const [, freeFen = 0] = byWeight(work.leftFen, [coveredFen, costFen - coveredFen])
      const amountFen = work.budgetLineId === null ? work.leftFen : freeFen
      const plain = { part: 'task' as const, taskId: work.taskId, taskName: work.name, amountFen }
      if (work.start === null || work.finish === null) return { ...plain, span: null, mark: 'undated' }
      const span = spanFrom(work.start, work.finish, addDays(asOf, 1))
      return { ...plain, span, mark: work.isCoarse ? 'coarse' : null }
    })
    .filter(({ amountFen }) => amountFen > 0)
}
