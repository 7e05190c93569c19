import { z } from 'zod'

/** A list is a page of at most 100 rows: copying rows to the window costs more than the query. */
export const pageInput = {
  page: z.int().min(1).default(1),
  pageSize: z.int().min(1).max(100).default(50),
}
export interface PageInput {
  readonly page: number
  readonly pageSize: number
}

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() })
}

/** One page of a list that is made whole before it is cut. */
export function pageOfRows<Row>(rows: readonly Row[], { page, pageSize }: PageInput) {
  return { items: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length, page, pageSize }
}
