import { z } from 'zod'
import { attachmentSubject } from '../domain/attachment.ts'
import {
  documentRequirement,
  documentStanding,
  documentWaiver,
  listMissingDocumentsInput,
  missingDocumentPage,
  setDocumentRequirementInput,
  waiveDocumentInput,
} from '../domain/documentRequirement.ts'
import { pageInput, pageOf } from '../domain/page.ts'
import { reasonText } from '../domain/text.ts'
import { command, keyed, query, writers } from './kinds.ts'

/** 应附文件 and 缺件: what records should have, and what they lack. */
export const documentRequests = {
  listDocumentRequirements: query(z.strictObject({ ...pageInput }), pageOf(documentRequirement)),
  setDocumentRequirement: command(
    ['finance'],
    setDocumentRequirementInput.extend(keyed),
    documentRequirement,
  ),
  listMissingDocuments: query(listMissingDocumentsInput, missingDocumentPage),
  /** What one record should have, and whether it has it. */
  documentsOf: query(
    z.strictObject({ subject: attachmentSubject, subjectId: z.string() }),
    z.object({ items: z.array(documentStanding) }),
  ),
  /** 不需要: the record lacks it for a reason, and leaves the list. */
  waiveDocument: command(writers, waiveDocumentInput.extend(keyed), documentWaiver),
  withdrawWaiver: command(
    writers,
    z.strictObject({ waiverId: z.string(), reason: reasonText, ...keyed }),
    documentWaiver,
  ),
} as const
