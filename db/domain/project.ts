import { z } from 'zod'
import type { Role } from './actor.ts'
import { citationInput } from './citation.ts'
import { day } from './day.ts'
import { positiveFen, totalFen } from './fen.ts'
import { type PlanDate, planDate, spanOf } from './planDate.ts'
import { RuleBroken } from './ruleBroken.ts'
import {
  editedLine,
  editedParagraph,
  optionalLine,
  optionalParagraph,
  reasonText,
  requiredLine,
} from './text.ts'

/** 阶段, as the plans name them. */
export const stages = [
  'preparation',
  'groundbreaking',
  'foundation',
  'aboveGround',
  'structure',
  'toppedOut',
  'acceptance',
  'equipment',
  'inUse',
] as const
export const stage = z.enum(stages)
export type Stage = z.infer<typeof stage>

/** open: in work; closed: settled, no more entries; archived: also hidden from the lists. */
export const projectStates = ['open', 'closed', 'archived'] as const
export type ProjectState = (typeof projectStates)[number]

const area = z.strictObject({ label: z.string(), sqm: z.string() })

export const project = z.object({
  id: z.string(),
  planId: z.string().nullable(),
  /** plan: taken over from the plan's text; hand: entered by a person. */
  origin: z.enum(['plan', 'hand']),
  code: z.string().nullable(),
  name: z.string(),
  aliases: z.array(z.string()),
  kind: z.string().nullable(),
  stage: stage.nullable(),
  /** The source's own word on how it stands, e.g. 已投入使用, 谋划. */
  statusText: z.string().nullable(),
  /** 规划口径: null is 未公布, not zero. */
  amountFen: totalFen.nullable(),
  amountLabel: z.string().nullable(),
  isAmountDerived: z.boolean(),
  envelopeId: z.string().nullable(),
  /** Whether the plan's own project list holds it; null where the plan has no such list. */
  isListed: z.boolean().nullable(),
  plannedStart: z.string().nullable(),
  plannedFinish: z.string().nullable(),
  actualStart: z.string().nullable(),
  actualFinish: z.string().nullable(),
  owner: z.string().nullable(),
  isOwnerInferred: z.boolean(),
  lead: z.string().nullable(),
  responsible: z.array(z.string()),
  scope: z.string().nullable(),
  areas: z.array(area),
  note: z.string().nullable(),
  state: z.enum(projectStates),
})
export type Project = z.infer<typeof project>

const dates = {
  plannedStart: planDate.nullish(),
  plannedFinish: planDate.nullish(),
  actualStart: planDate.nullish(),
  actualFinish: planDate.nullish(),
}

export const createProjectInput = z.strictObject({
  planId: z.string().nullish(),
  name: requiredLine(200),
  code: optionalLine(60),
  aliases: z.array(requiredLine(200)).max(20).default([]),
  kind: optionalLine(60),
  stage: stage.nullish(),
  amountFen: positiveFen.nullish(),
  ...dates,
  owner: optionalLine(200),
  lead: optionalLine(200),
  scope: optionalParagraph(2000),
  note: optionalParagraph(2000),
  citations: z.array(citationInput).max(20).default([]),
})
export type CreateProject = z.infer<typeof createProjectInput>

/** Only the fields given are changed; null clears one. */
export const editProjectInput = z.strictObject({
  projectId: z.string(),
  name: requiredLine(200).optional(),
  code: editedLine(60),
  aliases: z.array(requiredLine(200)).max(20).optional(),
  kind: editedLine(60),
  stage: stage.nullish(),
  amountFen: positiveFen.nullish(),
  ...dates,
  owner: editedLine(200),
  lead: editedLine(200),
  scope: editedParagraph(2000),
  note: editedParagraph(2000),
  citations: z.array(citationInput).max(20).default([]),
  reason: reasonText,
})
export type EditProject = z.infer<typeof editProjectInput>

/** A row of the project list. */
export const projectRow = project.extend({
  planName: z.string().nullable(),
  paidFen: totalFen,
  paymentCount: z.int(),
  milestoneCount: z.int(),
  doneMilestoneCount: z.int(),
  /**
   * Newest 形象进度 that somebody reported of a milestone under way; null where nobody did. A finished milestone
   * says nothing of the whole: its 100 is not the project's.
   */
  progressPct: z.number().nullable(),
  lastReportOn: day.nullable(),
  openDiscrepancyCount: z.int(),
})
export type ProjectRow = z.infer<typeof projectRow>

/** @throws RuleBroken projectArchived, projectClosed: no entry and no report goes into such a project. */
export function assertOpen(state: ProjectState): void {
  const why = whyNotOpen(state)
  if (why !== null) throw new RuleBroken(why, ['projectId'])
}

/** The rule that refuses what would change a project's books; null where none does. */
export function whyNotOpen(state: ProjectState): 'projectArchived' | 'projectClosed' | null {
  if (state === 'archived') return 'projectArchived'
  return state === 'closed' ? 'projectClosed' : null
}

/** @throws RuleBroken planDateReversed, at the later field */
function assertDatesInOrder(
  dates: Pick<Project, 'plannedStart' | 'plannedFinish' | 'actualStart' | 'actualFinish'>,
): void {
  if (isReversed(dates.plannedStart, dates.plannedFinish))
    throw new RuleBroken('planDateReversed', ['plannedFinish'])
  if (isReversed(dates.actualStart, dates.actualFinish))
    throw new RuleBroken('planDateReversed', ['actualFinish'])
}

/**
 * A project as a person enters it, in full from its document, whoever holds that; from then on money and schedule
 * have each their own keeper (editedProject).
 * @throws RuleBroken planDateReversed
 */
export function newProject(input: CreateProject, id: string): Project {
  const project: Project = {
    id,
    planId: input.planId ?? null,
    origin: 'hand',
    code: input.code,
    name: input.name,
    aliases: input.aliases,
    kind: input.kind,
    stage: input.stage ?? null,
    statusText: null,
    amountFen: input.amountFen ?? null,
    amountLabel: null,
    isAmountDerived: false,
    envelopeId: null,
    isListed: null,
    plannedStart: input.plannedStart ?? null,
    plannedFinish: input.plannedFinish ?? null,
    actualStart: input.actualStart ?? null,
    actualFinish: input.actualFinish ?? null,
    owner: input.owner,
    isOwnerInferred: false,
    lead: input.lead,
    responsible: [],
    scope: input.scope,
    areas: [],
    note: input.note,
    state: 'open',
  }
  assertDatesInOrder(project)
  return project
}

/**
 * The project with the fields of the edit, if the role may change each of them.
 * @throws RuleBroken nothingChanged, roleForbiddenField, planAmountFixed, planDateReversed
 */
export function editedProject(project: Project, edit: EditProject, role: Role): Project {
  const given = Object.fromEntries(
    Object.entries(edit).filter(([name, value]) => name in project && value !== undefined),
  )
  const edited: Project = { ...project, ...given }
  const changed = projectFields.filter(
    (field) => JSON.stringify(edited[field]) !== JSON.stringify(project[field]),
  )
  if (changed.length === 0 && edit.citations.length === 0) throw new RuleBroken('nothingChanged')
  const forbidden = changed.filter((field) => fieldsForbiddenTo(role).includes(field))
  if (forbidden.length > 0) throw new RuleBroken('roleForbiddenField', forbidden, { role })
  if (project.origin === 'plan' && changed.includes('amountFen'))
    throw new RuleBroken('planAmountFixed', ['amountFen'])
  assertDatesInOrder(edited)
  return edited
}

const projectFields = project.keyof().options

/** Fields that one role may not change: 财务 not the schedule, 联络员 not the money. */
export function fieldsForbiddenTo(role: Role): readonly (keyof Project)[] {
  switch (role) {
    case 'finance':
      return ['plannedStart', 'plannedFinish', 'actualStart', 'actualFinish', 'stage']
    case 'liaison':
      return ['amountFen']
    case 'reviewer':
      return []
  }
}

function isReversed(start: PlanDate | null, finish: PlanDate | null) {
  return start !== null && finish !== null && spanOf(finish).last < spanOf(start).first
}
