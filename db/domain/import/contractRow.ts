import { contractKinds, type LineSplit } from '../contract.ts'
import { RuleBroken } from '../ruleBroken.ts'
import { optionalParagraph, requiredLine } from '../text.ts'
import { readLineSplit } from './partList.ts'
import type { PaymentNames, RowRead, Sheet } from './paymentRow.ts'
import { type FieldRow, isWhole, readKind, rowReading, textField } from './rowReading.ts'
import { readAmount, readDay, readDays, readPct, readYesNo } from './typedCell.ts'

/** A contract as a row gives it. */
export interface ContractDraft {
  readonly projectId: string
  readonly number: string
  readonly name: string
  readonly counterparty: string
  readonly kind: (typeof contractKinds)[number]
  readonly signedOn: string
  readonly amountFen: number
  readonly advancePct: number | null
  readonly progressPct: number | null
  readonly retentionPct: number | null
  readonly isSme: boolean
  readonly paymentDays: number | null
  readonly paymentTerms: string | null
  /** Empty: 未分科目. */
  readonly lines: LineSplit
}

export function readContract(
  row: FieldRow,
  sheet: Sheet,
  names: Pick<PaymentNames, 'projects' | 'linesOf'>,
): RowRead<ContractDraft> {
  const reading = rowReading(row)
  const { faults, text, cell, parsed, read } = reading
  const projectId = read('project', () => projectOf(text('project'), sheet, names))
  const name = parsed('name', nameText)
  const amountFen = read('amount', () => {
    const amount = readAmount(cell('amount'), reading.unit(sheet.unit))
    if (amount <= 0) throw new RuleBroken('amountNotPositive', ['amount'])
    return amount
  })
  const kind = read('kind', () => readKind(text('kind'), kindWords, contractKinds))
  const draft = {
    projectId,
    number: parsed('number', numberText),
    name,
    counterparty: parsed('counterparty', nameText),
    kind: kind === null && name !== undefined ? kindByName(name) : (kind ?? undefined),
    signedOn: read('signedOn', () => readDay(cell('signedOn'), sheet.isDate1904, 'signedOn')),
    amountFen,
    advancePct: read('advancePct', () => readPct(cell('advancePct'), 'advancePct')),
    progressPct: read('progressPaymentPct', () => readPct(cell('progressPaymentPct'), 'progressPaymentPct')),
    retentionPct: read('retentionPct', () => readPct(cell('retentionPct'), 'retentionPct')),
    isSme: read('isSme', () => readYesNo(cell('isSme'), 'isSme')),
    paymentDays: read('paymentDays', () => readDays(cell('paymentDays'), 'paymentDays')),
    paymentTerms: parsed('paymentTerms', termsText),
    lines:
      text('budgetLine') === '' || projectId === undefined || amountFen === undefined
        ? []
        : read('budgetLine', () =>
            readLineSplit(text('budgetLine'), amountFen, reading.unit(sheet.unit), names.linesOf(projectId)),
          ),
  }
  return faults.length === 0 && isWhole(draft) ? { draft, faults: [] } : { draft: null, faults }
}

/** The project that the row names, else the one set for all. @throws RuleBroken importNameMissing, importNameUnknown */
export function projectOf(
  text: string,
  { mapping }: Sheet,
  { projects }: Pick<PaymentNames, 'projects'>,
): string {
  if (text !== '') return projects.find(text, 'project')
  if (mapping.projectId === undefined) throw new RuleBroken('importNameMissing', ['project'])
  return mapping.projectId
}

function kindByName(name: string): ContractDraft['kind'] {
  return contractKinds.find((kind) => kind !== 'other' && kindWords[kind].test(name)) ?? 'other'
}

const numberText = textField(requiredLine, 100)
const nameText = textField(requiredLine, 200)
const termsText = textField(optionalParagraph, 2000)

const kindWords: Readonly<Record<ContractDraft['kind'], RegExp>> = {
  supervision: /监理|supervis/i,
  survey: /勘察|勘测|survey/i,
  design: /设计|design/i,
  equipment: /设备|采购|equipment/i,
  construction: /施工|工程|装修|安装|construction/i,
  other: /其他|其它|服务|咨询|other/i,
}
