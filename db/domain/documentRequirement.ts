import { z } from 'zod'
import { attachmentSubject } from './attachment.ts'
import { pageInput, pageOf } from './page.ts'
import { RuleBroken } from './ruleBroken.ts'
import { optionalLine, reasonText, requiredLine } from './text.ts'

/** In which situation a record should have a document: the kind of record, and what became of it. */
export const documentSituations = [
  'payment',
  'advancePayment',
  'retentionRelease',
  'refund',
  'contract',
  'contractSettled',
  'changeApproved',
  'budgetApproved',
  'progressValue',
  'allotment',
  'receipt',
  'annualPlan',
] as const
export const documentSituation = z.enum(documentSituations)
export type DocumentSituation = z.infer<typeof documentSituation>

/** internal: 内部要求, an office's own rule without a text behind it. */
export const requirementStatuses = ['checked', 'unchecked', 'internal'] as const

/** 应附文件: a row of the table that the list of missing documents is made by. */
export const documentRequirement = z.object({
  id: z.string(),
  situation: documentSituation,
  document: z.string(),
  /** 依据; 内部要求 where none is known. */
  basis: z.string(),
  clause: z.string().nullable(),
  status: z.enum(requirementStatuses),
  isActive: z.boolean(),
  isEdited: z.boolean(),
})
export type DocumentRequirement = z.infer<typeof documentRequirement>

/** With an id it changes that row, without one it adds a row. */
export const setDocumentRequirementInput = z.strictObject({
  requirementId: z.string().optional(),
  situation: documentSituation,
  document: requiredLine(60),
  basis: requiredLine(200),
  clause: optionalLine(100),
  status: z.enum(requirementStatuses),
  isActive: z.boolean(),
  reason: reasonText,
})

export const documentWaiver = z.object({
  id: z.string(),
  requirementId: z.string(),
  subjectId: z.string(),
  reason: z.string(),
  recordedAt: z.string(),
  actorName: z.string(),
})

export const waiveDocumentInput = z.strictObject({
  requirementId: z.string(),
  subjectId: z.string(),
  reason: reasonText,
})

/** A record without a document that it should have. */
export const missingDocument = z.object({
  requirementId: z.string(),
  situation: documentSituation,
  document: z.string(),
  basis: z.string(),
  subject: attachmentSubject,
  subjectId: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  contractId: z.string().nullable(),
  /** What people call the record. */
  title: z.string(),
  dated: z.string().nullable(),
})
export type MissingDocument = z.infer<typeof missingDocument>

export const listMissingDocumentsInput = z.strictObject({
  projectId: z.string().optional(),
  contractId: z.string().optional(),
  requirementId: z.string().optional(),
  ...pageInput,
})

export const missingDocumentPage = pageOf(missingDocument).extend({
  /** How many records lack each document, in the order of the table; those that none lacks as well. */
  counts: z.array(documentRequirement.extend({ missingCount: z.int() })),
})

/** What one record should have, and whether it has it. */
export const documentStanding = z.object({
  requirementId: z.string(),
  document: z.string(),
  basis: z.string(),
  clause: z.string().nullable(),
  isThere: z.boolean(),
  waiver: documentWaiver.nullable(),
})

/** The table as it ships. Only what an auditor's text names has a basis; the rest is 内部要求. */
export const shippedRequirements: readonly DocumentRequirement[] = [
  internal('payment', '付款申请'),
  {
    ...internal('payment', '发票'),
    basis: '会计基础工作规范（记账须附原始凭证）',
    status: 'unchecked',
  },
  internal('advancePayment', '预付款保函'),
  internal('retentionRelease', '质保金返还申请'),
  internal('refund', '退款凭证'),
  internal('contract', '合同扫描件'),
  internal('contractSettled', '结算审定单'),
  internal('changeApproved', '签证单'),
  internal('budgetApproved', '批文'),
  internal('progressValue', '计量单'),
  internal('allotment', '下达文件'),
  internal('receipt', '到账凭证'),
  internal('annualPlan', '计划文件'),
]

/** @throws RuleBroken requirementTwice: the same document is asked for once in a situation */
export function assertAskedOnce(
  all: readonly DocumentRequirement[],
  wanted: Pick<DocumentRequirement, 'id' | 'situation' | 'document'>,
): void {
  const twin = all.find(
    ({ id, situation, document }) =>
      id !== wanted.id && situation === wanted.situation && document === wanted.document,
  )
  if (twin !== undefined) throw new RuleBroken('requirementTwice', ['document'])
}

function internal(situation: DocumentSituation, document: string): DocumentRequirement {
  return {
    id: `${situation}-${document}`,
    situation,
    document,
    basis: '内部要求',
    clause: null,
    status: 'internal',
    isActive: true,
    isEdited: false,
  }
}
