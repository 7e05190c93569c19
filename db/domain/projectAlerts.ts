import { type Alert, alertOf } from './alert.ts'
import { addDays, addMonths, type Day, daysBetween } from './day.ts'
import type { Fen } from './fen.ts'
import { pctIn, pctOf } from './fenPart.ts'
import { spanOf } from './planDate.ts'
import type { Rule } from './rule.ts'
import { ruleOn, thresholdOf } from './ruleTable.ts'

/** What the books hold of one project: null is a book that nobody keeps. */
export interface ProjectFacts {
  readonly id: string
  readonly name: string
  readonly planId: string | null
  readonly isOpen: boolean
  /** EDTF */
  readonly actualFinish: string | null
  readonly estimateFen: Fen | null
  /** 概算: the newest approved 初设概算 or 调整概算, and its day. */
  readonly budgetFen: Fen | null
  readonly budgetApprovedOn: Day | null
  readonly hasFinalAccounts: boolean
  /** Leaves with an amount and no 建设成本 class, 预备费 apart. */
  readonly unclassedCount: number
  readonly committedFen: Fen | null
  readonly doneFen: Fen | null
  readonly paidFen: Fen
  /** What was received for it; null where no receipt is recorded. */
  readonly receivedFen: Fen | null
  /** Payments that were split over sources. */
  readonly splitFen: Fen
  /** Received from fiscal sources, less paid from them. */
  readonly fiscalBalanceFen: Fen
  /** Contract changes and 概算 versions that one person recorded and approved. */
  readonly sameApproverCount: number
  /** Years with a plan whose amount is known, and what was paid in them. */
  readonly planYears: readonly { readonly year: number; readonly planFen: Fen; readonly paidFen: Fen }[]
  readonly funds: readonly {
    readonly fundId: string
    readonly fundName: string
    /** Null: no entry of 下达 stands. */
    readonly allottedFen: Fen | null
    readonly receivedFen: Fen
  }[]
}

/** What the rules say of a project's own books. */
export function projectAlerts(facts: ProjectFacts, rules: readonly Rule[], today: Day): Alert[] {
  const found = [
    ...budgetAlerts(facts, rules, today),
    ...yearAlerts(facts, rules, today),
    ...fundAlerts(facts, rules, today),
    ...finalAlerts(facts, rules, today),
    ...orderAlerts(facts, rules, today),
  ]
  return found.map((alert) => ({ ...alert, planId: facts.planId, projectId: facts.id }))
}

function budgetAlerts(facts: ProjectFacts, rules: readonly Rule[], today: Day): Alert[] {
  const { id, name, budgetFen, estimateFen } = facts
  if (budgetFen === null) return []
  const alerts: Alert[] = []
  const overEstimate = ruleOn(rules, 'budgetOverEstimate', facts.budgetApprovedOn ?? today)
  const mostFen =
    estimateFen === null
      ? null
      : estimateFen + pctOf(estimateFen, thresholdOf(overEstimate, 'maxOverPct', 10))
  if (estimateFen !== null && mostFen !== null && budgetFen > mostFen)
    alerts.push(
      alertOf({
        id: `budgetOverEstimate:${id}`,
        kind: 'budgetOverEstimate',
        weight: 1,
        subject: name,
        amountFen: budgetFen,
        limitFen: estimateFen,
        pct: pctIn(budgetFen - estimateFen, estimateFen),
        rule: overEstimate,
      }),
    )
  const books = [
    ['committedOverBudget', facts.committedFen],
    ['doneOverBudget', facts.doneFen],
    ['paidOverBudget', facts.paidFen],
  ] as const
  for (const [kind, amountFen] of books) {
    if (amountFen === null || amountFen <= budgetFen) continue
    const rule = ruleOn(rules, 'overBudget', today)
    alerts.push(
      alertOf({ id: `${kind}:${id}`, kind, weight: 1, subject: name, amountFen, limitFen: budgetFen, rule }),
    )
  }
  return alerts
}

/** 政府投资条例 第十六条: what is paid in a year stays within that year's plan, as last adjusted. */
function yearAlerts({ id, name, planYears }: ProjectFacts, rules: readonly Rule[], today: Day): Alert[] {
  return planYears
    .filter(({ planFen, paidFen }) => paidFen > planFen)
    .map(({ year, planFen, paidFen }) =>
      alertOf({
        id: `annualPlanOver:${id}:${String(year)}`,
        kind: 'annualPlanOver',
        weight: 1,
        subject: name,
        due: String(year),
        amountFen: paidFen,
        limitFen: planFen,
        rule: ruleOn(rules, 'annualPlan', today),
      }),
    )
}

function fundAlerts(facts: ProjectFacts, rules: readonly Rule[], today: Day): Alert[] {
  const { id, name, doneFen, paidFen, receivedFen, splitFen } = facts
  const alerts: Alert[] = []
  const advances = ruleOn(rules, 'contractorFunds', today)
  const coveredFen = Math.max(paidFen, receivedFen ?? 0)
  const gapFen = (doneFen ?? 0) - coveredFen
  // Without receipts the funds are unknown, not empty: nothing is said of them.
  if (
    doneFen !== null &&
    receivedFen !== null &&
    gapFen > 0 &&
    gapFen > pctOf(doneFen, thresholdOf(advances, 'maxGapPct', 30))
  )
    alerts.push(
      alertOf({
        id: `contractorAdvances:${id}`,
        kind: 'contractorAdvances',
        weight: 1,
        subject: name,
        amountFen: doneFen,
        limitFen: coveredFen,
        pct: pctIn(gapFen, doneFen),
        rule: advances,
      }),
    )
  if (receivedFen !== null && paidFen > receivedFen)
    alerts.push(
      alertOf({
        id: `fundsNegative:${id}`,
        kind: 'fundsNegative',
        weight: 1,
        subject: name,
        amountFen: paidFen,
        limitFen: receivedFen,
        rule: ruleOn(rules, 'fundsShort', today),
      }),
    )
  if (receivedFen !== null && paidFen > splitFen)
    alerts.push(
      alertOf({
        id: `paymentsUnsplit:${id}`,
        kind: 'paymentsUnsplit',
        weight: 3,
        subject: name,
        amountFen: paidFen - splitFen,
        rule: ruleOn(rules, 'fundShare', today),
      }),
    )
  for (const fund of facts.funds) {
    if (fund.receivedFen <= (fund.allottedFen ?? 0)) continue
    alerts.push(
      alertOf({
        id: `fundUnallotted:${id}:${fund.fundId}`,
        kind: 'fundUnallotted',
        weight: 3,
        subject: `${name} · ${fund.fundName}`,
        fundId: fund.fundId,
        amountFen: fund.receivedFen,
        limitFen: fund.allottedFen,
      }),
    )
  }
  return alerts
}

/** 竣工财务决算 and what is left over after it (财建〔2016〕503号; 政府投资条例 第二十五条). */
function finalAlerts(facts: ProjectFacts, rules: readonly Rule[], today: Day): Alert[] {
  const { id, name, actualFinish, hasFinalAccounts, fiscalBalanceFen } = facts
  if (hasFinalAccounts || !facts.isOpen) {
    if (fiscalBalanceFen <= 0) return []
    return [
      alertOf({
        id: `surplusToReturn:${id}`,
        kind: 'surplusToReturn',
        weight: 2,
        subject: name,
        amountFen: fiscalBalanceFen,
        rule: ruleOn(rules, 'surplusReturn', today),
      }),
    ]
  }
  // A project that the plan calls finished and whose money nobody keeps here has final accounts elsewhere, or unknown.
  const isKept = facts.committedFen !== null || facts.budgetFen !== null || facts.paidFen !== 0
  if (actualFinish === null || !isKept) return []
  const finished = spanOf(actualFinish).last
  const rule = ruleOn(rules, 'finalAccounts', finished)
  const months = thresholdOf(rule, 'months', 3)
  const due = addMonths(finished, months)
  if (today < addDays(due, -thresholdOf(rule, 'noticeDays', 30))) return []
  const isLate = today > due
  return [
    alertOf({
      id: `finalAccounts:${id}`,
      kind: isLate ? 'finalAccountsLate' : 'finalAccountsDue',
      weight: isLate ? 1 : 2,
      subject: name,
      due,
      days: isLate ? daysBetween(due, today) : null,
      rule,
    }),
  ]
}

function orderAlerts(facts: ProjectFacts, rules: readonly Rule[], today: Day): Alert[] {
  const { id, name, unclassedCount, sameApproverCount } = facts
  const alerts: Alert[] = []
  if (sameApproverCount > 0)
    alerts.push(
      alertOf({
        id: `sameApprover:${id}`,
        kind: 'sameApprover',
        weight: 3,
        subject: name,
        count: sameApproverCount,
        rule: ruleOn(rules, 'twoPeople', today),
      }),
    )
  if (unclassedCount > 0)
    alerts.push(
      alertOf({
        id: `costClassMissing:${id}`,
        kind: 'costClassMissing',
        weight: 3,
        subject: name,
        count: unclassedCount,
        rule: ruleOn(rules, 'costClass', today),
      }),
    )
  return alerts
}
