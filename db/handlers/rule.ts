import { RuleBroken } from '../domain/ruleBroken.ts'
import { editedRule } from '../domain/ruleTable.ts'
import { allRules, saveRule } from '../store/rule.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'

export const listRules: QueryHandler<'listRules'> = (db, { page, pageSize }) => {
  const all = allRules(db)
  return { items: all.slice((page - 1) * pageSize, page * pageSize), total: all.length, page, pageSize }
}

export const editRule: CommandHandler<'editRule'> = (db, edit) => {
  const rule = allRules(db).find(({ id }) => id === edit.ruleId)
  if (rule === undefined) throw new RuleBroken('ruleUnknown', ['ruleId'])
  const edited = editedRule(rule, edit)
  saveRule(db, edited, edit.reason)
  return edited
}
