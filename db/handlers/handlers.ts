import type { CommandName, QueryName, TaskName } from '../requests/requests.ts'
import { listAlerts } from './alert.ts'
import { backupLibrary } from './backup.ts'
import { listChanges } from './change.ts'
import { listDiscrepancies, setDiscrepancyStatus } from './discrepancy.ts'
import type { CommandHandler, QueryHandler, TaskHandler } from './handler.ts'
import { createLibrary, getLibrary, loadPlans, verifyLibrary } from './library.ts'
import {
  addMilestone,
  editMilestone,
  listMilestones,
  listProgressReports,
  reportMilestone,
} from './milestone.ts'
import {
  exportPayments,
  listDuplicates,
  listPayees,
  listPayments,
  paidByMonth,
  recordPayment,
  reversePayment,
} from './payment.ts'
import { listPlans, planSummary } from './plan.ts'
import { createProject, editProject, getProject, listProjects, setProjectState } from './project.ts'

/** One handler for each request name; a name without one does not compile. */
export const queryHandlers: { readonly [Name in QueryName]: QueryHandler<Name> } = {
  getLibrary,
  listPlans,
  planSummary,
  listAlerts,
  listProjects,
  getProject,
  listMilestones,
  listProgressReports,
  listPayments,
  listDuplicates,
  listPayees,
  paidByMonth,
  listDiscrepancies,
  listChanges,
}

export const commandHandlers: { readonly [Name in CommandName]: CommandHandler<Name> } = {
  createLibrary,
  loadPlans,
  createProject,
  editProject,
  setProjectState,
  addMilestone,
  editMilestone,
  reportMilestone,
  recordPayment,
  reversePayment,
  setDiscrepancyStatus,
}

export const taskHandlers: { readonly [Name in TaskName]: TaskHandler<Name> } = {
  verifyLibrary,
  backupLibrary,
  exportPayments,
}
