import { z } from 'zod'
import { day } from './day.ts'
import { totalFen } from './fen.ts'
import { pageInput, pageOf } from './page.ts'

/** What makes up a figure of 合同: lines as signed, approved changes, what settlements added; pending ones apart. */
export const commitment = z.object({
  id: z.string(),
  kind: z.enum(['signed', 'change', 'settlement', 'pending']),
  projectId: z.string(),
  projectName: z.string(),
  contractId: z.string(),
  contractNumber: z.string(),
  contractName: z.string(),
  counterparty: z.string(),
  /** The change's number and title; null for what was signed. */
  changeNumber: z.string().nullable(),
  changeTitle: z.string().nullable(),
  /** Null: 未分科目. */
  lineName: z.string().nullable(),
  /** Signed, approved or settled on; null while pending. */
  since: z.string().nullable(),
  amountFen: totalFen,
})
export type Commitment = z.infer<typeof commitment>

export const listCommitmentsInput = z.strictObject({
  projectId: z.string().optional(),
  planId: z.string().optional(),
  contractId: z.string().optional(),
  /** A 科目 and all below it, in any version; `none`: 未分科目. */
  lineKey: z.string().optional(),
  /**
   * committed: all that counts; of it signed: as signed, approved: the changes, drawn: those that draw on 预备费,
   * settlement: what settlements added.
   */
  state: z.enum(['committed', 'signed', 'approved', 'drawn', 'settlement', 'pending']).default('committed'),
  /** Signed, approved, settled on, or of a pending one recorded by that day. */
  to: day.optional(),
  ...pageInput,
})

/** With the sum of the whole list: the figure that was opened. */
export const commitmentPage = pageOf(commitment).extend({ amountFen: totalFen })
