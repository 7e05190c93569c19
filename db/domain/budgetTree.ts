import type { BudgetLine, BudgetLineRow } from './budget.ts'
import { budgetTemplate, type TemplateLine, templateKey } from './budgetTemplate.ts'
import { type Fen, sumKnown } from './fen.ts'
import { pctIn } from './fenPart.ts'

/** The lines in the order of the tree, a line before those below it, each with the exact sum of what is below. */
export function treeOf(lines: readonly BudgetLine[]): BudgetLineRow[] {
  const below = Map.groupBy(lines, ({ parentId }) => parentId)
  const walk = (parentId: string | null, depth: number): BudgetLineRow[] =>
    (below.get(parentId) ?? []).toSorted(inOrder).flatMap((line) => {
      const rows = walk(line.id, depth + 1)
      const children = rows.filter((row) => row.parentId === line.id)
      const isLeaf = children.length === 0
      const totalFen = isLeaf ? line.amountFen : sumKnown(children.map((row) => row.totalFen))
      return [{ ...line, depth, isLeaf, totalFen }, ...rows]
    })
  return walk(null, 0)
}

/** Of the lines at the top; null where no line has an amount. */
export function totalOf(tree: readonly BudgetLineRow[]): Fen | null {
  return sumKnown(tree.filter(({ depth }) => depth === 0).map(({ totalFen }) => totalFen))
}

/** A copy of a version's lines for another version: new ids, the same keys. */
export function copiedLines(
  lines: readonly BudgetLine[],
  versionId: string,
  newId: () => string,
): BudgetLine[] {
  const ids = new Map(lines.map(({ id }) => [id, newId()]))
  const idOf = (id: string) => {
    const copy = ids.get(id)
    if (copy === undefined) throw new Error('a line outside its version')
    return copy
  }
  const known = new Map(lines.map((line) => [line.id, line]))
  return treeOf(lines).flatMap(({ id, parentId }) => {
    const line = known.get(id)
    if (line === undefined) return []
    return [{ ...line, id: idOf(id), versionId, parentId: parentId === null ? null : idOf(parentId) }]
  })
}

/** The template's lines for a new version; their amounts are unknown. */
export function templateLines(versionId: string, newId: () => string): BudgetLine[] {
  const walk = (lines: readonly TemplateLine[], parentId: string | null): BudgetLine[] =>
    lines.flatMap((line, index) => {
      const id = newId()
      const { code, key, name, costClass } = line
      const own: BudgetLine = {
        id,
        versionId,
        parentId,
        lineKey: templateKey(key),
        code,
        name,
        amountFen: null,
        sort: index + 1,
        costClass,
      }
      return [own, ...walk(line.lines, id)]
    })
  return walk(budgetTemplate, null)
}

/** Two versions line by line: in the order of the newer, lines that it dropped behind it. */
export function comparedLines(from: readonly BudgetLineRow[], to: readonly BudgetLineRow[]) {
  const before = new Map(from.map((line) => [line.lineKey, line]))
  const kept = new Set(to.map(({ lineKey }) => lineKey))
  return [...to, ...from.filter(({ lineKey }) => !kept.has(lineKey))].map((line) => {
    const fromFen = before.get(line.lineKey)?.totalFen ?? null
    const toFen = kept.has(line.lineKey) ? line.totalFen : null
    return {
      lineKey: line.lineKey,
      code: line.code,
      name: line.name,
      depth: line.depth,
      isLeaf: line.isLeaf,
      fromFen,
      toFen,
      deltaFen: fromFen === null && toFen === null ? null : (toFen ?? 0) - (fromFen ?? 0),
      deltaPct: deltaPct(fromFen, toFen),
    }
  })
}

/** The difference as a percentage of what was there before; null where nothing was. */
export function deltaPct(fromFen: Fen | null, toFen: Fen | null): number | null {
  return fromFen === null ? null : pctIn((toFen ?? 0) - fromFen, fromFen)
}

export function inOrder(a: BudgetLine, b: BudgetLine) {
  return a.sort - b.sort || (a.code < b.code ? -1 : 1)
}
