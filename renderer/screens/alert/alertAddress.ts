import type { Alert } from '../../../db/domain/alert.ts'
import { type MoneyView, moneyAddress } from '../money/useMoneyView.ts'

/** Where an alert is dealt with. */
export function alertAddress(alert: Alert): string {
  const { discrepancyId, projectId, milestoneId, contractId, fundId } = alert
  if (discrepancyId !== null) return `/checks#${discrepancyId}`
  const tab = tabs[alert.kind]
  if (tab !== undefined) return moneyAddress({ tab, projectId, fundId })
  if (contractId !== null) return moneyAddress({ tab: 'contracts', projectId, contractId })
  if (projectId === null) return '/'
  if (alert.kind === 'taskLate') return `/schedule?projectId=${encodeURIComponent(projectId)}&only=late`
  const project = `/projects/${encodeURIComponent(projectId)}`
  return milestoneId === null ? project : `${project}?milestone=${encodeURIComponent(milestoneId)}`
}

const tabs: Readonly<Partial<Record<Alert['kind'], MoneyView['tab']>>> = {
  budgetOverEstimate: 'budgets',
  costClassMissing: 'budgets',
  committedOverBudget: 'contracts',
  doneOverBudget: 'books',
  paidOverBudget: 'books',
  annualPlanOver: 'annual',
  contractorAdvances: 'books',
  finalAccountsDue: 'budgets',
  finalAccountsLate: 'budgets',
  surplusToReturn: 'funds',
  fundsNegative: 'funds',
  fundUnallotted: 'funds',
  paymentsUnsplit: 'funds',
  sameApprover: 'contracts',
  advanceUnrecovered: 'holdings',
  retentionUnset: 'holdings',
  retentionDue: 'holdings',
  retentionOverdue: 'holdings',
  defectsPeriodTooLong: 'holdings',
  guaranteeExpiring: 'holdings',
  guaranteeExpired: 'holdings',
  smeDue: 'dues',
  smeOverdue: 'dues',
  smePublish: 'dues',
  monthNotClosed: 'periods',
}
