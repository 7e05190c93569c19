import type { LineSplit } from '../contract.ts'
import { type AmountUnit, type Fen, parseSignedAmount } from '../fen.ts'
import { assertAddsUp, pctOf, sumOf } from '../fenPart.ts'
import type { FundPart } from '../fund.ts'
import { RuleBroken } from '../ruleBroken.ts'
import type { RuleCode } from '../ruleText.ts'
import type { NameIndex } from './nameIndex.ts'

/**
 * 科目 split as one cell says it: one 科目 for the whole, or 建筑工程 300；安装工程 20%；设备购置 where the one without a
 * figure takes the rest. A figure has the sheet's unit where it names none.
 * @throws RuleBroken importNameUnknown, importNameAmbiguous, lineSplitRest, lineSplitUnequal, amountNotNumber
 */
export function readLineSplit(text: string, amountFen: Fen, unit: AmountUnit, lines: NameIndex): LineSplit {
  return readParts(text, { amountFen, unit, names: lines, form: ofLines }).map(({ id, partFen }) => ({
    budgetLineId: id,
    amountFen: partFen,
  }))
}

/**
 * Sources as one cell says them: one for the whole, or 专项债券 100；区级财政 50, 专项债券100万元、区级财政50万元.
 * @throws RuleBroken importNameUnknown, importNameAmbiguous, fundSplitRest, fundSplitUnequal, amountNotNumber
 */
export function readFundSplit(text: string, amountFen: Fen, unit: AmountUnit, funds: NameIndex): FundPart[] {
  // Most name one source: nothing in them parts, or is a figure.
  if (!/[\d;；\n、,，]/.test(text) || isName(text, funds, 'fund'))
    return [{ fundId: funds.find(text, 'fund'), amountFen }]
  return readParts(text, { amountFen, unit, names: funds, form: ofFunds }).map(({ id, partFen }) => ({
    fundId: id,
    amountFen: partFen,
  }))
}

interface PartForm {
  readonly field: string
  readonly separator: RegExp
  readonly figure: RegExp
  readonly rest: RuleCode
  readonly unequal: RuleCode
}

/** Names of 科目 hold 、 and end in figures of their own: a figure stands apart. */
const ofLines: PartForm = {
  field: 'budgetLine',
  separator: /[;\n]/,
  figure: /^(.*\S)[\s:]+(-?[\d,]+(?:\.\d+)?)\s*(%|万元|万|元)?$/,
  rest: 'lineSplitRest',
  unequal: 'lineSplitUnequal',
}

/** A comma before three digits is one of thousands. */
const ofFunds: PartForm = {
  field: 'fund',
  separator: /[;\n、]|,(?!\d{3}(?!\d))/,
  figure: /^(.*?[^\d\s:.,-])[\s:]*(-?\d[\d,]*(?:\.\d+)?)\s*(%|万元|万|元)?$/,
  rest: 'fundSplitRest',
  unequal: 'fundSplitUnequal',
}

interface PartsAsked {
  readonly amountFen: Fen
  readonly unit: AmountUnit
  readonly names: NameIndex
  readonly form: PartForm
}

function readParts(text: string, asked: PartsAsked) {
  const { amountFen, form } = asked
  const parts = text
    .normalize('NFKC')
    .split(form.separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => readPart(part, asked))
    .map(lastTakesRest)
  const known = parts.flatMap((part) => (part.partFen === null ? [] : [{ amountFen: part.partFen }]))
  const open = parts.length - known.length
  if (open > 1) throw new RuleBroken(form.rest, [form.field])
  const restFen = amountFen - sumOf(known)
  // The rest goes to the one without a figure; one that takes nothing, or less, is a slip.
  if (open === 0 || restFen <= 0) assertAddsUp(known, amountFen, form.unequal, form.field)
  return parts
    .map(({ id, partFen }) => ({ id, partFen: partFen ?? restFen }))
    .filter(({ partFen }) => partFen !== 0)
}

interface SaidPart {
  readonly id: string
  readonly partFen: Fen | null
  readonly pct: number | null
}

/** Of shares that are the whole the last takes what rounding leaves: they add up to the 分. */
function lastTakesRest(part: SaidPart, at: number, parts: readonly SaidPart[]): SaidPart {
  const isWhole = parts.reduce((sum, { pct }) => sum + (pct ?? Number.NaN), 0) === 100
  return isWhole && at === parts.length - 1 ? { ...part, partFen: null } : part
}

/** A name may end in a figure of its own: the whole part is tried as a name first. */
function readPart(part: string, { amountFen, unit, names, form }: PartsAsked): SaidPart {
  const [, name, figure, sign] = form.figure.exec(part) ?? []
  if (name === undefined || figure === undefined || isName(part, names, form.field))
    return { id: names.find(part, form.field), partFen: null, pct: null }
  const pct = sign === '%' ? Number(figure.replaceAll(',', '')) : null
  const own = sign === '元' ? 'yuan' : sign === '万元' || sign === '万' ? 'wan' : unit
  return {
    id: names.find(name.trim().replace(/:$/, ''), form.field),
    partFen: pct === null ? parseSignedAmount(figure, own) : pctOf(amountFen, pct),
    pct,
  }
}

function isName(text: string, names: NameIndex, field: string): boolean {
  try {
    return names.find(text, field) !== ''
  } catch (error) {
    if (error instanceof RuleBroken) return false
    throw error
  }
}
