import type { BudgetLine } from '../../domain/budget.ts'
import { budgetTemplate, type TemplateLine, templateKey } from '../../domain/budgetTemplate.ts'
import {
  type BudgetDraft,
  type PlacedLine,
  parentFaults,
  placedLines,
  readBudgetLine,
} from '../../domain/import/budgetRow.ts'
import { keyOf } from '../../domain/import/nameIndex.ts'
import type { Sheet } from '../../domain/import/paymentRow.ts'
import { assertOpen } from '../../domain/project.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import { insertLine, insertVersion, listLines, listVersions } from '../../store/budget.ts'
import type { WriteDb } from '../../store/change.ts'
import type { ReadDb } from '../../store/database.ts'
import type { Step } from '../../store/verify.ts'
import { requireProject } from '../project.ts'
import { type BatchWriting, type Checked, checkRows, type SourceRow } from './checkRows.ts'

/**
 * 科目 of a sheet as a new draft version of one project: what is approved stays locked, and another draft as it is.
 * @throws RuleBroken importProjectNeeded, projectUnknown, projectClosed
 */
export function* checkBudgetLines(
  db: ReadDb,
  rows: readonly SourceRow[],
  sheet: Sheet,
): Generator<Step, Checked> {
  const { projectId } = sheet.mapping
  if (projectId === undefined) throw new RuleBroken('importProjectNeeded', ['mapping'])
  assertOpen(requireProject(db, projectId).state)
  const { rows: checked, taken } = yield* checkRows<BudgetDraft>(rows, true, {
    read: (row) => readBudgetLine(row, sheet),
    together: (drafts) => parentFaults(placedLines(drafts)),
    key: () => null,
    existing: () => new Map(),
    check: () => [],
    amountOf: ({ amountFen }) => amountFen ?? 0,
  })
  const lines = placedLines(taken)
  const below = new Set(lines.flatMap(({ row, hasBelow }) => (hasBelow ? [row] : [])))
  return {
    // An amount above others is their sum: it is counted with them.
    rows: checked.map((row) => (below.has(row.number) ? { ...row, amountFen: null } : row)),
    write: (write, batch) => writeVersion(write, batch, sheet, projectId, lines),
  }
}

function* writeVersion(
  db: WriteDb,
  { importId, at, newId }: BatchWriting,
  sheet: Sheet,
  projectId: string,
  lines: readonly PlacedLine[],
): Generator<Step, void> {
  yield { done: 0, total: lines.length }
  const keyOfLine = lineKeys(db, projectId, newId)
  const version = {
    id: newId(),
    projectId,
    kind: sheet.mapping.budgetKind ?? 'preliminary',
    approvalNo: null,
    approvalBody: null,
    approvedOn: null,
    state: 'draft' as const,
    copiedFromId: null,
    note: null,
    recordedAt: at,
  }
  insertVersion(db, version, importId)
  const ids = new Map<number, string>()
  for (const [index, { row, draft, code, parentRow, hasBelow }] of lines.entries()) {
    const id = newId()
    ids.set(row, id)
    const line: BudgetLine = {
      id,
      versionId: version.id,
      parentId: parentRow === null ? null : (ids.get(parentRow) ?? null),
      lineKey: keyOfLine(draft.name),
      code,
      name: draft.name,
      amountFen: hasBelow ? null : draft.amountFen,
      sort: index + 1,
      costClass: draft.costClass,
    }
    insertLine(db, line)
  }
}

/** A 科目 that the project knows by that name, else the template, keeps its key: the books match by it. */
function lineKeys(db: ReadDb, projectId: string, newId: () => string): (name: string) => string {
  const known = new Map<string, string>()
  const learn = (name: string, key: string) => {
    if (!known.has(keyOf(name))) known.set(keyOf(name), key)
  }
  for (const version of listVersions(db, projectId).toReversed())
    for (const line of listLines(db, version.id)) learn(line.name, line.lineKey)
  const walk = (lines: readonly TemplateLine[]) => {
    for (const line of lines) {
      learn(line.name, templateKey(line.code))
      walk(line.lines)
    }
  }
  walk(budgetTemplate)
  const used = new Set<string>()
  return (name) => {
    const own = known.get(keyOf(name))
    const key = own === undefined || used.has(own) ? newId() : own
    used.add(key)
    return key
  }
}
