import { z } from 'zod'
import {
  attachFileInput,
  attachment,
  attachmentCounts,
  attachmentCountsInput,
  attachmentPage,
  contentSummary,
  describeAttachmentInput,
  listAttachmentsInput,
  removeAttachmentInput,
  stagedFile,
} from '../domain/attachment.ts'
import { exportDossierInput, writtenDossier } from '../domain/dossier.ts'
import { reasonText } from '../domain/text.ts'
import { command, keyed, query, task, writers } from './kinds.ts'

/** 附件. A file is read in first (stageFile), then attached to a record by its hash. */
export const attachmentRequests = {
  stageFile: {
    ...task(z.strictObject({ file: z.string() }), stagedFile, { direction: 'open', extensions: ['*'] }),
    roles: writers,
  },
  attachFile: command(writers, attachFileInput.extend(keyed), attachment),
  describeAttachment: command(writers, describeAttachmentInput.extend(keyed), attachment),
  /** Takes it off the record; its row stays, and its bytes until clearContents. */
  removeAttachment: command(writers, removeAttachmentInput.extend(keyed), attachment),
  /** Takes out the bytes that no attachment refers to any more. */
  clearContents: command(
    ['finance'],
    z.strictObject({ reason: reasonText, ...keyed }),
    z.object({ contentCount: z.int(), byteCount: z.int() }),
  ),
  listAttachments: query(listAttachmentsInput, attachmentPage),
  /** For a page of records at once: which of them have files. */
  attachmentCounts: query(attachmentCountsInput, attachmentCounts),
  getAttachment: query(z.strictObject({ attachmentId: z.string() }), attachment),
  /** A picture as a data: address, for the window to show; null for other forms and for what is too large. */
  previewAttachment: query(
    z.strictObject({ attachmentId: z.string() }),
    z.object({ picture: z.string().nullable() }),
  ),
  contentSummary: query(z.strictObject({}), contentSummary),
  exportDossier: task(exportDossierInput, writtenDossier, {
    direction: 'save',
    extensions: ['zip'],
    title: (_, language) => (language === 'en' ? 'Package' : '资料包'),
  }),
  /** Writes a copy; the hash is recomputed on the way. */
  copyAttachment: task(
    z.strictObject({ attachmentId: z.string(), file: z.string() }),
    z.object({ file: z.string(), byteCount: z.int() }),
    { direction: 'save', extensions: ['*'] },
  ),
} as const
