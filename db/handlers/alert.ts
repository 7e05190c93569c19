import { type Alert, byWeight, figuresOf, isAcknowledged } from '../domain/alert.ts'
import { type AlertAcknowledgement, assertFuture } from '../domain/alertAcknowledgement.ts'
import { contractAlerts } from '../domain/contractAlerts.ts'
import { addMonths, type Day } from '../domain/day.ts'
import { dueAlerts, openMonthAlerts, publishAlerts } from '../domain/deskAlerts.ts'
import { pageOfRows } from '../domain/page.ts'
import { discrepancyAlerts, paidOverAmountAlerts, scheduleAlerts, taskAlerts } from '../domain/planAlerts.ts'
import { projectAlerts } from '../domain/projectAlerts.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { ruleOn, rulesIn, thresholdOf } from '../domain/ruleTable.ts'
import { acknowledgements, findAcknowledgement, saveAcknowledgement } from '../store/alertAcknowledgement.ts'
import { contractFacts } from '../store/contractFacts.ts'
import type { ReadDb } from '../store/database.ts'
import { listDiscrepancies } from '../store/discrepancy.ts'
import { listMilestones } from '../store/milestone.ts'
import { openMonths } from '../store/periodClose.ts'
import { listProjects } from '../store/project.ts'
import { projectFacts } from '../store/projectFacts.ts'
import { allRules, rulesByProject } from '../store/rule.ts'
import { listTasks } from '../store/task.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { dueRows, overdueYearOf } from './paymentDue.ts'

/** Heaviest first; within one weight in the order of the plans. */
export const listAlerts: QueryHandler<'listAlerts'> = (db, input, moment) => {
  const { projectId, contractId, kinds, state } = input
  const found = allAlerts(db, moment.today).filter(
    (alert) =>
      (projectId === undefined || alert.projectId === projectId) &&
      (contractId === undefined || alert.contractId === contractId) &&
      (kinds === undefined || kinds.includes(alert.kind)) &&
      (state === 'all' || (alert.acknowledged === null) === (state === 'open')),
  )
  return pageOfRows(byWeight(found), input)
}

/** 已阅: quiet until its figures change or the day is over. */
export const acknowledgeAlert: CommandHandler<'acknowledgeAlert'> = (db, input, { newId, today, at }) => {
  const until = input.until ?? null
  const alert = allAlerts(db, today).find(({ id }) => id === input.alertId)

  if (alert === undefined) throw new RuleBroken('alertUnknown', ['alertId'])
  assertFuture(until, today)
  const given: AlertAcknowledgement = {
    id: findAcknowledgement(db, alert.id)?.id ?? newId(),
    alertId: alert.id,
    figures: figuresOf(alert),
    until,
    reason: input.reason,
    acknowledgedAt: at,
    acknowledgedBy: db.command.actor?.name ?? '',
    withdrawnAt: null,
  }

  saveAcknowledgement(db, given, input.reason)
  return withAcknowledgement(alert, given, today)
}

export const reopenAlert: CommandHandler<'reopenAlert'> = (db, { alertId, reason }, { today, at }) => {
  const known = findAcknowledgement(db, alertId)
  if (known === undefined || known.withdrawnAt !== null)
    throw new RuleBroken('alertNotAcknowledged', ['alertId'])
  saveAcknowledgement(db, { ...known, withdrawnAt: at }, reason)
  const alert = allAlerts(db, today).find(({ id }) => id === alertId)
  return { alert: alert ?? null }
}

/** Those that nobody has acknowledged. */
export function openAlerts(db: ReadDb, today: Day): Alert[] {
  return allAlerts(db, today).filter(({ acknowledged }) => acknowledged === null)
}

/** Everything that asks to be looked at, acknowledged or not. */
function allAlerts(db: ReadDb, today: Day): Alert[] {
  const rules = rulesByProject(db)
  const known = acknowledgements(db)
  const found = [
    ...planAlerts(db, today),
    ...projectFacts(db, undefined).flatMap((facts) => projectAlerts(facts, rules(facts.id), today)),
    ...contractFacts(db, { projectId: undefined, measured: measuredMonths(db, today) }).flatMap((facts) =>
      contractAlerts(facts, rules(facts.contract.projectId), today),
    ),
    ...deskAlerts(db, today),
  ]
  return found.map((alert) => {
    const stored = known.get(alert.id)
    return stored === undefined ? alert : withAcknowledgement(alert, stored, today)
  })
}

function planAlerts(db: ReadDb, today: Day): Alert[] {
  const everything = { page: 1, pageSize: 100_000 }
  const projects = listProjects(
    db,
    { planId: undefined, text: undefined, state: undefined },
    everything,
  ).items
  const milestones = listMilestones(db, { projectId: undefined, planId: undefined }, everything).items
  const discrepancies = listDiscrepancies(db, {}, everything).items
  return [
    ...discrepancyAlerts(discrepancies),
    ...paidOverAmountAlerts(projects, nationwideRules(db), today),
    ...scheduleAlerts(projects, milestones, today),
    ...taskAlerts(projects, listTasks(db, null), today),
  ]
}

/** Those of no one project: what is owed to small enterprises, what must be published, what is not closed. */
function deskAlerts(db: ReadDb, today: Day): Alert[] {
  const rules = nationwideRules(db)
  const dues = dueRows(db, {}, today)
  const lastYear = overdueYearOf(db, Number(today.slice(0, 4)) - 1)
  return [
    ...dueAlerts(dues),
    ...publishAlerts(lastYear, rules, today),
    ...openMonthAlerts(openMonths(db), rules, today),
  ]
}

/** The months in which 人工费 is looked for: those over for a month, as far back as the rule says. */
function measuredMonths(db: ReadDb, today: Day) {
  const months = thresholdOf(ruleOn(nationwideRules(db), 'labourMonthly', today), 'months', 12)
  const first = `${today.slice(0, 7)}-01`
  return { from: addMonths(first, -1 - months).slice(0, 7), to: addMonths(first, -2).slice(0, 7) }
}

function nationwideRules(db: ReadDb) {
  return rulesIn(allRules(db), null)
}

function withAcknowledgement(alert: Alert, stored: AlertAcknowledgement, today: Day): Alert {
  if (stored.withdrawnAt !== null || !isAcknowledged(alert, stored, today)) return alert
  const { id, reason, until, acknowledgedAt, acknowledgedBy } = stored
  return { ...alert, acknowledged: { id, reason, until, acknowledgedAt, acknowledgedBy } }
}
