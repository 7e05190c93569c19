import type { Citation } from '../domain/citation.ts'
import type { Discrepancy } from '../domain/discrepancy.ts'
import { fenFromWan } from '../domain/fen.ts'
import type { Milestone } from '../domain/milestone.ts'
import type { Envelope, Plan } from '../domain/plan.ts'
import { type PlanDate, planDate } from '../domain/planDate.ts'
import type { Project } from '../domain/project.ts'
import { discrepancyQuotes } from './discrepancyQuotes.ts'
import { type PlanFacts, type Quote, readPlanFacts } from './planFacts.ts'

export interface SeedPlans {
  readonly plans: readonly Plan[]
  readonly envelopes: readonly Envelope[]
  readonly projects: readonly Project[]
  readonly milestones: readonly Milestone[]
  readonly discrepancies: readonly Discrepancy[]
  readonly citations: readonly Citation[]
}

/**
 * The two plans as records. Their ids are fixed names, so that two offices that load the same plan speak of the
 * same project; all other ids are made when a record is.
 */
export function seedPlans(): SeedPlans {
  const facts = readPlanFacts()
  return {
    plans: facts.plans.map(planOf),
    envelopes: facts.envelopes.map(envelopeOf),
    projects: facts.projects.map(projectOf),
    milestones: facts.projects.flatMap(milestonesOf),
    discrepancies: facts.discrepancies.map(discrepancyOf),
    citations: citationsOf(facts),
  }
}

type ProjectFacts = PlanFacts['projects'][number]

function planOf(facts: PlanFacts['plans'][number]): Plan {
  return {
    id: facts.id,
    name: facts.name,
    region: facts.region,
    period: facts.period.join('/'),
    issuedOn: facts.issued_on?.date ?? null,
    publishedTotalFen: facts.published_total === null ? null : fenFromWan(facts.published_total.amount_wan),
    publishedTotalLabel: facts.published_total?.label ?? null,
    publishedCount: facts.published_count?.value ?? null,
    roundedTotalText: facts.rounded_total?.text ?? null,
  }
}

function envelopeOf(facts: PlanFacts['envelopes'][number]): Envelope {
  return {
    id: facts.id,
    planId: facts.plan,
    name: facts.name,
    amountFen: fenFromWan(facts.amount_wan),
    isApproximate: facts.approximate,
    text: facts.text,
  }
}

/** What the source reports as 已投入使用 has actual dates; all else is a plan. */
function projectOf(facts: ProjectFacts): Project {
  const isInUse = facts.status === '已投入使用'
  const notes = [facts.note, facts.finish?.note].filter((note) => note !== undefined)
  return {
    id: facts.id,
    planId: facts.plan,
    origin: 'plan',
    code: null,
    name: facts.name,
    aliases: facts.aliases,
    kind: facts.kind,
    stage: isInUse ? 'inUse' : null,
    statusText: facts.status ?? null,
    amountFen: facts.amount_wan === null ? null : fenFromWan(facts.amount_wan),
    amountLabel: facts.amount_label ?? null,
    isAmountDerived: facts.amount_derived ?? false,
    envelopeId: facts.envelope ?? null,
    isListed: facts.plan === 'pengjiang-14-5' ? (facts.listed_in_annex1 ?? true) : null,
    ...datesOf(facts, isInUse),
    owner: facts.owner,
    isOwnerInferred: facts.owner_inferred ?? false,
    lead: facts.lead ?? null,
    responsible: facts.responsible ?? [],
    scope: facts.scope ?? null,
    areas: facts.areas,
    note: notes.length === 0 ? null : notes.join('；'),
    state: 'open',
  }
}

function datesOf(facts: ProjectFacts, isInUse: boolean) {
  const start = facts.start === null ? null : edtf(facts.start.value)
  const finish = facts.finish === null ? null : edtf(facts.finish.value)
  return isInUse
    ? { plannedStart: null, plannedFinish: null, actualStart: start, actualFinish: finish }
    : { plannedStart: start, plannedFinish: finish, actualStart: null, actualFinish: null }
}

function milestonesOf(project: ProjectFacts): Milestone[] {
  return project.milestones.map((facts, index) => ({
    id: milestoneId(project.id, index),
    projectId: project.id,
    origin: 'plan',
    name: facts.name,
    sortOrder: index + 1,
    due: facts.due === undefined ? null : edtf(facts.due.value),
    status: facts.done === undefined ? 'notStarted' : 'done',
    actual: facts.done === undefined ? null : edtf(facts.done.value),
    actualStart: null,
    forecast: null,
    progressPct: null,
    note: facts.done?.note ?? facts.due?.note ?? null,
    responsible: null,
    reportedOn: null,
    reportedBy: null,
    reportCount: 0,
  }))
}

function discrepancyOf(facts: PlanFacts['discrepancies'][number]): Discrepancy {
  return {
    id: facts.id,
    planId: facts.id.startsWith('pj-') ? 'pengjiang-14-5' : 'enping-14-5',
    projectId: discrepancyQuotes[facts.id]?.project ?? null,
    kind: facts.kind,
    text: facts.text,
    itemsTotalFen: facts.items_sum_wan === undefined ? null : fenFromWan(facts.items_sum_wan),
    publishedFen: facts.published_wan === undefined ? null : fenFromWan(facts.published_wan),
    gapFen: facts.gap_wan === undefined ? null : fenFromWan(facts.gap_wan),
    status: 'open',
    statusReason: null,
    statusBy: null,
    statusAt: null,
  }
}

function citationsOf(facts: PlanFacts): Citation[] {
  return [
    ...facts.plans.flatMap((plan) => [
      ...(plan.published_total === null
        ? []
        : [citation('plan', plan.id, 'publishedTotal', plan.published_total.citation)]),
      ...(plan.published_count === undefined
        ? []
        : [citation('plan', plan.id, 'publishedCount', plan.published_count.citation)]),
      ...(plan.rounded_total === undefined
        ? []
        : [citation('plan', plan.id, 'roundedTotal', plan.rounded_total.citation)]),
      ...(plan.issued_on === undefined
        ? []
        : [citation('plan', plan.id, 'issuedOn', plan.issued_on.citation)]),
    ]),
    ...facts.envelopes.map((envelope) => citation('envelope', envelope.id, 'amount', envelope.citation)),
    ...facts.projects.flatMap((project) => [
      ...project.citations.map((quote, index) =>
        citation('project', project.id, quote.field ?? 'name', quote, index),
      ),
      ...project.milestones.map((milestone, index) =>
        citation(
          'milestone',
          milestoneId(project.id, index),
          milestone.done === undefined ? 'due' : 'actual',
          milestone.citation,
        ),
      ),
    ]),
    ...facts.discrepancies.flatMap((discrepancy) =>
      [...(discrepancy.citations ?? []), ...(discrepancyQuotes[discrepancy.id]?.quotes ?? [])].map(
        (quote, index) => citation('discrepancy', discrepancy.id, 'text', quote, index),
      ),
    ),
  ]
}

function citation(
  subject: Citation['subject'],
  subjectId: string,
  field: string,
  quote: Quote,
  index = 0,
): Citation {
  const id = `${subjectId}-${field.split(',')[0] ?? ''}-${String(index + 1)}`
  return {
    id,
    subject,
    subjectId,
    field,
    source: documents[quote.source] ?? quote.source,
    section: quote.section,
    lineFrom: quote.lines[0],
    lineTo: quote.lines[1],
    quote: quote.quote,
  }
}

/** The title of each document, for people; the facts name the files of their texts. */
const documents: Readonly<Record<string, string>> = {
  'pengjiang-health-plan-14-5.txt': '《蓬江区卫生与健康事业“十四五”规划》',
  'enping-health-plan-14-5.txt': '《恩平市卫生健康事业发展“十四五”规划》',
}

function milestoneId(projectId: string, index: number) {
  return `${projectId}-m${String(index + 1)}`
}

/** The facts write half-years as 2020-H2; EDTF writes 2020-41. @throws when a date is none of the forms known */
function edtf(value: string): PlanDate {
  return planDate.parse(value.replace('-H1', '-40').replace('-H2', '-41'))
}
