import { type AmountUnit, formatFen, parseAmount } from '../../../db/domain/fen.ts'
import type { Project, Stage } from '../../../db/domain/project.ts'
import { RuleBroken } from '../../../db/domain/ruleBroken.ts'
import { type Language, ruleText } from '../../../db/domain/ruleText.ts'
import type { FieldFault } from '../../fieldFault.ts'
import { planDateAsTyped, typedPlanDate } from '../milestone/typedPlanDate.ts'

/** The form as typed. */
export interface ProjectDraft {
  readonly planId?: string
  readonly name?: string
  readonly aliases?: string
  readonly code?: string
  readonly kind?: string
  readonly stage?: Stage | ''
  readonly amountFen?: string
  readonly plannedStart?: string
  readonly plannedFinish?: string
  readonly actualStart?: string
  readonly actualFinish?: string
  readonly owner?: string
  readonly lead?: string
  readonly scope?: string
  readonly note?: string
  readonly citations?: readonly CitationDraft[]
  readonly reason?: string
}

export interface CitationDraft {
  readonly field?: string
  readonly source?: string
  readonly section?: string
  readonly quote?: string
}

export function draftOf(project: Project, language: Language): ProjectDraft {
  return {
    name: project.name,
    aliases: project.aliases.join('\n'),
    code: project.code ?? '',
    kind: project.kind ?? '',
    stage: project.stage ?? '',
    amountFen: project.amountFen === null ? '' : formatFen(project.amountFen, 'yuan'),
    plannedStart: planDateAsTyped(project.plannedStart, language),
    plannedFinish: planDateAsTyped(project.plannedFinish, language),
    actualStart: planDateAsTyped(project.actualStart, language),
    actualFinish: planDateAsTyped(project.actualFinish, language),
    owner: project.owner ?? '',
    lead: project.lead ?? '',
    scope: project.scope ?? '',
    note: project.note ?? '',
    citations: [],
    reason: '',
  }
}

/** The facts as typed; an amount that is none comes back as a fault. */
export function readFacts(draft: ProjectDraft, unit: AmountUnit, language: Language) {
  const amount = readAmount(draft.amountFen, unit, language)
  return {
    faults: amount.fault === null ? [] : [amount.fault],
    facts: {
      name: draft.name ?? '',
      aliases: (draft.aliases ?? '')
        .split(/[\n、]/)
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
      code: draft.code ?? null,
      kind: draft.kind ?? null,
      stage: draft.stage === undefined || draft.stage === '' ? null : draft.stage,
      amountFen: amount.fen,
      plannedStart: typedPlanDate(draft.plannedStart),
      plannedFinish: typedPlanDate(draft.plannedFinish),
      actualStart: typedPlanDate(draft.actualStart),
      actualFinish: typedPlanDate(draft.actualFinish),
      owner: draft.owner ?? null,
      lead: draft.lead ?? null,
      scope: draft.scope ?? null,
      note: draft.note ?? null,
    },
    citations: (draft.citations ?? []).map(({ field = '', source = '', section = null, quote = '' }) => ({
      field,
      source,
      section,
      quote,
    })),
  }
}

type Facts = ReturnType<typeof readFacts>['facts']

/** Only what differs from the record: a field that is not given stays as it is. */
export function changedFacts(facts: Facts, project: Project): Partial<Facts> {
  const blankToNull = (value: unknown) => (value === '' ? null : value)
  const isChanged = (name: keyof Facts) =>
    JSON.stringify(blankToNull(facts[name])) !== JSON.stringify(project[name])
  const { amountFen, ...others } = facts
  const changed = Object.fromEntries(
    Object.entries(others).filter(([name]) => isFact(name, facts) && isChanged(name)),
  )
  return isChanged('amountFen') ? { ...changed, amountFen } : changed
}

function isFact(name: string, facts: Facts): name is keyof Facts {
  return Object.hasOwn(facts, name)
}

function readAmount(
  text: string | undefined,
  unit: AmountUnit,
  language: Language,
): { readonly fen: number | null; readonly fault: FieldFault | null } {
  if (text === undefined || text.trim() === '') return { fen: null, fault: null }
  try {
    return { fen: parseAmount(text, unit), fault: null }
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
    return { fen: null, fault: { field: 'amountFen', message: ruleText(error.code, error.params, language) } }
  }
}
