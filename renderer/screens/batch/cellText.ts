import type { Day } from '../../../db/domain/day.ts'
import { formatFen } from '../../../db/domain/fen.ts'
import { RuleBroken } from '../../../db/domain/ruleBroken.ts'
import { typedSum } from '../../../db/domain/typedSum.ts'
import type { KnownPayee } from '../payment/PayeeInput.tsx'
import { typedDay } from '../payment/typedDay.ts'
import { type BatchCells, type BatchColumn, type BatchRow, batchColumns } from './batchRow.ts'
import { type Named, pickNamed } from './pickNamed.ts'
import type { BatchLists } from './readBatchRow.ts'

/** What a cell says once it is left: the day in full, the sum reckoned, the name as it is written; else as typed. */
export function settledText(
  column: BatchColumn,
  text: string,
  cells: BatchCells,
  lists: BatchLists,
  today: Day,
): string {
  const typed = text.trim()
  if (typed === '') return ''
  try {
    if (column === 'paidOn') return typedDay(typed, today) ?? typed
    if (column === 'amount') return formatFen(typedSum(typed, 'yuan'), 'yuan')
    const items = itemsOf(column, cells, lists)
    return items === null || column === 'fund' ? typed : pickNamed(typed, items).label
  } catch (error) {
    // Told at the cell when the row is read.
    if (error instanceof RuleBroken) return typed
    throw error
  }
}

/** What can be chosen in a cell; null where any text may stand. */
export function itemsOf(
  column: BatchColumn,
  cells: Pick<BatchCells, 'project'>,
  lists: BatchLists,
): readonly Named[] | null {
  const projectId = lists.projects.find(({ label }) => label === cells.project)?.value ?? ''
  return listed[column]?.(lists, projectId) ?? null
}

const listed: Readonly<
  Partial<Record<BatchColumn, (lists: BatchLists, projectId: string) => readonly Named[]>>
> = {
  project: (lists) => lists.projects,
  kind: (lists) => lists.kinds,
  contract: (lists, projectId) => lists.contractsOf(projectId),
  line: (lists, projectId) => lists.linesOf(projectId),
  fund: (lists, projectId) => lists.fundsOf(projectId),
}

/** What a payee brings that stands in the batch already: as in the nearest row above, else in any other. */
export function recalledFromBatch(
  rows: readonly BatchRow[],
  at: number,
  payee: string,
): Partial<BatchCells> | null {
  const own = rows[at]
  const like = [...rows.slice(0, at).toReversed(), ...rows.slice(at + 1)].find(
    ({ cells }) => cells.payee === payee && cells.project !== '',
  )
  if (own === undefined || like === undefined) return null
  return filledIn(own, {
    purpose: like.cells.purpose,
    kind: like.cells.kind,
    ...(own.cells.project === '' || own.cells.project === like.cells.project
      ? {
          project: like.cells.project,
          contract: like.cells.contract,
          line: like.cells.line,
          fund: like.cells.fund,
        }
      : {}),
  })
}

/** What a payee paid before brings into the cells that are still empty. */
export function recalledCells(row: BatchRow, known: KnownPayee, lists: BatchLists): Partial<BatchCells> {
  const projectId = known.lastProjectId ?? ''
  const project = labelOf(lists.projects, projectId)
  const contract = labelOf(lists.contractsOf(projectId), known.lastContractId)
  const isOwnProject = row.cells.project === '' || row.cells.project === project
  const recalled: Partial<BatchCells> = {
    purpose: known.lastPurpose ?? '',
    kind: labelOf(lists.kinds, known.lastKind),
    ...(isOwnProject
      ? {
          project,
          contract,
          line: known.lastLine ?? '',
          // A contract's own last split is the rule; without one the source is recalled by its name.
          fund: contract === '' ? labelOf(lists.fundsOf(projectId), known.lastFundId) : '',
        }
      : {}),
  }
  return filledIn(row, recalled)
}

function filledIn(row: BatchRow, recalled: Partial<BatchCells>): Partial<BatchCells> {
  const free = batchColumns.filter((column) => row.cells[column] === '' && (recalled[column] ?? '') !== '')
  return Object.fromEntries(free.map((column) => [column, recalled[column] ?? '']))
}

/** Where Enter goes: to the next cell that the payment still needs, the voucher at last; null when the row is done. */
export function nextNeeded(cells: BatchCells, from: BatchColumn): BatchColumn | null {
  const after = batchColumns.slice(batchColumns.indexOf(from) + 1)
  return (
    after.find((column) => needed.has(column) && cells[column].trim() === '') ??
    (after.includes('voucherNo') ? 'voucherNo' : null)
  )
}

const needed: ReadonlySet<BatchColumn> = new Set(['paidOn', 'payee', 'project', 'purpose', 'amount'])

function labelOf(items: readonly Named[], value: string | null): string {
  return items.find((item) => item.value === value)?.label ?? ''
}
