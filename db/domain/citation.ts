import { z } from 'zod'
import { optionalLine, requiredLine } from './text.ts'

/** 出处: where a source says it, with the quote as printed (misprints of the source are kept inside quotes). */
export const citation = z.object({
  id: z.string(),
  subject: z.enum(['plan', 'project', 'milestone', 'envelope', 'discrepancy']),
  subjectId: z.string(),
  /** Which fields of the subject it supports, comma separated: amount, dates, scope, name, status, total … */
  field: z.string(),
  source: z.string(),
  section: z.string(),
  lineFrom: z.int().nullable(),
  lineTo: z.int().nullable(),
  quote: z.string(),
})
export type Citation = z.infer<typeof citation>

/** A citation as a person enters it with a project. */
export const citationInput = z.strictObject({
  field: requiredLine(50),
  source: requiredLine(200),
  section: optionalLine(200).transform((section) => section ?? ''),
  quote: requiredLine(1000),
})
export type CitationInput = z.infer<typeof citationInput>
