import type { PageInput } from '../domain/page.ts'
import type { Envelope, Plan } from '../domain/plan.ts'
import type { WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

export function findPlan(db: ReadDb, planId: string): Plan | undefined {
  const row = db.get<PlanRow>('SELECT * FROM plan WHERE id = @planId', { planId })
  return row === undefined ? undefined : planOf(row)
}

export function listPlans(db: ReadDb, page: PageInput) {
  return readPage<PlanRow, Plan>(
    db,
    page,
    { from: 'FROM plan', rows: 'SELECT * FROM plan ORDER BY rowid' },
    planOf,
  )
}

export function insertPlan(db: WriteDb, plan: Plan): void {
  db.insert({
    entity: 'plan',
    sql: `INSERT INTO plan (id, name, region, period, issued_on, published_total_fen, published_total_label, published_count, rounded_total_text)
      VALUES (@id, @name, @region, @period, @issued_on, @published_total_fen, @published_total_label, @published_count, @rounded_total_text)`,
    row: {
      id: plan.id,
      name: plan.name,
      region: plan.region,
      period: plan.period,
      issued_on: plan.issuedOn,
      published_total_fen: plan.publishedTotalFen,
      published_total_label: plan.publishedTotalLabel,
      published_count: plan.publishedCount,
      rounded_total_text: plan.roundedTotalText,
    },
  })
}

export function listEnvelopes(db: ReadDb, planId: string): (Envelope & { readonly projectCount: number })[] {
  return db
    .all<EnvelopeRow>(`${envelopeSql} WHERE envelope.plan_id = @planId ORDER BY envelope.rowid`, { planId })
    .map(envelopeOf)
}

export function findEnvelope(db: ReadDb, envelopeId: string) {
  const row = db.get<EnvelopeRow>(`${envelopeSql} WHERE envelope.id = @envelopeId`, { envelopeId })
  return row === undefined ? undefined : envelopeOf(row)
}

export function insertEnvelope(db: WriteDb, envelope: Envelope): void {
  db.insert({
    entity: 'envelope',
    sql: `INSERT INTO envelope (id, plan_id, name, amount_fen, is_approximate, text)
      VALUES (@id, @plan_id, @name, @amount_fen, @is_approximate, @text)`,
    row: {
      id: envelope.id,
      plan_id: envelope.planId,
      name: envelope.name,
      amount_fen: envelope.amountFen,
      is_approximate: envelope.isApproximate ? 1 : 0,
      text: envelope.text,
    },
  })
}

/** Sums of one plan's projects and payments; amounts in 分, null where no project's amount is known. */
export interface PlanSums {
  readonly item_count: number
  readonly known_count: number
  readonly items_total_fen: number | null
  readonly derived_fen: number
  readonly envelope_project_count: number
  readonly added_count: number
  readonly added_fen: number | null
  readonly paid_fen: number
  readonly payment_count: number
  readonly open_discrepancy_count: number
  readonly gap_discrepancy_id: string | null
}

export function planSums(db: ReadDb, planId: string): PlanSums {
  const sums = db.get<PlanSums>(
    `SELECT
      count(*) FILTER (WHERE origin = 'plan') AS item_count,
      count(amount_fen) FILTER (WHERE origin = 'plan') AS known_count,
      sum(amount_fen) FILTER (WHERE origin = 'plan') AS items_total_fen,
      ifnull(sum(amount_fen) FILTER (WHERE origin = 'plan' AND is_amount_derived), 0) AS derived_fen,
      count(envelope_id) AS envelope_project_count,
      count(*) FILTER (WHERE origin = 'hand') AS added_count,
      sum(amount_fen) FILTER (WHERE origin = 'hand') AS added_fen,
      (SELECT ifnull(sum(paid_fen), 0) FROM paid_by_month WHERE project_id IN (SELECT id FROM project WHERE plan_id = @planId)) AS paid_fen,
      (SELECT ifnull(sum(payment_count), 0) FROM paid_by_month WHERE project_id IN (SELECT id FROM project WHERE plan_id = @planId)) AS payment_count,
      (SELECT count(*) FROM discrepancy WHERE plan_id = @planId AND status <> 'corrected') AS open_discrepancy_count,
      (SELECT id FROM discrepancy WHERE plan_id = @planId AND gap_fen IS NOT NULL ORDER BY sort_order LIMIT 1) AS gap_discrepancy_id
    FROM project WHERE plan_id = @planId`,
    { planId },
  )
  if (sums === undefined) throw new Error('an aggregate gave no row')
  return sums
}

interface PlanRow {
  readonly id: string
  readonly name: string
  readonly region: string
  readonly period: string
  readonly issued_on: string | null
  readonly published_total_fen: number | null
  readonly published_total_label: string | null
  readonly published_count: number | null
  readonly rounded_total_text: string | null
}

function planOf(row: PlanRow): Plan {
  return {
    id: row.id,
    name: row.name,
    region: row.region,
    period: row.period,
    issuedOn: row.issued_on,
    publishedTotalFen: row.published_total_fen,
    publishedTotalLabel: row.published_total_label,
    publishedCount: row.published_count,
    roundedTotalText: row.rounded_total_text,
  }
}

interface EnvelopeRow {
  readonly id: string
  readonly plan_id: string
  readonly name: string
  readonly amount_fen: number
  readonly is_approximate: number
  readonly text: string
  readonly project_count: number
}

const envelopeSql = `SELECT envelope.*, (SELECT count(*) FROM project WHERE envelope_id = envelope.id) AS project_count FROM envelope`

function envelopeOf(row: EnvelopeRow) {
  return {
    id: row.id,
    planId: row.plan_id,
    name: row.name,
    amountFen: row.amount_fen,
    isApproximate: row.is_approximate === 1,
    text: row.text,
    projectCount: row.project_count,
  }
}
