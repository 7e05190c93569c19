import { type Role, roleNames } from './actor.ts'
import { annualPlanSentences } from './sentences/annualPlan.ts'
import { attachmentSentences } from './sentences/attachment.ts'
import { budgetSentences } from './sentences/budget.ts'
import { contractSentences } from './sentences/contract.ts'
import { entrySentences } from './sentences/entry.ts'
import { fundSentences } from './sentences/fund.ts'
import { holdingSentences } from './sentences/holding.ts'
import { importSentences } from './sentences/import.ts'
import { librarySentences } from './sentences/library.ts'
import { paymentSentences } from './sentences/payment.ts'
import { projectSentences } from './sentences/project.ts'
import { scheduleSentences } from './sentences/schedule.ts'
import type { Sentences } from './sentences/sentences.ts'
import { xmlSentences } from './sentences/xml.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
export type RuleCode = keyof typeof texts

/** The sentence of a broken rule in the user's language; `{name}` is filled from params, roles by their names. */
export function ruleText(
  code: RuleCode,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const isEnglish = language === 'en'
  return texts[code][isEnglish ? 1 : 0].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return name === 'codes' ? sentencesOf(String(value), isEnglish) : namesOf(String(value), isEnglish)
  })
}

/** Roles, parted by bars, as their names; any other text as it is. */
function namesOf(text: string, isEnglish: boolean): string {
  return text
    .split('|')
    .map((part) => (isRole(part) ? roleNames[part][isEnglish ? 1 : 0] : part))
    .join(isEnglish ? ' or ' : '或')
}

/** Codes of warnings, parted by commas, as their sentences. */
function sentencesOf(codes: string, isEnglish: boolean): string {
  return codes
    .split(',')
    .map((code) => (isRuleCode(code) ? texts[code][isEnglish ? 1 : 0] : code))
    .join(isEnglish ? '; ' : '；')
}

function isRole(text: string): text is Role {
  return Object.hasOwn(roleNames, text)
}

export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(texts, code)
}

const texts = {
  ...annualPlanSentences,
  ...attachmentSentences,
  ...budgetSentences,
  ...contractSentences,
  ...entrySentences,
  ...fundSentences,
  ...holdingSentences,
  ...importSentences,
  ...librarySentences,
  ...paymentSentences,
  ...projectSentences,
  ...xmlSentences,
  ...scheduleSentences,
} as const satisfies Sentences
