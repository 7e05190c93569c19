import { advanceStandingOf } from './advance.ts'
import { type Alert, type AlertKind, alertOf } from './alert.ts'
import type { Contract } from './contract.ts'
import { addDays, addMonths, type Day, daysBetween } from './day.ts'
import type { Fen } from './fen.ts'
import { pctIn, pctOf } from './fenPart.ts'
import { type Retention, retentionStandingOf } from './retention.ts'
import type { Rule, RuleOf } from './rule.ts'
import { ruleOn, thresholdOf } from './ruleTable.ts'

/** What the books hold of one contract. */
export interface ContractFacts {
  readonly contract: Pick<
    Contract,
    | 'id'
    | 'projectId'
    | 'number'
    | 'name'
    | 'counterparty'
    | 'kind'
    | 'signedOn'
    | 'amountFen'
    | 'advancePct'
    | 'retentionPct'
    | 'isSme'
    | 'paymentDays'
    | 'settlementFen'
    | 'settledOn'
  >
  readonly projectName: string
  readonly planId: string | null
  readonly committedFen: Fen
  /** Null where no work was measured. */
  readonly doneFen: Fen | null
  readonly paidFen: Fen
  readonly advancePaidFen: Fen
  readonly advanceRefundedFen: Fen
  readonly recoveredFen: Fen | null
  readonly retentionReleasedFen: Fen
  readonly retention: Omit<Retention, 'note' | 'recordedAt' | 'guaranteeNo' | 'guaranteeIssuer'> | null
  readonly pendingFen: Fen
  readonly pendingCount: number
  /** When the oldest pending change was recorded. */
  readonly pendingSince: string | null
  /** Months with work measured and no 人工费 paid in them or in the month after, newest first. */
  readonly labourMissing: readonly string[]
}

/** What the rules of its signing date say of a contract. */
export function contractAlerts(facts: ContractFacts, rules: readonly Rule[], today: Day): Alert[] {
  const found = [
    ...termAlerts(facts, rules),
    ...workAlerts(facts, rules, today),
    ...advanceAlerts(facts, rules),
    ...retentionAlerts(facts, rules, today),
  ]
  const { contract, projectName, planId } = facts
  return found.map((alert) => ({
    ...alert,
    id: `${alert.kind}:${contract.id}`,
    planId,
    projectId: contract.projectId,
    contractId: contract.id,
    subject: `${projectName} · ${contract.number} ${contract.name}`,
  }))
}

/** The rest of the fields is the same for all of a contract's alerts. */
function found(kind: AlertKind, weight: number, rule: Rule, figures: Partial<Alert>): Alert {
  return alertOf({ id: kind, kind, weight, subject: '', rule, ...figures })
}

function termAlerts({ contract }: ContractFacts, rules: readonly Rule[]): Alert[] {
  const inForce = (code: RuleOf) => ruleOn(rules, code, contract.signedOn)
  const { advancePct, retentionPct, paymentDays, isSme } = contract
  const alerts: Alert[] = []
  const advance = inForce('advanceRate')
  const [least, most] = [thresholdOf(advance, 'minPct', 0), thresholdOf(advance, 'maxPct', 100)]
  if (advancePct !== null && advancePct > 0 && (advancePct < least || advancePct > most))
    alerts.push(found('advanceRateOutside', 2, advance, { pct: advancePct }))
  const retention = inForce('retentionRate')
  if (retentionPct !== null && retentionPct > thresholdOf(retention, 'maxPct', 100))
    alerts.push(found('retentionOverRule', 1, retention, { pct: retentionPct }))
  const sme = inForce('smeTerm')
  if (isSme && paymentDays !== null && paymentDays > thresholdOf(sme, 'maxDays', 3650))
    alerts.push(found('smeTermTooLong', 1, sme, { count: paymentDays }))
  return alerts
}

function workAlerts(facts: ContractFacts, rules: readonly Rule[], today: Day): Alert[] {
  const { contract, committedFen, doneFen, paidFen } = facts
  const inForce = (code: RuleOf) => ruleOn(rules, code, contract.signedOn)
  const alerts: Alert[] = []
  if (doneFen !== null && doneFen > committedFen && contract.settledOn === null)
    alerts.push(
      found('doneOverContract', 2, inForce('overContract'), { amountFen: doneFen, limitFen: committedFen }),
    )
  if (contract.settledOn !== null && paidFen > committedFen) {
    const rule = inForce('overpaidReturn')
    const due = addDays(contract.settledOn, thresholdOf(rule, 'days', 30))
    const late = daysBetween(due, today)
    const figures = { amountFen: paidFen - committedFen, limitFen: committedFen, due }
    alerts.push(found('overpaid', 1, rule, { ...figures, days: late > 0 ? late : null }))
  }
  if (contract.kind === 'construction' && contract.settledOn === null)
    alerts.push(...progressAlerts(facts, inForce('progressRate')))
  const [newest] = facts.labourMissing
  if (newest !== undefined)
    alerts.push(
      found('labourMissing', 2, inForce('labourMonthly'), { count: facts.labourMissing.length, due: newest }),
    )
  const pending = inForce('contractChange')
  if (
    facts.pendingSince !== null &&
    daysBetween(facts.pendingSince.slice(0, 10), today) >= thresholdOf(pending, 'days', 0)
  )
    alerts.push(
      found('changePending', 3, pending, { amountFen: facts.pendingFen, count: facts.pendingCount }),
    )
  return alerts
}

/** Only where work was measured: what nobody measured is unknown, not nothing. */
function progressAlerts(facts: ContractFacts, rate: Rule): Alert[] {
  const { doneFen, paidFen, advancePaidFen, recoveredFen, committedFen } = facts
  if (doneFen === null || doneFen <= 0) return []
  const { leftFen } = advanceStandingOf({
    paidFen: advancePaidFen,
    refundedFen: facts.advanceRefundedFen,
    recoveredFen,
    worthFen: doneFen,
    priceFen: committedFen,
  })
  const leastFen = pctOf(doneFen, thresholdOf(rate, 'minPct', 0))
  const mostFen = pctOf(doneFen, thresholdOf(rate, 'maxPct', 100)) + leftFen
  const alerts: Alert[] = []
  if (paidFen < leastFen)
    alerts.push(
      found('progressBelowMin', 2, rate, {
        amountFen: paidFen,
        limitFen: leastFen,
        pct: pctIn(paidFen, doneFen),
      }),
    )
  if (paidFen > mostFen)
    alerts.push(found('progressAboveMax', 1, rate, { amountFen: paidFen, limitFen: mostFen }))
  return alerts
}

function advanceAlerts(facts: ContractFacts, rules: readonly Rule[]): Alert[] {
  const { contract, committedFen, doneFen, advancePaidFen, recoveredFen } = facts
  if (advancePaidFen <= 0) return []
  const rule = ruleOn(rules, 'advanceRecovery', contract.signedOn)
  const standing = advanceStandingOf({
    paidFen: advancePaidFen,
    refundedFen: facts.advanceRefundedFen,
    recoveredFen,
    worthFen: contract.settledOn === null ? doneFen : committedFen,
    priceFen: committedFen,
  })
  if (standing.lagFen <= pctOf(advancePaidFen, thresholdOf(rule, 'tolerancePct', 10))) return []
  const figures = { amountFen: recoveredFen ?? 0, limitFen: standing.dueFen }
  return [found('advanceUnrecovered', 2, rule, figures)]
}

function retentionAlerts(facts: ContractFacts, rules: readonly Rule[], today: Day): Alert[] {
  const { contract, retention } = facts
  const inForce = (code: RuleOf) => ruleOn(rules, code, contract.signedOn)
  const release = inForce('retentionRelease')
  const standing = retentionStandingOf(
    {
      pct: contract.retentionPct,
      doneFen: facts.doneFen,
      settlementFen: contract.settlementFen,
      releasedFen: facts.retentionReleasedFen,
      retention,
    },
    today,
  )
  const alerts: Alert[] = []
  const { heldFen, releaseDueOn: due, overdueDays } = standing
  if (heldFen > 0 && due !== null && overdueDays !== null)
    alerts.push(found('retentionOverdue', 1, release, { amountFen: heldFen, due, days: overdueDays }))
  else if (heldFen > 0 && due !== null && addDays(today, thresholdOf(release, 'noticeDays', 30)) >= due)
    alerts.push(found('retentionDue', 2, release, { amountFen: heldFen, due }))
  else if (heldFen > 0 && due === null && contract.settledOn !== null)
    alerts.push(found('retentionUnset', 3, inForce('defectsPeriod'), { amountFen: heldFen }))
  return retention === null ? alerts : [...alerts, ...periodAlerts(retention, inForce, today)]
}

function periodAlerts(
  retention: NonNullable<ContractFacts['retention']>,
  inForce: (code: RuleOf) => Rule,
  today: Day,
): Alert[] {
  const { defectsFrom, defectsTo, guaranteeFen, guaranteeExpiresOn: expires } = retention
  const alerts: Alert[] = []
  const longest = inForce('defectsPeriod')
  if (
    defectsFrom !== null &&
    defectsTo !== null &&
    defectsTo > addMonths(defectsFrom, thresholdOf(longest, 'maxMonths', 24))
  )
    alerts.push(found('defectsPeriodTooLong', 1, longest, { due: defectsTo }))
  // After the 缺陷责任期 a guarantee has nothing left to cover.
  if (guaranteeFen === null || expires === null || (defectsTo !== null && today > defectsTo)) return alerts
  const rule = inForce('guarantee')
  const figures = { amountFen: guaranteeFen, due: expires }
  if (expires < today)
    alerts.push(found('guaranteeExpired', 1, rule, { ...figures, days: daysBetween(expires, today) }))
  else if (addDays(today, thresholdOf(rule, 'noticeDays', 30)) >= expires)
    alerts.push(found('guaranteeExpiring', 2, rule, figures))
  return alerts
}
