import type { z } from 'zod'
import type { AmountUnit } from '../fen.ts'
import { RuleBroken, type RuleParams } from '../ruleBroken.ts'
import { isRuleCode, type RuleCode } from '../ruleText.ts'
import { isPlain } from '../text.ts'
import type { ImportField } from './field.ts'
import type { FundShare } from './fundShare.ts'
import { type Cell, cellText } from './grid.ts'
import { unitOfCell, type WrittenUnit } from './sheetUnit.ts'

/** What is wrong with a row, or why it is left out, at the field that it concerns. */
export interface RowFault {
  readonly code: RuleCode
  readonly field: string | null
  readonly params: RuleParams
}

/** One row with its cells by field, as corrected; undefined where no column is the field. */
export interface FieldRow {
  readonly number: number
  readonly get: (field: ImportField) => Cell | undefined
  /** Of its amount, where the sheet says another one than for the rows as a whole. */
  readonly unit: WrittenUnit | null
  /** What each source bears, where sources have columns of their own; null where they have none, or a person typed them. */
  readonly shares: (() => readonly FundShare[]) | null
}

/** One of the schemas of text.ts, and the length that it allows. */
export interface TextField<Output extends string | null> {
  readonly schema: z.ZodType<Output>
  readonly max: number
}

export function textField<Output extends string | null>(
  schemaOf: (max: number) => z.ZodType<Output>,
  max: number,
): TextField<Output> {
  return { schema: schemaOf(max), max }
}

/** Reads the fields of one row and gathers all that is wrong with it, so that a person sees it at once. */
export interface RowReading {
  readonly faults: readonly RowFault[]
  readonly cell: (field: ImportField) => Cell | undefined
  readonly text: (field: ImportField) => string
  /** The text as the field's schema makes it; undefined where it refuses. */
  readonly parsed: <Output extends string | null>(
    field: ImportField,
    text: TextField<Output>,
    otherwise?: string,
  ) => Output | string | undefined
  /** What `read` gives; undefined where it throws a RuleBroken. */
  readonly read: <Value>(field: ImportField, read: () => Value) => Value | undefined
  /** The unit of this row's amount: of its own column, else of its part of the sheet. @throws RuleBroken importUnitOther */
  readonly unit: (sheetUnit: AmountUnit) => AmountUnit
}

export function rowReading(row: FieldRow): RowReading {
  const faults: RowFault[] = []
  const text = (field: ImportField) => cellText(row.get(field))
  return {
    faults,
    cell: row.get,
    text,
    parsed: (field, { schema, max }, otherwise) => {
      const own = text(field)
      if (own.startsWith('#') && errorValue.test(own)) {
        faults.push({ code: 'importErrorCell', field, params: { text: own } })
        return undefined
      }
      if (own.length <= max && isPlain(own)) return own
      const said = own === '' && otherwise !== undefined ? otherwise : own
      const whole = schema.safeParse(said)
      // A name that a cell wraps is one line all the same.
      const parsed = whole.success || !/[\r\n]/.test(said) ? whole : schema.safeParse(oneLine(said))
      if (parsed.success) return parsed.data
      const [issue] = parsed.error.issues
      const code = issue !== undefined && isRuleCode(issue.message) ? issue.message : 'inputMalformed'
      faults.push({
        code,
        field,
        params: issue?.code === 'too_big' ? { max: Number(issue.maximum), field } : { field },
      })
      return undefined
    },
    read: (field, read) => {
      try {
        return read()
      } catch (error) {
        if (!(error instanceof RuleBroken)) throw error
        faults.push(faultOf(error, field))
        return undefined
      }
    },
    unit: (sheetUnit) => readUnit(unitOfRow(row, sheetUnit), text('amount'), sheetUnit),
  }
}

/** Without breaks of lines: between words of letters a space, nothing between Chinese signs. */
function oneLine(text: string): string {
  return text.replaceAll(/(\w?)[ \t]*[\r\n]+[ \t]*(?=(\w?))/g, (_, before: string, after: string) =>
    before !== '' && after !== '' ? `${before} ` : before,
  )
}

/** A figure that bears its own unit is read by that. @throws RuleBroken importUnitOther */
export function readUnit(said: WrittenUnit, figure: string, sheetUnit: AmountUnit): AmountUnit {
  if (typeof said === 'string') return said
  if (/[万元]\)?$/.test(figure)) return sheetUnit
  throw new RuleBroken('importUnitOther', ['amount'], { unit: said.other })
}

/** What a row's amount is in: as its own column says, else its part of the sheet. */
export function unitOfRow(row: FieldRow, sheetUnit: AmountUnit): WrittenUnit {
  return unitOfCell(row.get('unit')) ?? row.unit ?? sheetUnit
}

/** What a formula says that failed: the cell holds no text of anybody's. */
const errorValue =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|GETTING_DATA)$/i

export function faultOf({ code, params }: RuleBroken, field: string | null): RowFault {
  return { code, field, params }
}

/** The kind whose words the text holds; null where the cell is empty. @throws RuleBroken importKindUnknown */
export function readKind<Kind extends string>(
  text: string,
  words: Readonly<Record<Kind, RegExp>>,
  kinds: readonly Kind[],
): Kind | null {
  if (text === '') return null
  const said = text.normalize('NFKC').replaceAll(/\s/g, '')
  const kind = kinds.find((known) => known === said || words[known].test(said))
  if (kind === undefined) throw new RuleBroken('importKindUnknown', ['kind'], { text: text.slice(0, 40) })
  return kind
}

/** Whether all was read: what could not be is undefined, and has its fault. */
export function isWhole<Values extends object>(
  values: Values,
): values is Values & { readonly [Key in keyof Values]: Exclude<Values[Key], undefined> } {
  return Object.values(values).every((value) => value !== undefined)
}
