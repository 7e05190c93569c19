import { z } from 'zod'
import type { BookLine } from './books.ts'
import { type Fen, totalFen } from './fen.ts'
import { reasonText } from './text.ts'

/**
 * 建设成本 (财建〔2016〕504号): 建筑安装工程投资 · 设备投资 · 待摊投资 · 其他投资, and beside them 待核销基建支出 ·
 * 基建转出投资, which do not become assets of the unit.
 */
export const costClasses = [
  'construction',
  'equipment',
  'deferred',
  'otherInvestment',
  'writeOff',
  'transferOut',
] as const
export const costClass = z.enum(costClasses)
export type CostClass = z.infer<typeof costClass>

/** 科目 → 建设成本, of a project's 科目 in all its versions: no amount, so that it may be edited when they are locked. */
export const costMapping = z.object({
  id: z.string(),
  projectId: z.string(),
  lineKey: z.string(),
  /** Null: a person said that it belongs to none. */
  costClass: costClass.nullable(),
})
export type CostMapping = z.infer<typeof costMapping>

export const mapCostClassInput = z.strictObject({
  projectId: z.string().min(1, { error: 'textMissing' }),
  lineKey: z.string().min(1, { error: 'textMissing' }),
  costClass: costClass.nullable(),
  reason: reasonText,
})

const costAmounts = z.object({
  /** Null without an approved 概算. */
  budgetFen: totalFen.nullable(),
  /** Null where nothing was measured, and where all that was stands under 未分科目: it may belong to any class. */
  doneFen: totalFen.nullable(),
  /** Null where all that was paid stands under 未分科目. */
  paidFen: totalFen.nullable(),
})
type CostAmounts = z.infer<typeof costAmounts>

/** What was granted, measured and paid by class; with null, what is mapped to none, 预备费 among it. */
export const costByClass = z.object({
  projectId: z.string(),
  versionId: z.string().nullable(),
  items: z.array(
    z.object({
      costClass: costClass.nullable(),
      ...costAmounts.shape,
      lines: z.array(
        z.object({
          lineId: z.string().nullable(),
          lineKey: z.string().nullable(),
          code: z.string().nullable(),
          name: z.string().nullable(),
          ...costAmounts.shape,
        }),
      ),
    }),
  ),
  total: z.object({ ...costAmounts.shape, paidFen: totalFen }),
})

interface Classed {
  readonly id: string
  readonly parentId: string | null
  readonly lineKey: string
  readonly costClass: CostClass | null
}

/** Each line with its class: as a person mapped it, else as the template proposes, else as the line above it. */
export function classified<Line extends Classed>(
  tree: readonly Line[],
  mapping: ReadonlyMap<string, CostClass | null>,
): Line[] {
  const classes = new Map<string, CostClass | null>()
  return tree.map((line) => {
    const above = line.parentId === null ? null : (classes.get(line.parentId) ?? null)
    const mapped = mapping.get(line.lineKey)
    const own = mapped === undefined ? (line.costClass ?? above) : mapped
    classes.set(line.id, own)
    return { ...line, costClass: own }
  })
}

/** The books of a project by 建设成本 class, what each line itself holds counted once. */
export function costClassesOf(items: readonly BookLine[]) {
  const loose = items.find(({ lineId }) => lineId === null)
  const own = items.map((line) => ownAmounts(line, items))
  const parts = [...costClasses, null].map((costClass) => {
    const lines = own.filter((line) => line.costClass === costClass && isUsed(line))
    return {
      costClass,
      budgetFen: sumIn('budgetFen'),
      doneFen: sumIn('doneFen'),
      paidFen: sumIn('paidFen'),
      lines: lines.map(({ lineId, lineKey, code, name, ...line }) => ({
        lineId,
        lineKey,
        code,
        name,
        budgetFen: line.budgetFen,
        doneFen: lineId === null ? line.doneFen : knownIn('doneFen', line.doneFen),
        paidFen: lineId === null ? line.paidFen : knownIn('paidFen', line.paidFen),
      })),
    }

    /** Null where the project keeps no such book; zero for a class of which nothing stands in it. */
    function sumIn(book: keyof CostAmounts): Fen | null {
      if (items.every((item) => item[book] === null)) return null
      return knownIn(
        book,
        lines.reduce((sum, line) => sum + (line[book] ?? 0), 0),
      )
    }
  })
  return parts.filter(({ costClass, lines }) => costClass !== null || lines.length > 0)

  /** What has no 科目 may belong to any: beside it a figure of nothing is not known to be zero. */
  function knownIn(book: keyof CostAmounts, fen: Fen | null): Fen | null {
    return fen === 0 && (loose?.[book] ?? 0) !== 0 ? null : fen
  }
}

/** What stands on the line itself: its figure less those of the lines directly below it. */
function ownAmounts(line: BookLine, items: readonly BookLine[]) {
  const below =
    line.lineId === null ? [] : items.filter(({ parentId, depth }) => depth > 0 && parentId === line.lineId)
  const own = (book: 'budgetFen' | 'doneFen') =>
    line[book] === null ? null : line[book] - below.reduce((sum, part) => sum + (part[book] ?? 0), 0)
  return {
    ...line,
    budgetFen: own('budgetFen'),
    doneFen: own('doneFen'),
    paidFen: line.paidFen - below.reduce((sum, { paidFen }) => sum + paidFen, 0),
  }
}

function isUsed({ budgetFen, doneFen, paidFen }: CostAmounts) {
  return [budgetFen, doneFen, paidFen].some((fen) => (fen ?? 0) !== 0)
}
