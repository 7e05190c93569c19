import { z } from 'zod'
import { pageInput, pageOf } from './page.ts'
import { RuleBroken } from './ruleBroken.ts'
import { optionalLine, optionalParagraph, reasonText, requiredLine } from './text.ts'

/** Records that a file can be attached to. */
const attachmentSubjects = [
  'project',
  'milestone',
  'progress_report',
  'discrepancy',
  'budget_version',
  'contract',
  'contract_change',
  'progress_value',
  'fund',
  'fund_entry',
  'payment',
  'annual_plan',
] as const
export const attachmentSubject = z.enum(attachmentSubjects)
export type AttachmentSubject = z.infer<typeof attachmentSubject>

/** 100 MiB: a scan of several hundred pages; what is larger belongs on a disk of its own. */
const maxAttachmentBytes = 100 * 1024 * 1024

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'contentUnknown' })

/** A file that was read in: its bytes stand in the library under their hash, and no record has it yet. */
export const stagedFile = z.object({
  sha256,
  name: z.string(),
  mediaType: z.string(),
  byteCount: z.int(),
})
export type StagedFile = z.infer<typeof stagedFile>

/** 附件 */
export const attachment = z.object({
  id: z.string(),
  subject: attachmentSubject,
  subjectId: z.string(),
  projectId: z.string().nullable(),
  contractId: z.string().nullable(),
  /** SHA-256 of the bytes. */
  contentId: sha256,
  name: z.string(),
  mediaType: z.string(),
  byteCount: z.int(),
  /** Which document it is: 发票, 合同扫描件 … */
  document: z.string().nullable(),
  note: z.string().nullable(),
  recordedAt: z.string(),
  actorName: z.string(),
  removedAt: z.string().nullable(),
  removedBy: z.string().nullable(),
  removeReason: z.string().nullable(),
})
export type Attachment = z.infer<typeof attachment>

/** How many files stand on each of these records; those without one are left out. */
export const attachmentCountsInput = z.strictObject({ subjectIds: z.array(z.string()).max(500) })
export const attachmentCounts = z.object({
  items: z.array(z.object({ subjectId: z.string(), count: z.int() })),
})

/** A name alone, without a folder: what the file was called where it came from. */
const attachmentName = requiredLine(200).refine((name) => !/[/\\]/.test(name), {
  error: 'attachmentNameInvalid',
})

export const attachFileInput = z.strictObject({
  subject: attachmentSubject,
  subjectId: z.string(),
  /** Of a file that stageFile read in, or of one that the library has already. */
  sha256,
  name: attachmentName,
  document: optionalLine(60),
  note: optionalParagraph(1000),
})

export const describeAttachmentInput = z.strictObject({
  attachmentId: z.string(),
  document: optionalLine(60),
  note: optionalParagraph(1000),
})

export const removeAttachmentInput = z.strictObject({ attachmentId: z.string(), reason: reasonText })

export const listAttachmentsInput = z.strictObject({
  /** Of one record. */
  subjectId: z.string().optional(),
  /** Of a project with all its records. */
  projectId: z.string().optional(),
  contractId: z.string().optional(),
  /** Also those that were removed. */
  withRemoved: z.boolean().default(false),
  ...pageInput,
})

/** With the record that it belongs to, as people call it. */
export const attachmentPage = pageOf(attachment.extend({ recordTitle: z.string() })).extend({
  /** Of those that stand: each content once. */
  byteCount: z.int(),
})

export const contentSummary = z.object({
  attachmentCount: z.int(),
  removedCount: z.int(),
  contentCount: z.int(),
  /** Stored in the library: each content once. */
  byteCount: z.int(),
  /** Contents that only removed attachments refer to: they can be taken out. */
  idleCount: z.int(),
  idleByteCount: z.int(),
})

/** One scan may be two documents; the same file as the same document is a slip. @throws RuleBroken attachmentTwice */
export function assertNew(
  file: Pick<Attachment, 'contentId' | 'document' | 'name'>,
  standing: readonly Attachment[],
): void {
  const { contentId, document, name } = file
  const isThere = standing.some(
    (known) => known.contentId === contentId && known.document === document && known.name === name,
  )
  if (isThere) throw new RuleBroken('attachmentTwice', ['sha256'], { name })
}

/** @throws RuleBroken attachmentRemoved */
export function assertStands({ removedAt }: Attachment): void {
  if (removedAt !== null) throw new RuleBroken('attachmentRemoved', ['attachmentId'])
}

/** @throws RuleBroken attachmentEmpty, attachmentTooLarge */
export function assertAttachable(byteCount: number, name: string): void {
  if (byteCount === 0) throw new RuleBroken('attachmentEmpty', ['file'], { name })
  if (byteCount > maxAttachmentBytes)
    throw new RuleBroken('attachmentTooLarge', ['file'], { name, mib: maxAttachmentBytes / 1024 / 1024 })
}

/** The name that a record keeps of a file: in one form of Unicode, without what no line may hold, not too long. */
export function keptName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, ' ')
    .trim()
  if (clean.length <= 200) return clean === '' ? '附件' : clean
  const end = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? ''
  return `${clean.slice(0, 200 - end.length)}${end}`
}
