import type { AmountUnit, Fen } from '../fen.ts'
import { sumOf } from '../fenPart.ts'
import type { FundPart } from '../fund.ts'
import { RuleBroken } from '../ruleBroken.ts'
import { isNoAmount } from './entryPart.ts'
import { type Cell, cellText, type GridRow } from './grid.ts'
import type { Header } from './header.ts'
import { bareHead } from './headText.ts'
import type { ColumnChoice, ImportMapping } from './importMapping.ts'
import type { NameIndex } from './nameIndex.ts'
import { unitOfHead, unitWord, type WrittenUnit } from './sheetUnit.ts'
import { readAmount } from './typedCell.ts'

/** What one source bears of a row: its column's head names the source. */
export interface FundShare {
  readonly name: string
  readonly cell: Cell
  /** As the head of the column says it, where it is another than that of the amounts. */
  readonly unit: WrittenUnit | null
}

/**
 * Columns that give an amount per source: 中央 · 省级 · 区级 · 专项债券 beside the sum, under 资金来源 or by themselves. One
 * alone is none where a column names the source.
 */
export function suggestFundShares(
  heads: readonly string[],
  isFund: (name: string) => boolean,
): readonly ColumnChoice[] {
  const found = heads.flatMap((head, column) =>
    isSourceHead(head, isFund) ? [{ column, field: 'fundShare' as const }] : [],
  )
  const isNamed = heads.some((head) => /^(?:资金来源|资金性质|资金渠道|来源|fund)$/.test(bareHead(head)))
  return found.length > 1 || !isNamed ? found : []
}

/** The source that a head names: 支付金额（万元）省级 is 省级. */
function sourceName(head: string): string {
  const said = head
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/\((?:单位:?)?(?:人民币)?[十百千]?万?元\)/g, '')
  const name = said.replace(groupWords, '').replace(/(?:支付|付款)?(?:金额|额)$/, '')
  return name === '' ? said : name
}

/** What the sources bear of a row; null where none has a column. The first column of amounts has the unit of the sheet. */
export function shareReader(
  mapping: ImportMapping,
  { heads }: Header,
): ((row: GridRow) => readonly FundShare[]) | null {
  const columns = (mapping.columns ?? []).filter(({ field }) => field === 'fundShare')
  const base = mapping.columns?.find(({ field }) => field === 'amount') ?? columns[0]
  if (base === undefined || columns.length === 0) return null
  const unitAt = (column: number) => unitOfHead(heads[column] ?? '')
  const named = columns.map(({ column }) => ({
    column,
    name: sourceName(heads[column] ?? ''),
    unit: unitWord(unitAt(column)) === unitWord(unitAt(base.column)) ? null : unitAt(column),
  }))
  return ({ cells }) => named.map(({ column, name, unit }) => ({ name, unit, cell: cells[column] ?? null }))
}

/** The parts of a payment as its columns say them, each as signed as it stands; none where all are empty. @throws RuleBroken */
export function shareParts(
  shares: readonly FundShare[],
  unitOf: (share: FundShare) => AmountUnit,
  funds: NameIndex,
): FundPart[] {
  const parts = new Map<string, Fen>()
  for (const share of shares) {
    if (isNoAmount(share.cell)) continue
    const fundId = funds.find(share.name, 'fund')
    parts.set(fundId, (parts.get(fundId) ?? 0) + readAmount(share.cell, unitOf(share)))
  }
  return [...parts].map(([fundId, amountFen]) => ({ fundId, amountFen }))
}

/** With the sign of the entry. @throws RuleBroken fundSplitUnequal, amountNegative where one source gives and another takes */
export function signedParts(parts: readonly FundPart[], amountFen: Fen): FundPart[] {
  const sum = sumOf(parts)
  if (parts.some((part) => Math.sign(part.amountFen) !== Math.sign(sum)))
    throw new RuleBroken('amountNegative', ['fund'])
  const sign = Math.sign(sum) === Math.sign(amountFen) ? 1 : -1
  return parts.map((part) => ({ ...part, amountFen: part.amountFen * sign }))
}

/** As one cell would say the same: 省级 50；专项债券 30万元. */
export function sharesText(shares: readonly FundShare[]): string {
  return shares
    .filter(({ cell }) => !isNoAmount(cell))
    .map(({ name, cell, unit }) => `${name} ${cellText(cell)}${unitWord(unit) ?? ''}`)
    .join('；')
}

function isSourceHead(head: string, isFund: (name: string) => boolean): boolean {
  const bare = bareHead(head)
  if (bare === '' || otherSums.test(bare)) return false
  const name = bareHead(sourceName(head))
  const isUnderSources = /^(?:其中)?(?:按)?资金(?:来源|渠道|性质)./.test(bare)
  if (isUnderSources) return !/^(?:合计|小计|总计|金额|文号|单位|名称|说明|备注)?$/.test(name)
  return sourceWords.test(name) || isFund(sourceName(head))
}

/** What stands over the columns, or before the name of the source. */
const groupWords =
  /^(?:其中|按?资金(?:来源|渠道|性质)|(?:本次|本期|实际)?(?:支付|付款|拨付|实付|支出)(?:金额|额|资金)?|金额)+[:：]?/
const otherSums = /累计|合同|概算|预算数|计划|下达|到位|未付|应付|余额|结余|文号|日期|合计|小计/
const sourceWords =
  /^(?:中央|国债|省级?|市级?|区级?|县级?|镇级?|街道|地方|上级|专项|专项债券?|一般债券?|政府债券?|地方债券?|特别国债|债券|自筹|自有|单位自筹|社会|捐赠|银行贷款|贷款)(?:预算内|财政|投资|补助|配套|专项|债券?|资金|款)*$/
