import { amountsSet, movedLines, withAllBelow } from '../domain/budgetEdit.ts'
import { treeOf } from '../domain/budgetTree.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { listLines, updateLine } from '../store/budget.ts'
import { editVersion, isCopied, lineUse, removeLine, removeVersion } from '../store/budgetDraft.ts'
import { findCostMapping, insertCostMapping, updateCostMapping } from '../store/costMapping.ts'
import { draftToEdit, versionRow } from './budget.ts'
import type { CommandHandler } from './handler.ts'
import { requireProject } from './project.ts'

export const moveBudgetLine: CommandHandler<'moveBudgetLine'> = (db, { versionId, ...move }) => {
  const version = draftToEdit(db, versionId)

  const moved = movedLines(listLines(db, versionId), move)
  if (moved.length === 0) throw new RuleBroken('nothingChanged')

  for (const line of moved) updateLine(db, line)
  return versionRow(db, version)
}

/** All or none: one amount that does not fit leaves the column as it was. */
export const setBudgetAmounts: CommandHandler<'setBudgetAmounts'> = (db, { versionId, amounts }) => {
  const version = draftToEdit(db, versionId)

  const lines = amountsSet(listLines(db, versionId), amounts)
  if (lines.length === 0) throw new RuleBroken('nothingChanged')

  for (const line of lines) updateLine(db, line)
  return versionRow(db, version)
}

export const removeBudgetLine: CommandHandler<'removeBudgetLine'> = (db, { versionId, lineId }) => {
  const version = draftToEdit(db, versionId)

  const lines = withAllBelow(listLines(db, versionId), lineId).map(({ id }) => id)
  if (lineUse(db, lines) !== null) throw new RuleBroken('budgetLineUsed', ['lineId'])

  for (const id of lines) removeLine(db, id, null)
  return versionRow(db, version)
}

export const editBudgetVersion: CommandHandler<'editBudgetVersion'> = (db, { versionId, ...edit }) => {
  const version = draftToEdit(db, versionId)

  const edited = { ...version, ...edit }
  if (JSON.stringify(edited) === JSON.stringify(version)) throw new RuleBroken('nothingChanged')

  editVersion(db, edited)
  return versionRow(db, edited)
}

/** A draft that nobody needs: taken out with its lines, and kept in the chain. */
export const removeBudgetVersion: CommandHandler<'removeBudgetVersion'> = (db, { versionId, reason }) => {
  const version = draftToEdit(db, versionId)
  const row = versionRow(db, version)
  const lines = listLines(db, versionId)

  if (isCopied(db, versionId)) throw new RuleBroken('budgetVersionCopied', ['versionId'])
  if (
    lineUse(
      db,
      lines.map(({ id }) => id),
    ) !== null
  )
    throw new RuleBroken('budgetLineUsed', ['versionId'])

  for (const { id } of treeOf(lines).toReversed()) removeLine(db, id, reason)
  removeVersion(db, versionId, reason)
  return row
}

/** Also for locked versions: it changes no amount. */
export const mapCostClass: CommandHandler<'mapCostClass'> = (
  db,
  { projectId, lineKey, costClass, reason },
  { newId },
) => {
  requireProject(db, projectId)
  const known = findCostMapping(db, projectId, lineKey)

  if (known?.costClass === costClass) throw new RuleBroken('nothingChanged')
  const mapping = { id: known?.id ?? newId(), projectId, lineKey, costClass }

  if (known === undefined) insertCostMapping(db, mapping, reason)
  else updateCostMapping(db, mapping, reason)
  return mapping
}
