import { type Rule, ruleCodes } from '../domain/rule.ts'
import { marked, rulesIn } from '../domain/ruleTable.ts'
import { shippedRules } from '../domain/shippedRules.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

/** The rules as they ship, each in the words and numbers that somebody gave it here, then those that were added. */
export function allRules(db: ReadDb): Rule[] {
  const rows = db.all<StoredRule>('SELECT * FROM rule ORDER BY rowid')
  const edited = new Map(rows.map((row) => [row.id, row]))
  const known = shippedRules.map((rule) => {
    const row = edited.get(rule.id)
    return row === undefined ? rule : marked({ ...rule, ...editsOf(row, rule.threshold) })
  })
  return [...known, ...rows.filter(({ code }) => code !== null).map(addedOf)]
}

/** The rules that count for a project: its plan's region brings the local ones. */
export function rulesOf(db: ReadDb, projectId: string): Rule[] {
  const region = db.get<{ region: string }>(
    'SELECT plan.region FROM project JOIN plan ON plan.id = project.plan_id WHERE project.id = @projectId',
    { projectId },
  )?.region
  return rulesIn(allRules(db), region ?? null)
}

/** The rules of any project: each region's set is made once. */
export function rulesByProject(db: ReadDb): (projectId: string) => readonly Rule[] {
  const all = allRules(db)
  const regions = new Map(
    db
      .all<{ id: string; region: string | null }>(
        'SELECT project.id, plan.region FROM project LEFT JOIN plan ON plan.id = project.plan_id',
      )
      .map(({ id, region }) => [id, region]),
  )
  const sets = new Map<string | null, readonly Rule[]>()
  return (projectId) => {
    const region = regions.get(projectId) ?? null
    const known = sets.get(region) ?? rulesIn(all, region)
    sets.set(region, known)
    return known
  }
}

export function saveRule(db: WriteDb, rule: Rule, reason: string): void {
  const row = {
    id: rule.id,
    text: rule.text,
    basis: rule.basis,
    clause: rule.clause,
    region: rule.region,
    effective_from: rule.effectiveFrom,
    threshold: JSON.stringify(rule.threshold),
    status: rule.status,
    code: rule.isAdded ? rule.code : null,
    withdrawn_at: rule.withdrawnAt,
  }
  const before = db.get<Row>('SELECT * FROM rule WHERE id = @id', { id: rule.id })
  if (before === undefined) {
    db.insert({
      entity: 'rule',
      sql: `INSERT INTO rule (id, text, basis, clause, region, effective_from, threshold, status, code, withdrawn_at)
        VALUES (@id, @text, @basis, @clause, @region, @effective_from, @threshold, @status, @code, @withdrawn_at)`,
      row,
      reason,
    })
    return
  }
  db.update({
    entity: 'rule',
    sql: `UPDATE rule SET text = @text, basis = @basis, clause = @clause, region = @region, effective_from = @effective_from,
        threshold = @threshold, status = @status, code = @code, withdrawn_at = @withdrawn_at WHERE id = @id RETURNING *`,
    params: row,
    before,
    reason,
  })
}

interface StoredRule {
  readonly id: string
  readonly text: string
  readonly basis: string
  readonly clause: string | null
  readonly region: string
  readonly effective_from: string | null
  readonly threshold: string
  readonly status: Rule['status']
  /** Of an added row only. */
  readonly code: string | null
  readonly withdrawn_at: string | null
}

/** A number that the shipped row has and the edited one was made before keeps its shipped value. */
function editsOf(row: StoredRule, shipped: Rule['threshold']) {
  return {
    text: row.text,
    basis: row.basis,
    clause: row.clause,
    region: row.region,
    effectiveFrom: row.effective_from,
    // Written by saveRule alone, from a parsed edit.
    threshold: { ...shipped, ...(JSON.parse(row.threshold) as Record<string, number>) },
    status: row.status,
    withdrawnAt: row.withdrawn_at,
  }
}

function addedOf(row: StoredRule): Rule {
  const code = ruleCodes.find((known) => known === row.code)
  if (code === undefined) throw new Error(`a rule of an unknown kind: ${row.id}`)
  return { id: row.id, code, ...editsOf(row, {}), isEdited: true, isAdded: true }
}
