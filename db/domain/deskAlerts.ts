import { type Alert, alertOf } from './alert.ts'
import { addDays, type Day } from './day.ts'
import type { PaymentDueRow } from './paymentDue.ts'
import type { Rule } from './rule.ts'
import { ruleOn, thresholdOf } from './ruleTable.ts'

/** 中小企业账款: what is owed soon or late, one alert for each due. */
export function dueAlerts(dues: readonly (PaymentDueRow & { readonly planId: string | null })[]): Alert[] {
  return dues
    .filter(({ isSme, state }) => isSme && (state === 'due' || state === 'overdue'))
    .map((due) => {
      const isOverdue = due.state === 'overdue'
      return alertOf({
        id: `smeDue:${due.id}`,
        kind: isOverdue ? 'smeOverdue' : 'smeDue',
        weight: isOverdue ? 1 : 2,
        planId: due.planId,
        projectId: due.projectId,
        contractId: due.contractId,
        subject: `${due.projectName} · ${due.contractNumber} ${due.counterparty}`,
        due: due.dueOn,
        days: due.overdueDays,
        amountFen: due.unpaidFen,
        rule: due.rule,
      })
    })
}

/** Last year's overdue must be published by a day of this one; silent where nothing was overdue. */
export function publishAlerts(
  overdue: { readonly year: number; readonly contractCount: number; readonly overdueFen: number },
  rules: readonly Rule[],
  today: Day,
): Alert[] {
  const rule = ruleOn(rules, 'smePublish', today)
  const due = publishDay(overdue.year, rule)
  const isNear = today <= due && today >= addDays(due, -thresholdOf(rule, 'noticeDays', 45))
  if (!isNear || overdue.contractCount === 0) return []
  return [
    alertOf({
      id: `smePublish:${String(overdue.year)}`,
      kind: 'smePublish',
      weight: 2,
      subject: String(overdue.year),
      due,
      count: overdue.contractCount,
      amountFen: overdue.overdueFen,
      rule,
    }),
  ]
}

/** The day in the year after. */
export function publishDay(year: number, rule: Rule): Day {
  const two = (name: string, fallback: number) => String(thresholdOf(rule, name, fallback)).padStart(2, '0')
  return `${String(year + 1)}-${two('month', 3)}-${two('day', 31)}`
}

/** Months with entries, over for longer than the days of grace, and not closed: one alert, the oldest named. */
export function openMonthAlerts(openMonths: readonly string[], rules: readonly Rule[], today: Day): Alert[] {
  const rule = ruleOn(rules, 'monthClose', today)
  const before = addDays(today, -thresholdOf(rule, 'graceDays', 10)).slice(0, 7)
  const due = openMonths.filter((month) => month < before).toSorted()
  const [oldest] = due
  if (oldest === undefined) return []
  return [
    alertOf({
      id: 'monthNotClosed',
      kind: 'monthNotClosed',
      weight: 3,
      subject: oldest,
      due: oldest,
      count: due.length,
      rule,
    }),
  ]
}
