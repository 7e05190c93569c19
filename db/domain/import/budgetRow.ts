import type { CostClass } from '../costClass.ts'
import { type Fen, formatFen } from '../fen.ts'
import { RuleBroken } from '../ruleBroken.ts'
import { optionalLine, requiredLine } from '../text.ts'
import { codeDepth } from './outline.ts'
import type { RowRead, Sheet } from './paymentRow.ts'
import { type FieldRow, type RowFault, readKind, rowReading, textField } from './rowReading.ts'
import { readAmount } from './typedCell.ts'

/** A 科目 as a row gives it. */
export interface BudgetDraft {
  /** As printed: 一 · （一） · 1 · 1.1; null where the row has none. */
  readonly code: string | null
  readonly name: string
  readonly amountFen: Fen | null
  readonly costClass: CostClass | null
}

export function readBudgetLine(row: FieldRow, sheet: Sheet): RowRead<BudgetDraft> {
  const reading = rowReading(row)
  const { faults, text, cell, parsed, read } = reading
  const code = parsed('code', codeText) ?? null
  const name = parsed('name', nameText)
  const costClass = read('costClass', () => readKind(text('costClass'), classWords, classes)) ?? null
  const amountFen =
    text('amount') === ''
      ? null
      : read('amount', () => {
          const amount = readAmount(cell('amount'), reading.unit(sheet.unit))
          if (amount < 0) throw new RuleBroken('amountNegative', ['amount'])
          return amount
        })
  if (faults.length > 0 || name === undefined || amountFen === undefined) return { draft: null, faults }
  return { draft: { code, name, amountFen, costClass }, faults: [] }
}

/** A line in its tree: its own code in the version, and the row of the line above it. */
export interface PlacedLine {
  readonly row: number
  readonly draft: BudgetDraft
  readonly code: string
  readonly parentRow: number | null
  readonly hasBelow: boolean
}

/**
 * The tree that printed codes mean: 1.1 stands below 1, （一） below 一, whatever order of styles the sheet uses. The
 * version numbers its lines by their place: 1, 1.1, 1.1.1.
 */
export function placedLines(
  rows: readonly { readonly row: number; readonly draft: BudgetDraft }[],
): PlacedLine[] {
  const styles: string[] = []
  const path: { row: number; depth: number; code: string; below: number }[] = []
  const placed: PlacedLine[] = []
  let tops = 0
  for (const { row, draft } of rows) {
    const above = path.at(-1)?.depth ?? 0
    const depth = draft.code === null ? above + (styles.length === 0 ? 0 : 1) : codeDepth(draft.code, styles)
    while ((path.at(-1)?.depth ?? -1) >= depth) path.pop()
    const parent = path.at(-1)
    if (parent === undefined) tops += 1
    else parent.below += 1
    const code = parent === undefined ? String(tops) : `${parent.code}.${String(parent.below)}`
    placed.push({ row, draft, code, parentRow: parent?.row ?? null, hasBelow: false })
    path.push({ row, depth, code, below: 0 })
  }
  const parents = new Set(placed.map(({ parentRow }) => parentRow))
  return placed.map((line) => ({ ...line, hasBelow: parents.has(line.row) }))
}

/** What is wrong with the lines above others: their amount is what stands below them, to the 分. */
export function parentFaults(lines: readonly PlacedLine[]): ReadonlyMap<number, RowFault> {
  const below = Map.groupBy(lines, ({ parentRow }) => parentRow)
  const sumOf = (line: PlacedLine): Fen =>
    (below.get(line.row) ?? []).reduce(
      (sum, child) => sum + (child.hasBelow ? sumOf(child) : (child.draft.amountFen ?? 0)),
      0,
    )
  const faults = new Map<number, RowFault>()
  for (const line of lines) {
    const { amountFen } = line.draft
    if (!line.hasBelow || amountFen === null) continue
    const gap = amountFen - sumOf(line)
    if (gap === 0) continue
    const params = { below: formatFen(sumOf(line), 'yuan'), gap: formatFen(gap, 'yuan') }
    faults.set(line.row, { code: 'importParentSum', field: 'amount', params })
  }
  return faults
}

const codeText = textField(optionalLine, 40)
const nameText = textField(requiredLine, 100)
/** The four that a 科目 is born with; the two others are mapped by hand (待核销, 转出). */
const classes = [
  'construction',
  'equipment',
  'deferred',
  'otherInvestment',
] as const satisfies readonly CostClass[]
const classWords: Readonly<Record<(typeof classes)[number], RegExp>> = {
  construction: /建安|建筑|安装|construction/i,
  equipment: /设备|equipment/i,
  deferred: /待摊|其他费用|deferred/i,
  otherInvestment: /其他投资|其它投资|other/i,
}
