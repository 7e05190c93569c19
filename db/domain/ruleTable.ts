import type { Day } from './day.ts'
import { type AddRule, type EditRule, nationwide, type Rule, type RuleOf } from './rule.ts'
import { RuleBroken } from './ruleBroken.ts'
import { shippedRules } from './shippedRules.ts'

/** The row of a code that holds on a day: a local one before a nationwide one, of those the newest in force. */
export function ruleOn(rules: readonly Rule[], code: RuleOf, on: Day): Rule {
  const own = rules.filter((rule) => rule.code === code && rule.withdrawnAt === null)
  const [found] = own
    .filter((rule) => (rule.effectiveFrom ?? '') <= on)
    .toSorted(
      (a, b) =>
        Number(a.region === nationwide) - Number(b.region === nationwide) ||
        (a.effectiveFrom === b.effectiveFrom
          ? 0
          : (a.effectiveFrom ?? '') < (b.effectiveFrom ?? '')
            ? 1
            : -1),
    )
  const any = found ?? own[0]
  if (any === undefined) throw new Error(`no rule ${code}`)
  return any
}

/** The rules that count for a project of that region; null: of no plan, only the nationwide ones. */
export function rulesIn(rules: readonly Rule[], region: string | null): Rule[] {
  const local = rules.filter(
    (rule) =>
      rule.withdrawnAt === null && (rule.region === nationwide || region?.includes(rule.region) === true),
  )
  // A shipped row that was given a region of its own leaves nothing nationwide: it then holds everywhere.
  const missing = shippedRules.filter(({ code }) => !local.some((rule) => rule.code === code))
  return [...local, ...rules.filter(({ id }) => missing.some((rule) => rule.id === id))]
}

/** A number of a rule; the fallback where the row does not name it. */
export function thresholdOf(rule: Rule, name: string, fallback: number): number {
  return rule.threshold[name] ?? fallback
}

/**
 * The row to keep after an edit. What changes from a later day on stands as a row of its own beside the old one: a contract
 * takes the rules of its signing date, so that those signed before keep theirs. Anything else is the same row, put right.
 * @throws RuleBroken ruleThresholdUnknown, nothingChanged, ruleTaken
 */
export function editedRule(rules: readonly Rule[], rule: Rule, edit: EditRule, newId: string): Rule {
  assertKnownThreshold(rule, edit.threshold ?? {})
  const edited: Rule = {
    ...rule,
    text: edit.text ?? rule.text,
    basis: edit.basis ?? rule.basis,
    clause: edit.clause === undefined ? rule.clause : edit.clause,
    region: edit.region ?? rule.region,
    effectiveFrom: edit.effectiveFrom === undefined ? rule.effectiveFrom : edit.effectiveFrom,
    threshold: { ...rule.threshold, ...edit.threshold },
    status: edit.status ?? rule.status,
  }
  if (isSameRule(edited, rule)) throw new RuleBroken('nothingChanged')
  const kept: Rule = isSuccessor(rule, edited) ? { ...edited, id: newId, isAdded: true } : edited
  assertFree(rules, kept, 'effectiveFrom')
  return marked(kept)
}

/** @throws RuleBroken ruleThresholdUnknown, ruleTaken */
export function addedRule(rules: readonly Rule[], add: AddRule, id: string): Rule {
  const like = shippedRules.find(({ code }) => code === add.code)
  if (like === undefined) throw new Error(`no rule ${add.code}`)
  assertKnownThreshold(like, add.threshold)
  const added: Rule = {
    id,
    code: add.code,
    text: add.text,
    basis: add.basis,
    clause: add.clause ?? null,
    region: add.region,
    effectiveFrom: add.effectiveFrom ?? null,
    threshold: { ...like.threshold, ...add.threshold },
    status: add.status,
    isEdited: true,
    isAdded: true,
    withdrawnAt: null,
  }
  assertFree(rules, added, 'region')
  return added
}

/** The shipped row as it was; an added one withdrawn. @throws RuleBroken nothingChanged */
export function resetRule(rule: Rule, at: string): Rule {
  if (rule.isAdded) {
    if (rule.withdrawnAt !== null) throw new RuleBroken('nothingChanged')
    return { ...rule, withdrawnAt: at }
  }
  const shipped = shippedRules.find(({ id }) => id === rule.id)
  if (shipped === undefined || isSameRule(shipped, rule)) throw new RuleBroken('nothingChanged')
  return shipped
}

/** With `isEdited` set by comparison with what ships. */
export function marked(rule: Rule): Rule {
  const shipped = shippedRules.find(({ id }) => id === rule.id)
  return { ...rule, isEdited: shipped === undefined || !isSameRule(shipped, rule) }
}

/** Another content from a later day on. A day put right alone makes no second row. */
function isSuccessor(rule: Rule, edited: Rule): boolean {
  const isLater = (edited.effectiveFrom ?? '') > (rule.effectiveFrom ?? '')
  const { region, effectiveFrom, status } = edited
  return isLater && !isSameRule(edited, { ...rule, region, effectiveFrom, status })
}

/** @throws RuleBroken ruleTaken: another row says the same place and day */
function assertFree(rules: readonly Rule[], kept: Rule, field: string): void {
  const isTaken = rules.some(
    (rule) =>
      rule.id !== kept.id &&
      rule.code === kept.code &&
      rule.withdrawnAt === null &&
      rule.region === kept.region &&
      rule.effectiveFrom === kept.effectiveFrom,
  )
  if (isTaken) throw new RuleBroken('ruleTaken', [field])
}

function isSameRule(one: Rule, other: Rule): boolean {
  const bare = ({ text, basis, clause, region, effectiveFrom, threshold, status }: Rule) =>
    JSON.stringify([
      text,
      basis,
      clause,
      region,
      effectiveFrom,
      status,
      Object.entries(threshold).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ])
  return bare(one) === bare(other)
}

function assertKnownThreshold(rule: Rule, threshold: Readonly<Record<string, number>>): void {
  const unknown = Object.keys(threshold).find((name) => !(name in rule.threshold))
  if (unknown !== undefined) throw new RuleBroken('ruleThresholdUnknown', ['threshold'], { field: unknown })
}
