import type { Day } from '../../../db/domain/day.ts'
import { assertPaidOn, paymentKind } from '../../../db/domain/payment.ts'
import { type BatchEntry, batchEntry } from '../../../db/domain/paymentBatch.ts'
import { RuleBroken, type RuleParams } from '../../../db/domain/ruleBroken.ts'
import { isRuleCode, type RuleCode } from '../../../db/domain/ruleText.ts'
import { typedSum } from '../../../db/domain/typedSum.ts'
import { typedDay } from '../payment/typedDay.ts'
import { type BatchColumn, type BatchRow, isEmptyRow } from './batchRow.ts'
import { type Named, pickNamed } from './pickNamed.ts'
import { readSplitText } from './splitText.ts'

/** What the names in the cells can mean. */
export interface BatchLists {
  readonly projects: readonly Named[]
  readonly kinds: readonly Named[]
  readonly contractsOf: (projectId: string) => readonly Named[]
  readonly linesOf: (projectId: string) => readonly Named[]
  readonly fundsOf: (projectId: string) => readonly Named[]
}

export interface CellFault {
  readonly code: RuleCode
  readonly params: RuleParams
}
export type CellFaults = Readonly<Partial<Record<BatchColumn, CellFault>>>

export type RowReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly faults: CellFaults }
  | { readonly kind: 'entry'; readonly entry: BatchEntry }

/** The payment that a row stands for, or what is wrong in which cell. */
export function readBatchRow(row: BatchRow, lists: BatchLists, today: Day): RowReading {
  if (isEmptyRow(row)) return { kind: 'empty' }
  const { cells } = row
  const { faults, fields } = readCells(row, lists, today)
  const parsed = batchEntry.safeParse({
    ...fields,
    payee: cells.payee,
    purpose: cells.purpose,
    voucherNo: cells.voucherNo,
    invoiceNo: cells.invoiceNo,
    memo: cells.memo,
    overrideReason: cells.reason.trim() === '' ? undefined : cells.reason,
    confirmDuplicate: row.isNoDuplicate ? true : undefined,
  })
  const all: Partial<Record<BatchColumn, CellFault>> = { ...faults }
  for (const issue of parsed.error?.issues ?? [])
    all[columnOf(String(issue.path[0]))] ??= {
      code: isRuleCode(issue.message) ? issue.message : 'inputMalformed',
      params: issue.code === 'too_big' ? { max: Number(issue.maximum) } : { field: issue.path.join('.') },
    }
  return parsed.success && Object.keys(all).length === 0
    ? { kind: 'entry', entry: parsed.data }
    : { kind: 'wrong', faults: all }
}

/** What has to be understood before it is checked: the day, the sum, and what the names mean. */
function readCells({ cells }: BatchRow, lists: BatchLists, today: Day) {
  const faults: Partial<Record<BatchColumn, CellFault>> = {}
  const read = <Value>(column: BatchColumn, parse: (text: string) => Value): Value | undefined => {
    if (cells[column].trim() === '') return undefined
    try {
      return parse(cells[column])
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error
      faults[column] = { code: error.code, params: error.params }
      return undefined
    }
  }
  const projectId = read('project', (text) => pickNamed(text, lists.projects).value)
  const named = (column: BatchColumn, itemsOf: (project: string) => readonly Named[]) =>
    projectId === undefined ? undefined : read(column, (text) => pickNamed(text, itemsOf(projectId)).value)
  const paidOn = read('paidOn', (text) => paidOnFrom(text, today))
  const amountFen = read('amount', (text) => typedSum(text, 'yuan'))
  const fields = {
    // What is not understood yet is told above all else: a stand-in keeps the rest of the row checked.
    projectId: projectId ?? '-',
    paidOn: paidOn ?? today,
    amountFen: amountFen ?? 1,
    contractId: named('contract', lists.contractsOf),
    budgetLineId: named('line', lists.linesOf),
    kind: read('kind', (text) => paymentKind.parse(pickNamed(text, lists.kinds).value)),
    fundSplit:
      projectId === undefined || amountFen === undefined
        ? undefined
        : read('fund', (text) => readSplitText(text, amountFen, lists.fundsOf(projectId))),
  }
  for (const column of ['paidOn', 'project', 'amount'] as const)
    if (cells[column].trim() === '')
      faults[column] = { code: column === 'amount' ? 'amountEmpty' : 'textMissing', params: {} }
  return { faults, fields }
}

/** The cell that a field of the request stands in. */
export function columnOf(field: string): BatchColumn {
  return columnOfField[field] ?? 'payee'
}

const columnOfField: Readonly<Record<string, BatchColumn>> = {
  projectId: 'project',
  paidOn: 'paidOn',
  amountFen: 'amount',
  payee: 'payee',
  purpose: 'purpose',
  voucherNo: 'voucherNo',
  invoiceNo: 'invoiceNo',
  memo: 'memo',
  kind: 'kind',
  contractId: 'contract',
  budgetLineId: 'line',
  fundSplit: 'fund',
  overrideReason: 'reason',
  confirmDuplicate: 'voucherNo',
}

/** @throws RuleBroken dateInvalid, dateInFuture, dateTooEarly */
function paidOnFrom(text: string, today: Day): Day {
  const paidOn = typedDay(text, today)
  if (paidOn === null) throw new RuleBroken('dateInvalid', ['paidOn'])
  assertPaidOn(paidOn, today)
  return paidOn
}
