import { pageOfRows } from '../domain/page.ts'
import type { Rule } from '../domain/rule.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { addedRule, editedRule, resetRule as resetOf } from '../domain/ruleTable.ts'
import type { ReadDb } from '../store/database.ts'
import { allRules, saveRule } from '../store/rule.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'

export const listRules: QueryHandler<'listRules'> = (db, page) => pageOfRows(allRules(db), page)

export const editRule: CommandHandler<'editRule'> = (db, edit, { newId }) => {
  const edited = editedRule(allRules(db), requireRule(db, edit.ruleId), edit, newId())
  saveRule(db, edited, edit.reason)
  return edited
}

export const addRule: CommandHandler<'addRule'> = (db, add, { newId }) => {
  const added = addedRule(allRules(db), add, newId())
  saveRule(db, added, add.reason)
  return added
}

export const resetRule: CommandHandler<'resetRule'> = (db, { ruleId, reason }, { at }) => {
  const reset = resetOf(requireRule(db, ruleId), at)
  saveRule(db, reset, reason)
  return reset
}

function requireRule(db: ReadDb, ruleId: string): Rule {
  const rule = allRules(db).find(({ id }) => id === ruleId)
  if (rule === undefined) throw new RuleBroken('ruleUnknown', ['ruleId'])
  return rule
}
