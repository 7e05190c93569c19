import type { z } from 'zod'
import {
  type DocumentRequirement,
  type documentWaiver,
  shippedRequirements,
} from '../domain/documentRequirement.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

export type DocumentWaiver = z.infer<typeof documentWaiver>

/** The table as it ships, each row as somebody edited it, then the rows that somebody added. */
export function allRequirements(db: ReadDb): DocumentRequirement[] {
  const stored = db
    .all<StoredRequirement>('SELECT * FROM document_requirement ORDER BY rowid')
    .map(requirementOf)
  const edited = new Map(stored.map((one) => [one.id, one]))
  const shipped = new Set(shippedRequirements.map(({ id }) => id))
  return [
    ...shippedRequirements.map((one) => edited.get(one.id) ?? one),
    ...stored.filter(({ id }) => !shipped.has(id)),
  ]
}

export function saveRequirement(db: WriteDb, requirement: DocumentRequirement, reason: string): void {
  const row = {
    id: requirement.id,
    situation: requirement.situation,
    document: requirement.document,
    basis: requirement.basis,
    clause: requirement.clause,
    status: requirement.status,
    is_active: requirement.isActive ? 1 : 0,
  }
  const before = db.get<Row>('SELECT * FROM document_requirement WHERE id = @id', { id: requirement.id })
  if (before === undefined) {
    db.insert({
      entity: 'document_requirement',
      sql: `INSERT INTO document_requirement (id, situation, document, basis, clause, status, is_active)
        VALUES (@id, @situation, @document, @basis, @clause, @status, @is_active)`,
      row,
      reason,
    })
    return
  }
  db.update({
    entity: 'document_requirement',
    sql: `UPDATE document_requirement SET situation = @situation, document = @document, basis = @basis, clause = @clause,
        status = @status, is_active = @is_active WHERE id = @id RETURNING *`,
    params: row,
    before,
    reason,
  })
}

export function findWaiver(db: ReadDb, waiverId: string): DocumentWaiver | undefined {
  const row = db.get<StoredWaiver>(`${waiverSql} AND id = @waiverId`, { waiverId })
  return row === undefined ? undefined : waiverOf(row)
}

/** Those that hold, of one record. */
export function waiversOf(db: ReadDb, subjectId: string): DocumentWaiver[] {
  return db.all<StoredWaiver>(`${waiverSql} AND subject_id = @subjectId`, { subjectId }).map(waiverOf)
}

export function insertWaiver(db: WriteDb, waiver: DocumentWaiver): void {
  db.insert({
    entity: 'document_waiver',
    sql: `INSERT INTO document_waiver (id, requirement_id, subject_id, reason, recorded_at, actor_name, withdrawn_at)
      VALUES (@id, @requirement_id, @subject_id, @reason, @recorded_at, @actor_name, @withdrawn_at)`,
    row: {
      id: waiver.id,
      requirement_id: waiver.requirementId,
      subject_id: waiver.subjectId,
      reason: waiver.reason,
      recorded_at: waiver.recordedAt,
      actor_name: waiver.actorName,
      withdrawn_at: null,
    },
    reason: waiver.reason,
  })
}

export function withdrawWaiver(db: WriteDb, waiverId: string, at: string, reason: string): void {
  const before = db.get<Row>('SELECT * FROM document_waiver WHERE id = @waiverId', { waiverId })
  if (before === undefined) throw new Error('no waiver of that id')
  db.update({
    entity: 'document_waiver',
    sql: 'UPDATE document_waiver SET withdrawn_at = @at WHERE id = @id RETURNING *',
    params: { id: waiverId, at },
    before,
    reason,
  })
}

const waiverSql = 'SELECT * FROM document_waiver WHERE withdrawn_at IS NULL'

interface StoredRequirement {
  readonly id: string
  readonly situation: DocumentRequirement['situation']
  readonly document: string
  readonly basis: string
  readonly clause: string | null
  readonly status: DocumentRequirement['status']
  readonly is_active: number
}

function requirementOf(row: StoredRequirement): DocumentRequirement {
  const { is_active: isActive, ...own } = row
  return { ...own, isActive: isActive === 1, isEdited: true }
}

interface StoredWaiver {
  readonly id: string
  readonly requirement_id: string
  readonly subject_id: string
  readonly reason: string
  readonly recorded_at: string
  readonly actor_name: string
}

function waiverOf(row: StoredWaiver): DocumentWaiver {
  return {
    id: row.id,
    requirementId: row.requirement_id,
    subjectId: row.subject_id,
    reason: row.reason,
    recordedAt: row.recorded_at,
    actorName: row.actor_name,
  }
}
