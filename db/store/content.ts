import { createHash, type Hash } from 'node:crypto'
import { RuleBroken } from '../domain/ruleBroken.ts'
import type { Row, WriteDb } from './change.ts'
import type { Connection, ReadDb } from './database.ts'
import type { Step } from './verify.ts'

/** A row of bytes; a larger one would have to be read whole to see any of it. */
export const chunkBytes = 256 * 1024
/** Chunks written in one transaction while a file is read in. */
const stride = 8

/** A stage that nobody attached is forgotten after a day. */
const stagedForMs = 24 * 60 * 60 * 1000

export interface Staged {
  readonly sha256: string
  readonly byteCount: number
  /** For the sentence where the file is no longer what was hashed. */
  readonly name: string
}

/**
 * Keeps the bytes of a file under their hash, a few chunks at a time, so that queries are served in between. Bytes
 * that the library has already are not written again. They belong to no record until `keepContent`.
 * @param pieces gives the same bytes again, in chunks of at most `chunkBytes`
 * @throws RuleBroken fileChanged, libraryReadOnly
 */
export function* stageContent(
  db: Connection,
  staged: Staged,
  pieces: () => Iterable<Uint8Array>,
  at: string,
): Generator<Step, void> {
  const { sha256, byteCount, name } = staged
  if (db.sqlite.pragma('query_only', { simple: true }) === 1) throw new RuleBroken('libraryReadOnly')
  forgetStale(db, at)
  if (hasBytes(db, sha256)) return
  db.run('DELETE FROM content_chunk WHERE sha256 = @sha256', { sha256 })
  const hash = createHash('sha256')
  let written = 0
  let waiting: Uint8Array[] = []
  let position = 0
  const flush = db.sqlite.transaction(() => {
    for (const bytes of waiting) {
      db.run('INSERT INTO content_chunk (sha256, position, bytes) VALUES (?, ?, ?)', [
        sha256,
        position,
        bytes,
      ])
      position += 1
    }
    waiting = []
  })
  for (const piece of pieces()) {
    hash.update(piece)
    waiting.push(Uint8Array.from(piece))
    written += piece.length
    if (waiting.length < stride) continue
    flush()
    yield { done: written, total: byteCount }
  }
  flush()
  if (hash.digest('hex') !== sha256 || written !== byteCount)
    throw new RuleBroken('fileChanged', ['file'], { name })
  db.run('INSERT INTO staged_content (sha256, byte_count, chunk_count, staged_at) VALUES (?, ?, ?, ?)', [
    sha256,
    byteCount,
    position,
    at,
  ])
}

/**
 * Makes a staged content one of the library's, or takes the one that it has.
 * @throws RuleBroken contentUnknown where the bytes were never read in
 */
export function keepContent(db: WriteDb, sha256: string): void {
  const known = db.get<StoredContent>('SELECT * FROM content WHERE id = @sha256', { sha256 })
  if (known?.collected_at === null) return
  const staged = db.get<{ byte_count: number; chunk_count: number }>(
    'SELECT byte_count, chunk_count FROM staged_content WHERE sha256 = @sha256',
    { sha256 },
  )
  if (staged === undefined) throw new RuleBroken('contentUnknown', ['sha256'])
  if (known === undefined) {
    db.insert({
      entity: 'content',
      sql: `INSERT INTO content (id, byte_count, chunk_count, collected_at)
        VALUES (@id, @byte_count, @chunk_count, @collected_at)`,
      row: { id: sha256, ...staged, collected_at: null },
    })
  } else {
    db.update({
      entity: 'content',
      sql: 'UPDATE content SET collected_at = NULL, chunk_count = @chunk_count WHERE id = @id RETURNING *',
      params: { id: sha256, chunk_count: staged.chunk_count },
      before: { ...known },
      reason: null,
    })
  }
  db.keep('DELETE FROM staged_content WHERE sha256 = @sha256', { sha256 })
}

/** Takes out the bytes that no standing attachment refers to; the record of each content stays. */
export function collectIdle(db: WriteDb, at: string, reason: string) {
  const idle = db.all<StoredContent & Row>(`SELECT * FROM content WHERE ${idleSql}`)
  for (const content of idle) {
    db.update({
      entity: 'content',
      sql: 'UPDATE content SET collected_at = @at WHERE id = @id RETURNING *',
      params: { id: content.id, at },
      before: content,
      reason,
    })
    db.keep('DELETE FROM content_chunk WHERE sha256 = @id', { id: content.id })
  }
  return {
    contentCount: idle.length,
    byteCount: idle.reduce((sum, { byte_count: bytes }) => sum + bytes, 0),
  }
}

export function summaryOf(db: ReadDb) {
  const row = db.get<Record<'attachments' | 'removed' | 'contents' | 'bytes' | 'idle' | 'idleBytes', number>>(
    `SELECT (SELECT count(*) FROM attachment WHERE removed_at IS NULL) AS attachments,
      (SELECT count(*) FROM attachment WHERE removed_at IS NOT NULL) AS removed,
      count(*) AS contents, ifnull(sum(byte_count), 0) AS bytes,
      count(*) FILTER (WHERE ${idleSql}) AS idle, ifnull(sum(byte_count) FILTER (WHERE ${idleSql}), 0) AS idleBytes
    FROM content WHERE collected_at IS NULL`,
  )
  return {
    attachmentCount: row?.attachments ?? 0,
    removedCount: row?.removed ?? 0,
    contentCount: row?.contents ?? 0,
    byteCount: row?.bytes ?? 0,
    idleCount: row?.idle ?? 0,
    idleByteCount: row?.idleBytes ?? 0,
  }
}

/** The bytes of a content, chunk by chunk in their order. */
export function* chunksOf(db: ReadDb, sha256: string): Generator<Uint8Array> {
  // One by one: an open cursor would keep the file from being written between two of them.
  for (let position = 0; ; position += 1) {
    const chunk = db.get<{ bytes: Uint8Array }>(
      'SELECT bytes FROM content_chunk WHERE sha256 = @sha256 AND position = @position',
      { sha256, position },
    )
    if (chunk === undefined) return
    yield chunk.bytes
  }
}

/** Each content that stands with what is wrong with its bytes; yields how many bytes were hashed on the way. */
export function* checkContents(
  db: ReadDb,
  report: (kind: 'contentMissing' | 'contentAltered', sha256: string, detail: string) => void,
): Generator<number> {
  let hashed = 0
  for (const { id, byte_count: expected, chunk_count: chunkCount } of db.all<StoredContent>(
    'SELECT * FROM content WHERE collected_at IS NULL ORDER BY rowid',
  )) {
    const hash: Hash = createHash('sha256')
    let [bytes, chunks] = [0, 0]
    for (const chunk of chunksOf(db, id)) {
      hash.update(chunk)
      bytes += chunk.length
      chunks += 1
      hashed += chunk.length
      yield hashed
    }
    if (chunks < chunkCount) report('contentMissing', id, `${String(chunks)} / ${String(chunkCount)}`)
    else if (hash.digest('hex') !== id || bytes !== expected)
      report('contentAltered', id, `${String(bytes)} B`)
  }
}

function hasBytes(db: ReadDb, sha256: string): boolean {
  return (
    db.get(
      `SELECT 1 FROM content WHERE id = @sha256 AND collected_at IS NULL
        UNION ALL SELECT 1 FROM staged_content WHERE sha256 = @sha256`,
      { sha256 },
    ) !== undefined
  )
}

/** Bytes that were read in and never attached, or only half read in when the process ended. */
function forgetStale(db: Connection, at: string) {
  const before = new Date(Date.parse(at) - stagedForMs).toISOString()
  db.run('DELETE FROM staged_content WHERE staged_at < @before OR staged_at > @at', { before, at })
  db.run(`DELETE FROM content_chunk WHERE sha256 NOT IN (SELECT id FROM content WHERE collected_at IS NULL)
    AND sha256 NOT IN (SELECT sha256 FROM staged_content)`)
}

const idleSql = `collected_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM attachment WHERE attachment.content_id = content.id AND attachment.removed_at IS NULL)`

interface StoredContent {
  readonly id: string
  readonly byte_count: number
  readonly chunk_count: number
  readonly collected_at: string | null
}
