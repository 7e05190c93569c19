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

/**
 * Two versions line by line, in the order of the newer; a line that it dropped stands where it stood: under the line
 * that was above it, behind the nearest one before it that is still there.
 */
export function comparedLines(from: readonly BudgetLineRow[], to: readonly BudgetLineRow[]) {
  const before = new Map(from.map((line) => [line.lineKey, line]))
  const after = new Map(to.map((line) => [line.lineKey, line]))
  return withDropped(from, to).map((line) => {
    const older = before.get(line.lineKey)
    const newer = after.get(line.lineKey)
    const fromFen = older?.totalFen ?? null
    const toFen = newer?.totalFen ?? null
    return {
      lineKey: line.lineKey,
      code: line.code,
      name: line.name,
      depth: line.depth,
      isLeaf: line.isLeaf,
      presence:
        older === undefined
          ? ('added' as const)
          : newer === undefined
            ? ('dropped' as const)
            : ('both' as const),
      fromName: older !== undefined && newer !== undefined && older.name !== newer.name ? older.name : null,
      fromFen,
      toFen,
      deltaFen: fromFen === null && toFen === null ? null : (toFen ?? 0) - (fromFen ?? 0),
      deltaPct: deltaPct(fromFen, toFen),
    }
  })
}

function withDropped(from: readonly BudgetLineRow[], to: readonly BudgetLineRow[]): BudgetLineRow[] {
  const keyOf = new Map(from.map(({ id, lineKey }) => [id, lineKey]))
  const lines = [...to]
  for (const line of from) {
    if (lines.some(({ lineKey }) => lineKey === line.lineKey)) continue
    const parentKey = line.parentId === null ? null : (keyOf.get(line.parentId) ?? null)
    const siblings = from.filter(({ parentId }) => parentId === line.parentId)
    const earlier = siblings.slice(0, siblings.indexOf(line)).toReversed()
    const beside = earlier.find(({ lineKey }) => lines.some((other) => other.lineKey === lineKey))
    const place = lines.findIndex(({ lineKey }) => lineKey === (beside?.lineKey ?? parentKey))
    const anchor = lines[place]
    if (anchor === undefined) lines.unshift(line)
    else if (beside === undefined) lines.splice(place + 1, 0, { ...line, depth: anchor.depth + 1 })
    else lines.splice(endBelow(lines, place), 0, { ...line, depth: anchor.depth })
  }
  return lines
}

/** The first place behind a line and all below it. */
function endBelow(lines: readonly BudgetLineRow[], place: number): number {
  const depth = lines[place]?.depth ?? 0
  const next = lines.findIndex((line, index) => index > place && line.depth <= depth)
  return next < 0 ? lines.length : next
}

/** The difference as a percentage of what was there before; null where nothing was. */
export function deltaPct(fromFen: Fen | null, toFen: Fen | null): number | null {
  return fromFen === null ? null : pctIn((toFen ?? 0) - fromFen, fromFen)
}

export function inOrder(a: BudgetLine, b: BudgetLine) {
  return a.sort - b.sort || (a.code < b.code ? -1 : 1)
}
