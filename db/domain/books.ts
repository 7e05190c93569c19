import { z } from 'zod'
import type { BudgetLineRow } from './budget.ts'
import { isContingency } from './budgetTemplate.ts'
import { costClass } from './costClass.ts'
import { type Fen, sumKnown, totalFen } from './fen.ts'

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
  /** 余额: budget, with what was drawn from 预备费, less committed. */
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
  /** 动用预备费: what approved changes add to the line's limit; below zero on 预备费 itself, zero over all. */
  drawnFen: totalFen,
})
export type BookLine = z.infer<typeof bookLine>

const projectBooks = books.extend({
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

/** What one project recorded in a book, by the key of its 科目; null: without one. */
export interface BookAmount {
  readonly book: 'contract' | 'pending' | 'drawn' | 'done' | 'paid'
  readonly lineKey: string | null
  readonly amountFen: Fen
}

/** What one project recorded, and of which books it keeps any. */
export interface Recorded {
  readonly amounts: readonly BookAmount[]
  readonly hasContracts: boolean
  readonly hasDone: boolean
}

/** By 科目 of a version: each line with all below it, and 未分科目 for what has no line there. */
export function bookLinesOf(
  tree: readonly BudgetLineRow[],
  isLimit: boolean,
  { amounts, hasContracts, hasDone }: Recorded,
): { readonly items: BookLine[]; readonly total: Books } {
  const keys = new Set(tree.map(({ lineKey }) => lineKey))
  const own = new Map<string | null, Sums>()
  for (const { book, lineKey, amountFen } of amounts) {
    const key = lineKey !== null && keys.has(lineKey) ? lineKey : null
    const sums = own.get(key) ?? nothing()
    sums[book] += amountFen
    own.set(key, sums)
  }
  drawOnContingency(tree, isLimit, own)
  const known = { hasBudget: isLimit, hasContracts, hasDone }
  const withBelow = rolledUp(tree, own)
  const items = tree.map((line): BookLine => {
    const { id, parentId, lineKey, code, name, costClass, depth, isLeaf } = line
    // In an approved version a line without an amount was granted none.
    const sums = { ...(withBelow.get(id) ?? nothing()), budget: line.totalFen ?? 0 }
    const drawnFen = sums.drawn
    return {
      lineId: id,
      parentId,
      lineKey,
      code,
      name,
      costClass,
      depth,
      isLeaf,
      drawnFen,
      ...booksOf(sums, known),
    }
  })
  const loose = own.get(null) ?? nothing()
  if (tree.length === 0 || Object.values(loose).some((amountFen) => amountFen !== 0))
    items.push({ ...unclassified, drawnFen: loose.drawn, ...booksOf(loose, known) })
  const top = items.filter(({ depth }) => depth === 0)
  return { items, total: sumOfBooks(top) }
}

/** Column by column over those known; null where none is. */
export function sumOfBooks(parts: readonly Books[]): Books {
  const sum = (book: Exclude<keyof Books, 'paidFen'>) => sumKnown(parts.map((part) => part[book]))
  return {
    budgetFen: sum('budgetFen'),
    contractFen: sum('contractFen'),
    pendingFen: sum('pendingFen'),
    doneFen: sum('doneFen'),
    paidFen: parts.reduce((total, { paidFen }) => total + paidFen, 0),
    balanceFen: sum('balanceFen'),
    unpaidFen: sum('unpaidFen'),
  }
}

/** What changes drew stands on the first leaf of 预备费 with a minus; without a 预备费 there is nothing to draw on. */
function drawOnContingency(tree: readonly BudgetLineRow[], isLimit: boolean, own: Map<string | null, Sums>) {
  const source = isLimit ? tree.find(({ isLeaf, lineKey }) => isLeaf && isContingency(lineKey)) : undefined
  const drawn = [...own.values()].reduce((sum, sums) => sum + sums.drawn, 0)
  if (source === undefined) for (const sums of own.values()) sums.drawn = 0
  else if (drawn !== 0) {
    const sums = own.get(source.lineKey) ?? nothing()
    sums.drawn -= drawn
    own.set(source.lineKey, sums)
  }
}

interface Sums {
  budget: Fen
  contract: Fen
  pending: Fen
  drawn: Fen
  done: Fen
  paid: Fen
}

function nothing(): Sums {
  return { budget: 0, contract: 0, pending: 0, drawn: 0, done: 0, paid: 0 }
}

/** From the last line of the tree to the first, so that a line is complete before it is added to the one above. */
function rolledUp(tree: readonly BudgetLineRow[], own: ReadonlyMap<string | null, Sums>): Map<string, Sums> {
  const sums = new Map(tree.map(({ id, lineKey }) => [id, { ...(own.get(lineKey) ?? nothing()) }]))
  for (const { id, parentId } of tree.toReversed()) {
    const line = sums.get(id)
    const above = parentId === null ? undefined : sums.get(parentId)
    if (line === undefined || above === undefined) continue
    above.contract += line.contract
    above.pending += line.pending
    above.drawn += line.drawn
    above.done += line.done
    above.paid += line.paid
  }
  return sums
}

function booksOf(
  { budget, contract, pending, drawn, done, paid }: Sums,
  known: { readonly hasBudget: boolean; readonly hasContracts: boolean; readonly hasDone: boolean },
): Books {
  return {
    budgetFen: known.hasBudget ? budget : null,
    contractFen: known.hasContracts ? contract : null,
    pendingFen: known.hasContracts ? pending : null,
    doneFen: known.hasDone ? done : null,
    paidFen: paid,
    balanceFen: known.hasBudget && known.hasContracts ? budget + drawn - contract : null,
    unpaidFen: known.hasContracts ? contract - paid : null,
  }
}

const unclassified = {
  lineId: null,
  parentId: null,
  lineKey: null,
  code: null,
  name: null,
  costClass: null,
  depth: 0,
  isLeaf: true,
} as const
