import type { LineSplit } from '../contract.ts'
import { type AmountUnit, type Fen, parseSignedAmount } from '../fen.ts'
import { assertAddsUp, pctOf, sumOf } from '../fenPart.ts'
import { RuleBroken } from '../ruleBroken.ts'
import type { NameIndex } from './nameIndex.ts'

/**
 * 科目 split as one cell says it: one 科目 for the whole, or 建筑工程 300；安装工程 20%；设备购置 where the one without a
 * figure takes the rest. A figure has the sheet's unit where it names none.
 * @throws RuleBroken importNameUnknown, importNameAmbiguous, lineSplitRest, lineSplitUnequal, amountNotNumber
 */
export function readLineSplit(text: string, amountFen: Fen, unit: AmountUnit, lines: NameIndex): LineSplit {
  const parts = text
    .normalize('NFKC')
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => readPart(part, amountFen, unit, lines))
    .map(lastTakesRest)
  const known = parts.flatMap((part) => (part.amountFen === null ? [] : [{ amountFen: part.amountFen }]))
  const open = parts.length - known.length
  if (open > 1) throw new RuleBroken('lineSplitRest', ['budgetLine'])
  const restFen = amountFen - sumOf(known)
  // The rest goes to the 科目 without a figure; one that takes nothing, or less, is a slip.
  if (open === 0 || restFen <= 0) assertAddsUp(known, amountFen, 'lineSplitUnequal', 'budgetLine')
  return parts
    .map((part) => ({ budgetLineId: part.budgetLineId, amountFen: part.amountFen ?? restFen }))
    .filter((part) => part.amountFen !== 0)
}

interface SaidPart {
  readonly budgetLineId: string
  readonly amountFen: Fen | null
  readonly pct: number | null
}

/** Of shares that are the whole the last takes what rounding leaves: they add up to the 分. */
function lastTakesRest(part: SaidPart, at: number, parts: readonly SaidPart[]): SaidPart {
  const isWhole = parts.reduce((sum, { pct }) => sum + (pct ?? Number.NaN), 0) === 100
  return isWhole && at === parts.length - 1 ? { ...part, amountFen: null } : part
}

/** A name may end in a figure of its own: the whole part is tried as a name first. */
function readPart(part: string, amountFen: Fen, unit: AmountUnit, lines: NameIndex): SaidPart {
  const [, name, figure, sign] = /^(.*\S)[\s:]+(-?[\d,]+(?:\.\d+)?)\s*(%|万元|万|元)?$/.exec(part) ?? []
  if (name === undefined || figure === undefined || isName(part, lines))
    return { budgetLineId: lines.find(part, 'budgetLine'), amountFen: null, pct: null }
  const pct = sign === '%' ? Number(figure.replaceAll(',', '')) : null
  const own = sign === '元' ? 'yuan' : sign === '万元' || sign === '万' ? 'wan' : unit
  return {
    budgetLineId: lines.find(name.trim().replace(/:$/, ''), 'budgetLine'),
    amountFen: pct === null ? parseSignedAmount(figure, own) : pctOf(amountFen, pct),
    pct,
  }
}

function isName(text: string, lines: NameIndex): boolean {
  try {
    return lines.find(text, 'budgetLine') !== ''
  } catch (error) {
    if (error instanceof RuleBroken) return false
    throw error
  }
}
