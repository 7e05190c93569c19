import type { Alert, AlertKind } from '../../../db/domain/alert.ts'
import type { Tone } from '../../parts/StatusTag.tsx'

/** Red only for a broken limit; amber for what is late, due or 待核; grey for what nobody has reported or set. */
export function alertTone(kind: AlertKind): Extract<Tone, 'red' | 'amber' | 'grey'> {
  if (red.has(kind)) return 'red'
  return grey.has(kind) ? 'grey' : 'amber'
}

/** Heaviest first; of two that weigh the same, the broken limit comes first. */
export function sortedAlerts(alerts: readonly Alert[]): Alert[] {
  const rank = ({ kind }: Alert) => (alertTone(kind) === 'red' ? 0 : 1)
  return alerts.toSorted((a, b) => a.weight - b.weight || rank(a) - rank(b))
}

const red: ReadonlySet<AlertKind> = new Set<AlertKind>([
  'paidOverAmount',
  'budgetOverEstimate',
  'committedOverBudget',
  'doneOverBudget',
  'paidOverBudget',
  'annualPlanOver',
  'contractorAdvances',
  'finalAccountsLate',
  'fundsNegative',
  'progressAboveMax',
  'overpaid',
  'retentionOverRule',
  'retentionOverdue',
  'defectsPeriodTooLong',
  'guaranteeExpired',
  'smeTermTooLong',
  'smeOverdue',
])
const grey: ReadonlySet<AlertKind> = new Set<AlertKind>([
  'periodPassed',
  'projectPeriodPassed',
  'paymentsUnsplit',
  'costClassMissing',
  'retentionUnset',
])
