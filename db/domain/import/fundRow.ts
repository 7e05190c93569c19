import { RuleBroken } from '../ruleBroken.ts'
import { optionalLine, optionalParagraph } from '../text.ts'
import { projectOf } from './contractRow.ts'
import type { PaymentNames, RowRead, Sheet } from './paymentRow.ts'
import { type FieldRow, isWhole, readKind, rowReading, textField } from './rowReading.ts'
import { readAmount, readDay } from './typedCell.ts'

/** 下达 or 到位 as a row gives it; negative where it went back. */
export interface FundDraft {
  readonly fundId: string
  readonly projectId: string
  readonly kind: 'allotment' | 'receipt'
  readonly amountFen: number
  readonly enteredOn: string
  readonly documentNo: string | null
  readonly memo: string | null
}

export function readFundEntry(
  row: FieldRow,
  sheet: Sheet,
  names: Pick<PaymentNames, 'projects' | 'funds'>,
): RowRead<FundDraft> {
  const reading = rowReading(row)
  const { faults, text, cell, parsed, read } = reading
  const kind = read('kind', () => readKind(text('kind'), kindWords, kinds))
  const draft = {
    fundId: read('fund', () => {
      if (text('fund') === '') throw new RuleBroken('importNameMissing', ['fund'])
      return names.funds.find(text('fund'), 'fund')
    }),
    projectId: read('project', () => projectOf(text('project'), sheet, names)),
    kind: kind === undefined ? undefined : (kind ?? sheet.mapping.entryKind ?? 'receipt'),
    amountFen: read('amount', () => {
      const amount = readAmount(cell('amount'), reading.unit(sheet.unit))
      if (amount === 0) throw new RuleBroken('amountZero', ['amount'])
      return amount
    }),
    enteredOn: read('enteredOn', () => readDay(cell('enteredOn'), sheet.isDate1904, 'enteredOn')),
    documentNo: parsed('documentNo', documentText),
    memo: parsed('memo', memoText),
  }
  return faults.length === 0 && isWhole(draft) ? { draft, faults: [] } : { draft: null, faults }
}

const kinds = ['allotment', 'receipt'] as const
const documentText = textField(optionalLine, 100)
const memoText = textField(optionalParagraph, 2000)
const kindWords: Readonly<Record<FundDraft['kind'], RegExp>> = {
  allotment: /下达|指标|allotment/i,
  receipt: /到位|到账|拨入|收款|receipt/i,
}
