import type { Change, Entity } from '../domain/change.ts'
import type { PageInput } from '../domain/page.ts'
import type { ChangeRow } from './chain.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

/** Newest first. */
export function listChanges(
  db: ReadDb,
  filter: { readonly entityId: string | undefined; readonly entity: Entity | undefined },
  page: PageInput,
) {
  const params = { entityId: filter.entityId ?? null, entity: filter.entity ?? null }
  const scope =
    filter.entityId === undefined
      ? filter.entity === undefined
        ? ''
        : 'WHERE entity = @entity'
      : 'WHERE entity_id = @entityId AND (@entity IS NULL OR entity = @entity)'
  const from = `FROM change ${scope}`
  return readPage<ChangeRow, Change>(
    db,
    page,
    { from, rows: `SELECT * ${from} ORDER BY seq DESC`, params },
    changeOf,
  )
}

function changeOf(row: ChangeRow): Change {
  const before = parseImage(row.before)
  const after = parseImage(row.after)
  return {
    seq: row.seq,
    device: row.device,
    deviceSeq: row.device_seq,
    at: row.at,
    actorName: row.actor_name,
    role: row.role,
    request: row.request,
    entity: row.entity,
    entityId: row.entity_id,
    title: titleOf(row.entity, after ?? before ?? {}),
    before,
    after,
    reason: row.reason,
    hash: row.hash,
  }
}

function parseImage(image: string | null): Record<string, unknown> | null {
  return image === null ? null : (JSON.parse(image) as Record<string, unknown>)
}

function titleOf(entity: Entity, image: Record<string, unknown>): string {
  const names: Partial<Record<Entity, string>> = {
    payment: 'payee',
    citation: 'section',
    discrepancy: 'text',
    progress_report: 'as_of',
    budget_version: 'approval_no',
    contract_change: 'title',
    progress_value: 'month',
    fund_entry: 'entered_on',
    period_close: 'month',
    annual_plan: 'document_no',
    content: 'id',
    document_requirement: 'document',
    document_waiver: 'reason',
    rule: 'basis',
    alert_acknowledgement: 'alert_id',
    advance_recovery: 'recovered_on',
    retention: 'guarantee_issuer',
    payment_due: 'due_on',
    import_batch: 'source',
  }
  const title = image[names[entity] ?? 'name']
  return typeof title === 'string' ? title : ''
}
