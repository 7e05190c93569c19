import { RuleBroken } from '../domain/ruleBroken.ts'
import type { RequestOutput } from '../requests/requests.ts'
import { seedPlans } from '../seed/plans.ts'
import { headOf } from '../store/chain.ts'
import { insertCitation } from '../store/citation.ts'
import type { Connection } from '../store/database.ts'
import { insertDiscrepancy } from '../store/discrepancy.ts'
import { hasLibrary, insertLibrary, isEmpty, getLibrary as readLibrary } from '../store/library.ts'
import { insertMilestone } from '../store/milestone.ts'
import { insertEnvelope, insertPlan } from '../store/plan.ts'
import { insertProject } from '../store/project.ts'
import { type Step, verify } from '../store/verify.ts'
import type { CommandHandler, Moment, QueryHandler } from './handler.ts'

export const createLibrary: CommandHandler<'createLibrary'> = (db, { name }, { newId }) => {
  if (hasLibrary(db)) throw new RuleBroken('libraryExists', ['file'])
  insertLibrary(db, { id: newId(), name, isSynthetic: false })
  return readLibrary(db)
}

export const getLibrary: QueryHandler<'getLibrary'> = (db) => readLibrary(db)

/** Fills an empty library with the two plans, each figure with its citation. */
export const loadPlans: CommandHandler<'loadPlans'> = (db) => {
  if (!isEmpty(db)) throw new RuleBroken('libraryNotEmpty')
  const seed = seedPlans()
  for (const plan of seed.plans) insertPlan(db, plan)
  for (const envelope of seed.envelopes) insertEnvelope(db, envelope)
  for (const project of seed.projects) insertProject(db, project)
  for (const milestone of seed.milestones) insertMilestone(db, milestone)
  for (const [index, discrepancy] of seed.discrepancies.entries())
    insertDiscrepancy(db, discrepancy, index + 1)
  for (const citation of seed.citations) insertCitation(db, citation)
  return readLibrary(db)
}

export function* verifyLibrary(
  db: Connection,
  _: object,
  { at }: Moment,
): Generator<Step, RequestOutput<'verifyLibrary'>> {
  const start = performance.now()
  const findings = yield* verify(db)
  return {
    isSound: findings.faultCount === 0,
    changeCount: findings.changeCount,
    rowCount: findings.rowCount,
    sumCount: findings.sumCount,
    headHash: headOf(db).hash,
    verifiedAt: at,
    durationMs: Math.round(performance.now() - start),
    faultCount: findings.faultCount,
    faults: [...findings.faults],
  }
}
