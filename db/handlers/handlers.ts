import type { BatchName, CommandName, QueryName, TaskName } from '../requests/requests.ts'
import { listAdvanceRecoveries, listAdvances, recordAdvanceRecovery } from './advance.ts'
import { acknowledgeAlert, listAlerts, reopenAlert } from './alert.ts'
import { adjustAnnualPlan, annualPlan, listAnnualPlans, setAnnualPlan } from './annualPlan.ts'
import {
  attachFile,
  attachmentCounts,
  clearContents,
  contentSummary,
  copyAttachment,
  describeAttachment,
  getAttachment,
  listAttachments,
  previewAttachment,
  removeAttachment,
  stageFile,
} from './attachment.ts'
import { backupLibrary } from './backup.ts'
import { listBaselined, listBaselines, removeBaseline, setBaseline, varianceReport } from './baseline.ts'
import { booksByMonth, costByClass, getContingency, listCommitments, progressGrid } from './bookEntries.ts'
import { fourBooks, payableNow, projectPayable } from './books.ts'
import {
  approveBudgetVersion,
  compareBudgetVersions,
  createBudgetVersion,
  listBudgetLines,
  listBudgetVersions,
  setBudgetLine,
} from './budget.ts'
import {
  editBudgetVersion,
  mapCostClass,
  moveBudgetLine,
  removeBudgetLine,
  removeBudgetVersion,
  setBudgetAmounts,
} from './budgetEdit.ts'
import {
  listCalendars,
  removeCalendar,
  removeCalendarException,
  setCalendar,
  setCalendarException,
} from './calendar.ts'
import { adjustCashPlan, cashPlan, listCashEntries } from './cashPlan.ts'
import { listChanges } from './change.ts'
import {
  approveContractChange,
  getContract,
  listContracts,
  recordContract,
  recordContractChange,
  settleContract,
} from './contract.ts'
import { correctContract, correctContractChange, withdrawContractChange } from './contractCorrection.ts'
import { correctPayment, previewCorrection, relatedPayments } from './correction.ts'
import { listDiscrepancies, setDiscrepancyStatus } from './discrepancy.ts'
import {
  documentsOf,
  listDocumentRequirements,
  listMissingDocuments,
  setDocumentRequirement,
  waiveDocument,
  withdrawWaiver,
} from './document.ts'
import { exportDossier } from './dossier.ts'
import { earnedValue } from './earnedValue.ts'
import {
  createFund,
  fundsByYear,
  listFundEntries,
  listFunds,
  recordFundReceipt,
  reverseFundEntry,
} from './fund.ts'
import { proposeSplit } from './fundSplit.ts'
import type { BatchHandler, CommandHandler, QueryHandler, TaskHandler } from './handler.ts'
import { applyImport } from './import/apply.ts'
import { correctImportRow } from './import/correct.ts'
import {
  importOrigin,
  listImportEntries,
  listImportMappings,
  listImports,
  removeImportMapping,
  saveImportMapping,
} from './import/list.ts'
import { listImportRows, previewImport } from './import/preview.ts'
import { undoImport } from './import/undo.ts'
import { createLibrary, getLibrary, loadPlans, verifyLibrary } from './library.ts'
import { addMilestone, editMilestone, listMilestones } from './milestone.ts'
import { exportPayments, listDuplicates, listPayees, listPayments, paidByMonth } from './payment.ts'
import { recordPayments } from './paymentBatch.ts'
import { listPaymentDues, overdueOfYear, recordPaymentDue, withdrawPaymentDue } from './paymentDue.ts'
import { closeMonth, listPeriods, monthChecklist, reopenMonth } from './periodClose.ts'
import { listPlans, planSummary } from './plan.ts'
import { paymentWarnings, recordPayment, reversePayment } from './posting.ts'
import { listProgressReports, reportMilestone, reportTasks } from './progressReport.ts'
import { listProgressValues, recordProgressValue } from './progressValue.ts'
import { createProject, editProject, getProject, listProjects, setProjectState } from './project.ts'
import { exportReport, getReport } from './report/report.ts'
import { listRetentions, setRetention } from './retention.ts'
import { addRule, editRule, listRules, resetRule } from './rule.ts'
import { reschedule, schedule, workdays } from './schedule.ts'
import { exportIcs, exportMspdi } from './scheduleFile.ts'
import { importMspdi } from './scheduleImport.ts'
import { applyTemplate, listTemplates } from './scheduleTemplate.ts'
import { redoSchedule, undoSchedule } from './scheduleUndo.ts'
import { previewSettlement } from './settlement.ts'
import { exportTable } from './tableFile.ts'
import { addTask, editTask, listTasks, moveTask, placeTask, removeTask } from './task.ts'
import { linkTasks, setTaskLinks, unlinkTasks } from './taskLink.ts'
import { dueBoard, listWeekTasks } from './week.ts'

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
  listTasks,
  schedule,
  workdays,
  listCalendars,
  listTemplates,
  listBaselines,
  listBaselined,
  varianceReport,
  listWeekTasks,
  earnedValue,
  dueBoard,
  listPayments,
  previewCorrection,
  relatedPayments,
  previewSettlement,
  listDuplicates,
  listPayees,
  paidByMonth,
  listBudgetVersions,
  listBudgetLines,
  compareBudgetVersions,
  listContracts,
  getContract,
  listProgressValues,
  listFunds,
  listFundEntries,
  listAnnualPlans,
  annualPlan,
  cashPlan,
  listCashEntries,
  listAttachments,
  attachmentCounts,
  getAttachment,
  previewAttachment,
  contentSummary,
  listDocumentRequirements,
  listMissingDocuments,
  documentsOf,
  payableNow,
  projectPayable,
  paymentWarnings,
  proposeSplit,
  fundsByYear,
  listPeriods,
  monthChecklist,
  fourBooks,
  booksByMonth,
  costByClass,
  getContingency,
  listCommitments,
  progressGrid,
  listRules,
  listAdvances,
  listAdvanceRecoveries,
  listRetentions,
  listPaymentDues,
  overdueOfYear,
  listImports,
  listImportRows,
  listImportEntries,
  importOrigin,
  listImportMappings,
  listDiscrepancies,
  listChanges,
  getReport,
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
  addTask,
  editTask,
  placeTask,
  moveTask,
  removeTask,
  linkTasks,
  setTaskLinks,
  unlinkTasks,
  setCalendar,
  setCalendarException,
  removeCalendarException,
  removeCalendar,
  undoSchedule,
  redoSchedule,
  importMspdi,
  reschedule,
  applyTemplate,
  setBaseline,
  removeBaseline,
  reportTasks,
  recordPayment,
  recordPayments,
  reversePayment,
  correctPayment,
  createBudgetVersion,
  approveBudgetVersion,
  setBudgetLine,
  setBudgetAmounts,
  moveBudgetLine,
  removeBudgetLine,
  editBudgetVersion,
  removeBudgetVersion,
  mapCostClass,
  recordContract,
  correctContract,
  correctContractChange,
  withdrawContractChange,
  recordContractChange,
  approveContractChange,
  settleContract,
  recordProgressValue,
  createFund,
  recordFundReceipt,
  setAnnualPlan,
  adjustAnnualPlan,
  adjustCashPlan,
  reverseFundEntry,
  attachFile,
  describeAttachment,
  removeAttachment,
  clearContents,
  setDocumentRequirement,
  waiveDocument,
  withdrawWaiver,
  closeMonth,
  reopenMonth,
  editRule,
  addRule,
  resetRule,
  acknowledgeAlert,
  reopenAlert,
  recordAdvanceRecovery,
  setRetention,
  recordPaymentDue,
  withdrawPaymentDue,
  saveImportMapping,
  removeImportMapping,
  setDiscrepancyStatus,
}

export const taskHandlers: { readonly [Name in TaskName]: TaskHandler<Name> } = {
  verifyLibrary,
  exportMspdi,
  exportIcs,
  backupLibrary,
  exportPayments,
  exportTable,
  exportReport,
  stageFile,
  copyAttachment,
  exportDossier,
  previewImport,
  correctImportRow,
}

export const batchHandlers: { readonly [Name in BatchName]: BatchHandler<Name> } = {
  applyImport,
  undoImport,
}
