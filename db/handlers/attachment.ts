import { createHash } from 'node:crypto'
import { type Attachment, assertAttachable, assertNew, assertStands, keptName } from '../domain/attachment.ts'
import { isPicture, mediaTypeOf } from '../domain/mediaType.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { writeFileAtomically } from '../exchange/file.ts'
import { hashFile, sourceFile } from '../exchange/readFile.ts'
import type { ParsedInput, RequestOutput } from '../requests/requests.ts'
import { findAttachedRecord } from '../store/attachedRecord.ts'
import {
  bytesOf,
  countAttachments,
  findAttachment,
  insertAttachment,
  listAttachments as readAttachments,
  describeAttachment as writeDescription,
  removeAttachment as writeRemoval,
} from '../store/attachment.ts'
import type { WriteDb } from '../store/change.ts'
import { chunkBytes, chunksOf, collectIdle, keepContent, stageContent, summaryOf } from '../store/content.ts'
import type { Connection, ReadDb } from '../store/database.ts'
import type { Step } from '../store/verify.ts'
import type { CommandHandler, Moment, QueryHandler } from './handler.ts'

/** Reads a file into the library; it belongs to no record until attachFile. */
export function* stageFile(
  db: Connection,
  { file }: ParsedInput<'stageFile'>,
  { at }: Moment,
): Generator<Step, RequestOutput<'stageFile'>> {
  const source = sourceFile(file)
  const name = keptName(source.name)
  const { byteCount } = source
  assertAttachable(byteCount, name)
  // Hashed first: bytes that are here already are not written again.
  const hashing = hashFile(source)
  let hashed = hashing.next()
  for (; hashed.done !== true; hashed = hashing.next()) yield { done: hashed.value, total: byteCount * 2 }
  const sha256 = hashed.value
  for (const { done } of stageContent(db, { sha256, byteCount, name }, () => source.pieces(chunkBytes), at))
    yield { done: byteCount + done, total: byteCount * 2 }
  return { sha256, name, byteCount, mediaType: mediaTypeOf(source.head(), name) }
}

export const attachFile: CommandHandler<'attachFile'> = (db, input, { newId, at }) => {
  const record = findAttachedRecord(db, input.subject, input.subjectId)
  if (record === undefined) throw new RuleBroken('attachmentSubjectUnknown', ['subjectId'])
  const { sha256, name, document } = input
  assertNew({ contentId: sha256, document, name }, standingOf(db, input.subjectId))

  keepContent(db, input.sha256)
  const id = newId()
  insertAttachment(db, {
    id,
    subject: input.subject,
    subjectId: input.subjectId,
    projectId: record.projectId,
    contractId: record.contractId,
    contentId: input.sha256,
    name: input.name,
    mediaType: mediaTypeOf(headOf(db, input.sha256), input.name),
    byteCount: 0,
    document: input.document,
    note: input.note,
    recordedAt: at,
    actorName: db.command.actor?.name ?? '',
    removedAt: null,
    removedBy: null,
    removeReason: null,
  })
  return requireAttachment(db, id)
}

/** Puts the files of one payment on another, too. */
export function attachAlike(db: WriteDb, fromId: string, toId: string, { newId, at }: Moment): void {
  const record = findAttachedRecord(db, 'payment', toId)
  if (record === undefined) throw new Error('no payment to attach to')
  const { projectId, contractId } = record

  for (const attachment of standingOf(db, fromId)) {
    keepContent(db, attachment.contentId)
    insertAttachment(db, {
      ...attachment,
      id: newId(),
      subjectId: toId,
      projectId,
      contractId,
      recordedAt: at,
      actorName: db.command.actor?.name ?? '',
    })
  }
}

export const describeAttachment: CommandHandler<'describeAttachment'> = (
  db,
  { attachmentId, document, note },
) => {
  const attachment = requireAttachment(db, attachmentId)

  assertStands(attachment)
  if (attachment.document === document && attachment.note === note) throw new RuleBroken('nothingChanged')

  writeDescription(db, attachmentId, { document, note })
  return requireAttachment(db, attachmentId)
}

export const removeAttachment: CommandHandler<'removeAttachment'> = (
  db,
  { attachmentId, reason },
  { at },
) => {
  const attachment = requireAttachment(db, attachmentId)

  assertStands(attachment)

  writeRemoval(db, attachmentId, { at, by: db.command.actor?.name ?? '', reason })
  return requireAttachment(db, attachmentId)
}

export const clearContents: CommandHandler<'clearContents'> = (db, { reason }, { at }) => {
  if (summaryOf(db).idleCount === 0) throw new RuleBroken('contentIdleNone')
  return collectIdle(db, at, reason)
}

export const listAttachments: QueryHandler<'listAttachments'> = (db, { page, pageSize, ...filter }) => {
  const found = readAttachments(db, filter, { page, pageSize })
  const items = found.items.map((attachment) => ({
    ...attachment,
    recordTitle: findAttachedRecord(db, attachment.subject, attachment.subjectId)?.title ?? '',
  }))
  return { ...found, items, byteCount: bytesOf(db, filter) }
}

export const attachmentCounts: QueryHandler<'attachmentCounts'> = (db, { subjectIds }) => ({
  items: countAttachments(db, subjectIds),
})

export const getAttachment: QueryHandler<'getAttachment'> = (db, { attachmentId }) =>
  requireAttachment(db, attachmentId)

export const previewAttachment: QueryHandler<'previewAttachment'> = (db, { attachmentId }) => {
  const { contentId, byteCount, mediaType } = requireAttachment(db, attachmentId)
  if (!isPicture(mediaType) || byteCount > maxPreviewBytes) return { picture: null }
  const bytes = Buffer.concat([...chunksOf(db, contentId)])
  return { picture: bytes.length === 0 ? null : `data:${mediaType};base64,${bytes.toString('base64')}` }
}

export const contentSummary: QueryHandler<'contentSummary'> = (db) => summaryOf(db)

/** Writes a copy; bytes that do not match their hash never leave the library. */
export function* copyAttachment(
  db: Connection,
  { attachmentId, file }: ParsedInput<'copyAttachment'>,
): Generator<Step, RequestOutput<'copyAttachment'>> {
  const { contentId, byteCount, name } = requireAttachment(db, attachmentId)
  const hash = createHash('sha256')
  const target = writeFileAtomically(file)
  let written = 0
  try {
    for (const chunk of chunksOf(db, contentId)) {
      hash.update(chunk)
      target.append(chunk)
      written += chunk.length
      yield { done: written, total: byteCount }
    }
    if (written === 0) throw new RuleBroken('contentCollected', ['attachmentId'])
    if (hash.digest('hex') !== contentId) throw new RuleBroken('contentDamaged', ['attachmentId'], { name })
    target.finish()
  } finally {
    target.discard()
  }
  return { file, byteCount: written }
}

/** A photo of a telephone; a larger picture is opened in a program of its own. */
const maxPreviewBytes = 12 * 1024 * 1024

function requireAttachment(db: ReadDb, attachmentId: string): Attachment {
  const attachment = findAttachment(db, attachmentId)
  if (attachment === undefined) throw new RuleBroken('attachmentUnknown', ['attachmentId'])
  return attachment
}

/** The files of a record that were not removed. */
function standingOf(db: ReadDb, subjectId: string): Attachment[] {
  return readAttachments(db, { subjectId, withRemoved: false }, { page: 1, pageSize: 10_000 }).items
}

function headOf(db: ReadDb, sha256: string): Uint8Array {
  for (const chunk of chunksOf(db, sha256)) return chunk.subarray(0, 65_536)
  return new Uint8Array()
}
