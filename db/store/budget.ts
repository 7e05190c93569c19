import { type BudgetLine, type BudgetVersion, limitBudgetKinds, newestApproved } from '../domain/budget.ts'
import { totalOf, treeOf } from '../domain/budgetTree.ts'
import type { Day } from '../domain/day.ts'
import type { Fen } from '../domain/fen.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

/** In the order of recording. */
export function listVersions(db: ReadDb, projectId: string): BudgetVersion[] {
  return db
    .all<StoredVersion>('SELECT * FROM budget_version WHERE project_id = @projectId ORDER BY rowid', {
      projectId,
    })
    .map(versionOf)
}

export function findVersion(db: ReadDb, versionId: string): BudgetVersion | undefined {
  const row = db.get<StoredVersion>('SELECT * FROM budget_version WHERE id = @versionId', { versionId })
  return row === undefined ? undefined : versionOf(row)
}

export function insertVersion(db: WriteDb, version: BudgetVersion, importId: string | null = null): void {
  db.insert({
    entity: 'budget_version',
    sql: `INSERT INTO budget_version (id, project_id, kind, approval_no, approval_body, approved_on, state, copied_from_id, note, recorded_at, import_id)
      VALUES (@id, @project_id, @kind, @approval_no, @approval_body, @approved_on, @state, @copied_from_id, @note, @recorded_at, @import_id)`,
    row: { ...versionColumns(version), import_id: importId },
  })
}

export function approveVersion(db: WriteDb, version: BudgetVersion, reason: string | null): void {
  const before = db.get<Row>('SELECT * FROM budget_version WHERE id = @id', { id: version.id })
  if (before === undefined) throw new Error('no budget version of that id')
  db.update({
    entity: 'budget_version',
    sql: `UPDATE budget_version SET state = 'approved', approval_no = @approvalNo, approval_body = @approvalBody,
        approved_on = @approvedOn WHERE id = @id RETURNING *`,
    params: {
      id: version.id,
      approvalNo: version.approvalNo,
      approvalBody: version.approvalBody,
      approvedOn: version.approvedOn,
    },
    before,
    reason,
  })
}

export function listLines(db: ReadDb, versionId: string): BudgetLine[] {
  return db
    .all<StoredLine>('SELECT * FROM budget_line WHERE version_id = @versionId ORDER BY rowid', { versionId })
    .map(lineOf)
}

export function insertLine(db: WriteDb, line: BudgetLine): void {
  db.insert({
    entity: 'budget_line',
    sql: `INSERT INTO budget_line (id, version_id, parent_id, line_key, code, name, amount_fen, sort, cost_class)
      VALUES (@id, @version_id, @parent_id, @line_key, @code, @name, @amount_fen, @sort, @cost_class)`,
    row: lineColumns(line),
  })
}

export function updateLine(db: WriteDb, line: BudgetLine): void {
  const before = db.get<Row>('SELECT * FROM budget_line WHERE id = @id', { id: line.id })
  if (before === undefined) throw new Error('no budget line of that id')
  const { id, parent_id, code, name, amount_fen, sort, cost_class } = lineColumns(line)
  db.update({
    entity: 'budget_line',
    sql: `UPDATE budget_line SET parent_id = @parent_id, code = @code, name = @name, amount_fen = @amount_fen, sort = @sort,
        cost_class = @cost_class WHERE id = @id RETURNING *`,
    params: { id, parent_id, code, name, amount_fen, sort, cost_class },
    before,
    reason: null,
  })
}

/** A line of any version of the project, and whether others stand below it. */
export function findLineOf(db: ReadDb, projectId: string, lineId: string) {
  const row = db.get<StoredLine & { has_below: number }>(
    `SELECT line.*, EXISTS (SELECT 1 FROM budget_line WHERE parent_id = line.id) AS has_below
      FROM budget_line AS line JOIN budget_version AS version ON version.id = line.version_id
      WHERE line.id = @lineId AND version.project_id = @projectId`,
    { projectId, lineId },
  )
  return row === undefined ? undefined : { line: lineOf(row), hasBelow: row.has_below === 1 }
}

export function findLine(db: ReadDb, lineId: string): BudgetLine | undefined {
  const row = db.get<StoredLine>('SELECT * FROM budget_line WHERE id = @lineId', { lineId })
  return row === undefined ? undefined : lineOf(row)
}

/** 概算 of a project; null where no 初设概算 or 调整概算 is approved. */
export function budgetLimit(db: ReadDb, projectId: string): Fen | null {
  return versionInForce(db, projectId)?.limitFen ?? null
}

/** The version that is the limit, with its amount; null where none is approved. */
export function versionInForce(
  db: ReadDb,
  projectId: string,
): { readonly versionId: string; readonly limitFen: Fen } | null {
  return limitAmong(db, listVersions(db, projectId))
}

/** The same as it stood on a day: what was approved later does not count. */
export function budgetLimitOn(db: ReadDb, projectId: string, on: Day): Fen | null {
  const limit = limitAmong(
    db,
    listVersions(db, projectId).filter(({ approvedOn }) => approvedOn !== null && approvedOn <= on),
  )
  return limit?.limitFen ?? null
}

function limitAmong(db: ReadDb, versions: readonly BudgetVersion[]) {
  const version = newestApproved(versions, limitBudgetKinds)
  if (version === undefined) return null
  return { versionId: version.id, limitFen: totalOf(treeOf(listLines(db, version.id))) ?? 0 }
}

interface StoredVersion {
  readonly id: string
  readonly project_id: string
  readonly kind: BudgetVersion['kind']
  readonly approval_no: string | null
  readonly approval_body: string | null
  readonly approved_on: string | null
  readonly state: BudgetVersion['state']
  readonly copied_from_id: string | null
  readonly note: string | null
  readonly recorded_at: string
}

function versionOf(row: StoredVersion): BudgetVersion {
  return {
    id: row.id,
    projectId: row.project_id,
    kind: row.kind,
    approvalNo: row.approval_no,
    approvalBody: row.approval_body,
    approvedOn: row.approved_on,
    state: row.state,
    copiedFromId: row.copied_from_id,
    note: row.note,
    recordedAt: row.recorded_at,
  }
}

function versionColumns(version: BudgetVersion): Row {
  return {
    id: version.id,
    project_id: version.projectId,
    kind: version.kind,
    approval_no: version.approvalNo,
    approval_body: version.approvalBody,
    approved_on: version.approvedOn,
    state: version.state,
    copied_from_id: version.copiedFromId,
    note: version.note,
    recorded_at: version.recordedAt,
  }
}

interface StoredLine {
  readonly id: string
  readonly version_id: string
  readonly parent_id: string | null
  readonly line_key: string
  readonly code: string
  readonly name: string
  readonly amount_fen: number | null
  readonly sort: number
  readonly cost_class: BudgetLine['costClass']
}

function lineOf(row: StoredLine): BudgetLine {
  return {
    id: row.id,
    versionId: row.version_id,
    parentId: row.parent_id,
    lineKey: row.line_key,
    code: row.code,
    name: row.name,
    amountFen: row.amount_fen,
    sort: row.sort,
    costClass: row.cost_class,
  }
}

function lineColumns(line: BudgetLine) {
  return {
    id: line.id,
    version_id: line.versionId,
    parent_id: line.parentId,
    line_key: line.lineKey,
    code: line.code,
    name: line.name,
    amount_fen: line.amountFen,
    sort: line.sort,
    cost_class: line.costClass,
  }
}
