import type { AmountUnit } from '../fen.ts'
import { assertAddsUp, sumOf } from '../fenPart.ts'
import type { FundPart } from '../fund.ts'
import { type PaymentKind, paymentKinds, type RefundKind } from '../payment.ts'
import { RuleBroken } from '../ruleBroken.ts'
import { optionalCode, optionalLine, optionalParagraph, requiredLine } from '../text.ts'
import type { ImportField } from './field.ts'
import { shareParts, signedParts } from './fundShare.ts'
import { cellText } from './grid.ts'
import type { ImportMapping } from './importMapping.ts'
import type { NameIndex } from './nameIndex.ts'
import { readFundSplit } from './partList.ts'
import {
  type FieldRow,
  isWhole,
  type RowFault,
  type RowReading,
  readKind,
  readUnit,
  rowReading,
  textField,
} from './rowReading.ts'
import { unitOfCell } from './sheetUnit.ts'
import { readAmount, readDay } from './typedCell.ts'

/** A payment as a row gives it; a refund is negative, as it is posted. */
export interface PaymentDraft {
  readonly projectId: string
  readonly paidOn: string
  readonly amountFen: number
  readonly payee: string
  readonly purpose: string
  readonly voucherNo: string | null
  readonly memo: string | null
  readonly kind: PaymentKind | null
  readonly contractId: string | null
  readonly budgetLineId: string | null
  /** With the sign of the amount, to which they add up; null where the row names no source. */
  readonly fundParts: readonly FundPart[] | null
  readonly invoiceNo: string | null
  /** Null: not said. */
  readonly refundOf: RefundKind | null
}

export interface PaymentNames {
  readonly projects: NameIndex
  readonly funds: NameIndex
  /** Contracts of one project, or of all where the row names none. */
  readonly contractsOf: (projectId: string | null) => NameIndex
  readonly projectOfContract: (contractId: string) => string
  readonly linesOf: (projectId: string) => NameIndex
}

export interface Sheet {
  readonly unit: AmountUnit
  readonly isDate1904: boolean
  readonly mapping: ImportMapping
}

export type RowRead<Draft> =
  | { readonly draft: Draft; readonly faults: readonly [] }
  | { readonly draft: null; readonly faults: readonly RowFault[] }

export function readPayment(row: FieldRow, sheet: Sheet, names: PaymentNames): RowRead<PaymentDraft> {
  const reading = rowReading(row)
  const { faults, cell, parsed, read } = reading
  const isAdvanceBack = advanceBack.test(reading.text('kind'))
  const kind = isAdvanceBack
    ? 'refund'
    : read('kind', () => readKind(reading.text('kind'), kindWords, paymentKinds))
  const shares = row.shares === null ? [] : read('fund', () => readShares(row, sheet, names))
  const amountFen = read('amount', () =>
    paidAmount(
      // Where no column gives the sum, what the sources bear is the sum.
      cell('amount') === undefined && shares !== undefined && shares.length > 0
        ? sumOf(shares)
        : readAmount(cell('amount'), reading.unit(sheet.unit)),
      kind ?? null,
    ),
  )
  const draft = {
    ...readPlace(reading, sheet, names),
    kind,
    amountFen,
    fundParts: readFunds(reading, { sheet, names, amountFen, shares }),
    paidOn: read('paidOn', () => readDay(cell('paidOn'), sheet.isDate1904, 'paidOn')),
    payee: parsed('payee', payeeText),
    purpose: parsed('purpose', purposeText, sheet.mapping.purpose),
    voucherNo: parsed('voucherNo', voucherText),
    memo: parsed('memo', memoText),
    invoiceNo: parsed('invoiceNo', invoiceText),
  }
  const refundOf = isAdvanceBack && typeof draft.contractId === 'string' ? ('advance' as const) : null
  return faults.length === 0 && isWhole(draft)
    ? { draft: { ...draft, refundOf }, faults: [] }
    : { draft: null, faults }
}

/** What the payment belongs to. A row that names a contract alone means the contract's project. */
function readPlace({ text, read }: RowReading, { mapping }: Sheet, names: PaymentNames) {
  const given = (field: ImportField, find: () => string) => (text(field) === '' ? null : read(field, find))
  const stated = given('project', () => names.projects.find(text('project'), 'project'))
  const statedId = stated === null ? (mapping.projectId ?? null) : stated
  const contractId =
    statedId === undefined
      ? undefined
      : given('contract', () => names.contractsOf(statedId).find(text('contract'), 'contract'))
  const projectId = read('project', () => {
    const impliedId =
      statedId ?? (typeof contractId === 'string' ? names.projectOfContract(contractId) : null)
    if (impliedId === null && statedId === null && contractId === null)
      throw new RuleBroken('importNameMissing', ['project'])
    return impliedId ?? undefined
  })
  const budgetLineId =
    projectId === undefined
      ? undefined
      : given('budgetLine', () => names.linesOf(projectId).find(text('budgetLine'), 'budgetLine'))
  return { projectId, contractId, budgetLineId }
}

interface FundsAsked {
  readonly sheet: Sheet
  readonly names: PaymentNames
  readonly amountFen: number | undefined
  /** Empty where no column of a source says anything. */
  readonly shares: readonly FundPart[] | undefined
}

/** The sources of a row: of their columns, else of the one cell that names them. Undefined where the fault is told. */
function readFunds({ text, read, unit }: RowReading, { sheet, names, amountFen, shares }: FundsAsked) {
  if (shares !== undefined && shares.length > 0)
    return amountFen === undefined ? undefined : read('fund', () => wholeSplit(shares, amountFen))
  const said = text('fund')
  if (said === '' || shares === undefined) return shares === undefined ? undefined : null
  if (amountFen === undefined) return undefined
  return read('fund', () =>
    signedParts(readFundSplit(said, Math.abs(amountFen), unit(sheet.unit), names.funds), amountFen),
  )
}

function wholeSplit(shares: readonly FundPart[], amountFen: number): readonly FundPart[] {
  const parts = signedParts(shares, amountFen)
  assertAddsUp(parts, amountFen, 'fundSplitUnequal', 'fund')
  return parts
}

function readShares(row: FieldRow, sheet: Sheet, names: PaymentNames): readonly FundPart[] {
  const ofRow = unitOfCell(row.get('unit')) ?? row.unit
  return shareParts(
    row.shares?.() ?? [],
    ({ cell, unit }) => readUnit(ofRow ?? unit ?? sheet.unit, cellText(cell), sheet.unit),
    names.funds,
  )
}

/** A refund may stand with a minus or without; any other negative figure is no payment. */
function paidAmount(amount: number, kind: PaymentKind | null): number {
  if (amount === 0) throw new RuleBroken('amountZero', ['amount'])
  if (kind === 'refund') return -Math.abs(amount)
  if (amount < 0) throw new RuleBroken('importNegative', ['amount'])
  return amount
}

/** The texts of recordPayment, made once: a hundred thousand rows are read by them. */
const payeeText = textField(requiredLine, 200)
const purposeText = textField(requiredLine, 500)
const voucherText = textField(optionalCode, 100)
const memoText = textField(optionalParagraph, 2000)
const invoiceText = textField(optionalLine, 100)

/** 退回预付款, 预付款退款: an advance that comes back is a refund, not an advance. */
const advanceBack = /退.*预付|预付.*退|refund.*advance|advance.*refund/i

const kindWords: Readonly<Record<PaymentKind, RegExp>> = {
  advance: /预付|预支|advance/i,
  retentionRelease: /质保|质量保证|保修金|retention/i,
  labour: /人工|农民工|工资|labou?r|wage/i,
  progress: /进度|progress/i,
  settlement: /结算|尾款|settlement/i,
  refund: /退款|退回|refund/i,
  other: /其他|其它|other/i,
}
