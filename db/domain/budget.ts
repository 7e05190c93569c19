import { z } from 'zod'
import { costClass } from './costClass.ts'
import { day } from './day.ts'
import { fen, maxFen, totalFen } from './fen.ts'
import { RuleBroken } from './ruleBroken.ts'
import { optionalLine, optionalParagraph, reasonText, requiredLine } from './text.ts'

/** 规划口径 · 可研估算 · 初设概算 · 施工图预算 · 调整概算 · 决算 */
export const budgetKinds = [
  'plan',
  'feasibility',
  'preliminary',
  'workingDrawing',
  'adjusted',
  'final',
] as const
export const budgetKind = z.enum(budgetKinds)
export type BudgetKind = z.infer<typeof budgetKind>

/** 概算版本. The plan's figure is the version 规划口径: derived from the project, stored nowhere else, without lines. */
export const budgetVersion = z.object({
  id: z.string(),
  projectId: z.string(),
  kind: budgetKind,
  /** 批文文号 */
  approvalNo: z.string().nullable(),
  /** 批准机关 */
  approvalBody: z.string().nullable(),
  approvedOn: day.nullable(),
  state: z.enum(['draft', 'approved']),
  copiedFromId: z.string().nullable(),
  note: z.string().nullable(),
  recordedAt: z.string(),
})
export type BudgetVersion = z.infer<typeof budgetVersion>

export const budgetVersionRow = budgetVersion.extend({
  /** Null where no line has an amount (规划口径: where the plan publishes none). */
  totalFen: totalFen.nullable(),
  /** The newest approved of its kind. */
  isCurrent: z.boolean(),
  /** 概算: the newest approved of 初设概算 and 调整概算, which investment may not exceed. */
  isLimit: z.boolean(),
  isDerived: z.boolean(),
})
export type BudgetVersionRow = z.infer<typeof budgetVersionRow>

/** 科目: amounts stand on leaves alone. */
export const budgetLine = z.object({
  id: z.string(),
  versionId: z.string(),
  parentId: z.string().nullable(),
  /** The same 科目 in all versions of a project: what the books and a comparison match by. */
  lineKey: z.string(),
  code: z.string(),
  name: z.string(),
  amountFen: fen.nullable(),
  sort: z.int(),
  /** As the template proposes; `classified` says what it counts as. */
  costClass: costClass.nullable(),
})
export type BudgetLine = z.infer<typeof budgetLine>

export const budgetLineRow = budgetLine.extend({
  /** Of the line and all below it; null where none has an amount. */
  totalFen: totalFen.nullable(),
  depth: z.int(),
  isLeaf: z.boolean(),
})
export type BudgetLineRow = z.infer<typeof budgetLineRow>

export const createBudgetVersionInput = z.strictObject({
  projectId: z.string().min(1, { error: 'textMissing' }),
  kind: budgetKind,
  /** Left out: a copy where the project has a version to copy, else the template. */
  start: z.enum(['copy', 'template', 'blank']).optional(),
  copiedFromId: z.string().nullish(),
  approvalNo: optionalLine(100),
  approvalBody: optionalLine(200),
  note: optionalParagraph(2000),
})
export type CreateBudgetVersion = z.infer<typeof createBudgetVersionInput>

export const approveBudgetVersionInput = z.strictObject({
  versionId: z.string(),
  approvalNo: requiredLine(100),
  approvalBody: requiredLine(200),
  approvedOn: day,
  overrideReason: reasonText.optional(),
})

/** Without lineId it adds a line; with it, only the fields given are changed. */
export const setBudgetLineInput = z.strictObject({
  versionId: z.string(),
  lineId: z.string().optional(),
  parentId: z.string().nullish(),
  code: requiredLine(40).optional(),
  name: requiredLine(100).optional(),
  amountFen: z
    .int({ error: 'amountNotWhole' })
    .min(0, { error: 'amountNegative' })
    .max(maxFen, { error: 'amountTooLarge' })
    .nullish(),
  sort: z.int().optional(),
})
export type SetBudgetLine = z.infer<typeof setBudgetLineInput>

export const budgetComparison = z.object({
  from: budgetVersionRow,
  to: budgetVersionRow,
  items: z.array(
    z.object({
      lineKey: z.string(),
      code: z.string(),
      name: z.string(),
      depth: z.int(),
      isLeaf: z.boolean(),
      presence: z.enum(['both', 'added', 'dropped']),
      /** As the older version called it; null where the name is the same. */
      fromName: z.string().nullable(),
      /** Null where the version does not have the line, or no amount in it. */
      fromFen: totalFen.nullable(),
      toFen: totalFen.nullable(),
      /** Null where neither has an amount. */
      deltaFen: totalFen.nullable(),
      /** Of the older amount; null where it is unknown or nothing. */
      deltaPct: z.number().nullable(),
    }),
  ),
  total: z.int(),
  /** Null where one of the two totals is unknown. */
  deltaFen: totalFen.nullable(),
  deltaPct: z.number().nullable(),
})

/** @throws RuleBroken budgetVersionApproved: an approved version is locked */
export function assertDraft(version: BudgetVersion): void {
  if (version.state === 'approved') throw new RuleBroken('budgetVersionApproved', ['versionId'])
}

/** The newest approved of some kinds, by the day of approval, then by the order of recording. */
export function newestApproved<Version extends BudgetVersion>(
  versions: readonly Version[],
  kinds: readonly BudgetKind[],
): Version | undefined {
  return versions
    .filter(({ kind, state }) => state === 'approved' && kinds.includes(kind))
    .reduce<Version | undefined>(
      (newest, version) =>
        newest !== undefined && (newest.approvedOn ?? '') > (version.approvedOn ?? '') ? newest : version,
      undefined,
    )
}

/** 概算: only these two set the limit; where neither is approved it is unknown, whatever the plan says. */
export const limitBudgetKinds: readonly BudgetKind[] = ['preliminary', 'adjusted']

/**
 * The line with the fields given.
 * @throws RuleBroken budgetLineHasLines, budgetLineHasAmount, budgetLineCodeTaken, budgetLineUnknown, budgetLineLoop,
 * textMissing
 */
export function lineSet(lines: readonly BudgetLine[], input: SetBudgetLine, id: string): BudgetLine {
  const known = input.lineId === undefined ? undefined : lines.find((line) => line.id === input.lineId)
  if (input.lineId !== undefined && known === undefined) throw new RuleBroken('budgetLineUnknown', ['lineId'])
  const line = known === undefined ? addedLine(lines, input, id) : editedLine(known, input)
  assertLineFits(lines, line)
  return line
}

/** @throws RuleBroken textMissing */
function addedLine(lines: readonly BudgetLine[], input: SetBudgetLine, id: string): BudgetLine {
  const { versionId, code, name, amountFen = null, parentId = null } = input
  if (code === undefined) throw new RuleBroken('textMissing', ['code'])
  if (name === undefined) throw new RuleBroken('textMissing', ['name'])
  const siblings = lines.filter((line) => line.parentId === parentId)
  const sort = input.sort ?? 1 + Math.max(0, ...siblings.map((line) => line.sort))
  return { id, versionId, parentId, lineKey: id, code, name, amountFen, sort, costClass: null }
}

function editedLine(line: BudgetLine, input: SetBudgetLine): BudgetLine {
  const { code = line.code, name = line.name, sort = line.sort } = input
  const { amountFen = line.amountFen, parentId = line.parentId } = input
  return { ...line, parentId, code, name, amountFen, sort }
}

export function assertLineFits(lines: readonly BudgetLine[], line: BudgetLine) {
  const others = lines.filter(({ id }) => id !== line.id)
  if (others.some(({ code }) => code === line.code)) throw new RuleBroken('budgetLineCodeTaken', ['code'])
  if (line.amountFen !== null && others.some(({ parentId }) => parentId === line.id))
    throw new RuleBroken('budgetLineHasLines', ['amountFen'])
  if (line.parentId === null) return
  const parent = lines.find(({ id }) => id === line.parentId)
  if (parent === undefined) throw new RuleBroken('budgetLineUnknown', ['parentId'])
  if (parent.amountFen !== null) throw new RuleBroken('budgetLineHasAmount', ['parentId'])
  for (let above: BudgetLine | undefined = parent; above !== undefined; above = parentOf(lines, above))
    if (above.id === line.id) throw new RuleBroken('budgetLineLoop', ['parentId'])
}

function parentOf(lines: readonly BudgetLine[], line: BudgetLine) {
  return lines.find(({ id }) => id === line.parentId)
}
