import type { Attachment } from '../domain/attachment.ts'
import type { PageInput } from '../domain/page.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

export function findAttachment(db: ReadDb, attachmentId: string): Attachment | undefined {
  const row = db.get<StoredAttachment>(`${rowSql} WHERE attachment.id = @attachmentId`, { attachmentId })
  return row === undefined ? undefined : attachmentOf(row)
}

export interface AttachmentFilter {
  readonly subjectId?: string | undefined
  readonly projectId?: string | undefined
  readonly contractId?: string | undefined
  readonly withRemoved: boolean
}

/** In the order of recording. */
export function listAttachments(db: ReadDb, filter: AttachmentFilter, page: PageInput) {
  const params = paramsOf(filter)
  return readPage<StoredAttachment, Attachment>(
    db,
    page,
    {
      from: `FROM attachment ${filterSql}`,
      rows: `${rowSql} ${filterSql} ORDER BY attachment.rowid`,
      params,
    },
    attachmentOf,
  )
}

/** Bytes of the attachments that stand, each content once. */
export function bytesOf(db: ReadDb, filter: AttachmentFilter): number {
  return (
    db.get<{ bytes: number }>(
      `SELECT ifnull(sum(byte_count), 0) AS bytes FROM content WHERE id IN (
        SELECT content_id FROM attachment ${filterSql} AND removed_at IS NULL)`,
      paramsOf(filter),
    )?.bytes ?? 0
  )
}

/** Of the records asked for, those that have files that stand. */
export function countAttachments(db: ReadDb, subjectIds: readonly string[]) {
  return db.all<{ subjectId: string; count: number }>(
    `SELECT subject_id AS subjectId, count(*) AS count FROM attachment
      WHERE subject_id IN (SELECT value FROM json_each(@subjectIds)) AND removed_at IS NULL GROUP BY subject_id`,
    { subjectIds: JSON.stringify(subjectIds) },
  )
}

export function insertAttachment(db: WriteDb, attachment: Attachment): void {
  db.insert({
    entity: 'attachment',
    sql: `INSERT INTO attachment (id, subject, subject_id, project_id, contract_id, content_id, name, media_type,
        document, note, recorded_at, actor_name, removed_at, removed_by, remove_reason)
      VALUES (@id, @subject, @subject_id, @project_id, @contract_id, @content_id, @name, @media_type,
        @document, @note, @recorded_at, @actor_name, @removed_at, @removed_by, @remove_reason)`,
    row: {
      id: attachment.id,
      subject: attachment.subject,
      subject_id: attachment.subjectId,
      project_id: attachment.projectId,
      contract_id: attachment.contractId,
      content_id: attachment.contentId,
      name: attachment.name,
      media_type: attachment.mediaType,
      document: attachment.document,
      note: attachment.note,
      recorded_at: attachment.recordedAt,
      actor_name: attachment.actorName,
      removed_at: null,
      removed_by: null,
      remove_reason: null,
    },
  })
}

export function describeAttachment(
  db: WriteDb,
  attachmentId: string,
  { document, note }: Pick<Attachment, 'document' | 'note'>,
): void {
  db.update({
    entity: 'attachment',
    sql: 'UPDATE attachment SET document = @document, note = @note WHERE id = @id RETURNING *',
    params: { id: attachmentId, document, note },
    before: storedOf(db, attachmentId),
    reason: null,
  })
}

export function removeAttachment(
  db: WriteDb,
  attachmentId: string,
  removal: { readonly at: string; readonly by: string; readonly reason: string },
): void {
  db.update({
    entity: 'attachment',
    sql: `UPDATE attachment SET removed_at = @at, removed_by = @by, remove_reason = @reason
      WHERE id = @id RETURNING *`,
    params: { id: attachmentId, ...removal },
    before: storedOf(db, attachmentId),
    reason: removal.reason,
  })
}

function storedOf(db: ReadDb, attachmentId: string): Row {
  const before = db.get<Row>('SELECT * FROM attachment WHERE id = @attachmentId', { attachmentId })
  if (before === undefined) throw new Error('no attachment of that id')
  return before
}

function paramsOf(filter: AttachmentFilter) {
  return {
    subjectId: filter.subjectId ?? null,
    projectId: filter.projectId ?? null,
    contractId: filter.contractId ?? null,
    withRemoved: filter.withRemoved ? 1 : 0,
  }
}

const filterSql = `WHERE (@subjectId IS NULL OR subject_id = @subjectId)
  AND (@projectId IS NULL OR project_id = @projectId) AND (@contractId IS NULL OR contract_id = @contractId)
  AND (@withRemoved = 1 OR removed_at IS NULL)`

const rowSql = `SELECT attachment.*, content.byte_count FROM attachment JOIN content ON content.id = attachment.content_id`

interface StoredAttachment {
  readonly id: string
  readonly subject: Attachment['subject']
  readonly subject_id: string
  readonly project_id: string | null
  readonly contract_id: string | null
  readonly content_id: string
  readonly byte_count: number
  readonly name: string
  readonly media_type: string
  readonly document: string | null
  readonly note: string | null
  readonly recorded_at: string
  readonly actor_name: string
  readonly removed_at: string | null
  readonly removed_by: string | null
  readonly remove_reason: string | null
}

function attachmentOf(row: StoredAttachment): Attachment {
  return {
    id: row.id,
    subject: row.subject,
    subjectId: row.subject_id,
    projectId: row.project_id,
    contractId: row.contract_id,
    contentId: row.content_id,
    name: row.name,
    mediaType: row.media_type,
    byteCount: row.byte_count,
    document: row.document,
    note: row.note,
    recordedAt: row.recorded_at,
    actorName: row.actor_name,
    removedAt: row.removed_at,
    removedBy: row.removed_by,
    removeReason: row.remove_reason,
  }
}
