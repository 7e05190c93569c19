import type { Rule } from '../domain/rule.ts'
import { shippedRules } from '../domain/ruleTable.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

/** The rules as they ship, each in the words and numbers that somebody gave it here. */
export function allRules(db: ReadDb): Rule[] {
  const edited = new Map(db.all<StoredRule>('SELECT * FROM rule').map((row) => [row.id, row]))
  return shippedRules.map((rule) => {
    const row = edited.get(rule.id)
    return row === undefined ? rule : { ...rule, ...editsOf(row), isEdited: true }
  })
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
  }
  const before = db.get<Row>('SELECT * FROM rule WHERE id = @id', { id: rule.id })
  if (before === undefined) {
    db.insert({
      entity: 'rule',
      sql: `INSERT INTO rule (id, text, basis, clause, region, effective_from, threshold, status)
        VALUES (@id, @text, @basis, @clause, @region, @effective_from, @threshold, @status)`,
      row,
      reason,
    })
    return
  }
  db.update({
    entity: 'rule',
    sql: `UPDATE rule SET text = @text, basis = @basis, clause = @clause, region = @region, effective_from = @effective_from,
        threshold = @threshold, status = @status WHERE id = @id RETURNING *`,
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
}

function editsOf(row: StoredRule) {
  return {
    text: row.text,
    basis: row.basis,
    clause: row.clause,
    region: row.region,
    effectiveFrom: row.effective_from,
    // Written by saveRule alone, from a parsed edit.
    threshold: JSON.parse(row.threshold) as Record<string, number>,
    status: row.status,
  }
}
