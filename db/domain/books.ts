import { z } from 'zod'
import { costClass } from './budget.ts'
import { totalFen } from './fen.ts'

/** The four books side by side; null: nobody recorded that book. */
export const books = z.object({
  /** 概算, the limit: null without an approved 初设概算 or 调整概算. */
  budgetFen: totalFen.nullable(),
  /** 合同: committed. */
  contractFen: totalFen.nullable(),
  pendingFen: totalFen.nullable(),
  /** 完成投资 */
  doneFen: totalFen.nullable(),
  /** 支付 */
  paidFen: totalFen,
  /** 余额: budget less committed. */
  balanceFen: totalFen.nullable(),
  /** 未付: committed less paid. */
  unpaidFen: totalFen.nullable(),
})
export type Books = z.infer<typeof books>

export const bookLine = books.extend({
  /** Null: 未分科目, what was recorded without a 科目 of this version. */
  lineId: z.string().nullable(),
  parentId: z.string().nullable(),
  lineKey: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  costClass: costClass.nullable(),
  depth: z.int(),
  isLeaf: z.boolean(),
})
export type BookLine = z.infer<typeof bookLine>

export const projectBooks = books.extend({
  projectId: z.string(),
  projectName: z.string(),
  planId: z.string().nullable(),
})

/** Of one project: by 科目 of its current version. Of all: by project; sums leave the unknown out and count them. */
export const fourBooks = z.object({
  projectId: z.string().nullable(),
  versionId: z.string().nullable(),
  /** In the order of the tree, a line before those below it; depth 0 and 未分科目 add up to the total. */
  items: z.array(bookLine),
  projects: z.array(projectBooks),
  total: books,
  unknown: z.object({ budget: z.int(), contract: z.int(), done: z.int() }),
})
