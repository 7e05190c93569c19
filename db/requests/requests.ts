import { z } from 'zod'
import type { Role } from '../domain/actor.ts'
import { alert } from '../domain/alert.ts'
import { fourBooks } from '../domain/books.ts'
import {
  approveBudgetVersionInput,
  budgetComparison,
  budgetLine,
  budgetLineRow,
  budgetVersionRow,
  createBudgetVersionInput,
  setBudgetLineInput,
} from '../domain/budget.ts'
import { change, entity } from '../domain/change.ts'
import { citation } from '../domain/citation.ts'
import {
  approveContractChangeInput,
  contractChange,
  contractDetail,
  contractRow,
  listContractsInput,
  recordContractChangeInput,
  recordContractInput,
  settleContractInput,
} from '../domain/contract.ts'
import { discrepancyRow, setDiscrepancyStatusInput } from '../domain/discrepancy.ts'
import { totalFen } from '../domain/fen.ts'
import {
  createFundInput,
  fund,
  fundEntry,
  fundEntryPage,
  fundRow,
  listFundEntriesInput,
  listFundsInput,
  recordFundReceiptInput,
} from '../domain/fund.ts'
import { library, verification } from '../domain/library.ts'
import {
  addMilestoneInput,
  editMilestoneInput,
  milestone,
  milestoneRow,
  progressReport,
  reportMilestoneInput,
} from '../domain/milestone.ts'
import { pageInput, pageOf } from '../domain/page.ts'
import { payable, payableNowInput } from '../domain/payable.ts'
import {
  exportPaymentsInput,
  idempotencyKey,
  listDuplicatesInput,
  listPaymentsInput,
  paymentPage,
  paymentRow,
  recordPaymentInput,
  reversePaymentInput,
} from '../domain/payment.ts'
import { closeMonthInput, periodClose, periodRow } from '../domain/periodClose.ts'
import { envelope, plan, planSummary } from '../domain/plan.ts'
import {
  listProgressValuesInput,
  progressValuePage,
  recordedProgressValue,
  recordProgressValueInput,
} from '../domain/progressValue.ts'
import {
  createProjectInput,
  editProjectInput,
  project,
  projectRow,
  projectStates,
} from '../domain/project.ts'
import { editRuleInput, rule } from '../domain/rule.ts'
import { reasonText, requiredLine } from '../domain/text.ts'

const everyone: readonly Role[] = ['finance', 'liaison', 'reviewer']
const writers: readonly Role[] = ['finance', 'liaison']

/** A command with a key that was used before answers what it answered then, and does nothing. */
const keyed = { idempotencyKey: idempotencyKey.optional() }

/**
 * Every request: its kind, who may send it, its input and its output. A query reads; a command writes in one
 * transaction and appends to the chain; a task takes long, reports progress and can be cancelled.
 * `file` marks a request that reads or writes a file outside the library: in the window a dialog gives the path.
 */
export const requests = {
  createLibrary: command(
    writers,
    z.strictObject({ name: requiredLine(100).default('基建台账'), ...keyed }),
    library,
  ),
  loadPlans: command(writers, z.strictObject({ ...keyed }), library),
  getLibrary: query(z.strictObject({}), library),
  verifyLibrary: task(z.strictObject({}), verification),
  backupLibrary: task(
    z.strictObject({ file: z.string() }),
    z.object({ file: z.string(), bytes: z.int(), headHash: z.string() }),
    {
      direction: 'save',
      extension: 'cpt',
    },
  ),

  listPlans: query(z.strictObject({ ...pageInput }), pageOf(plan)),
  planSummary: query(z.strictObject({ planId: z.string() }), planSummary),
  listAlerts: query(z.strictObject({ projectId: z.string().optional(), ...pageInput }), pageOf(alert)),

  listProjects: query(
    z.strictObject({
      planId: z.string().optional(),
      text: z.string().max(200).optional(),
      state: z.enum([...projectStates, 'any']).optional(),
      ...pageInput,
    }),
    pageOf(projectRow),
  ),
  getProject: query(
    z.strictObject({ projectId: z.string() }),
    projectRow.extend({
      citations: z.array(citation),
      envelope: envelope.extend({ projectCount: z.int(), citations: z.array(citation) }).nullable(),
      discrepancies: z.array(discrepancyRow),
    }),
  ),
  createProject: command(writers, createProjectInput.extend(keyed), project),
  editProject: command(writers, editProjectInput.extend(keyed), project),
  setProjectState: command(
    writers,
    z.strictObject({ projectId: z.string(), state: z.enum(projectStates), reason: reasonText, ...keyed }),
    project,
  ),

  listMilestones: query(
    z.strictObject({ projectId: z.string().optional(), planId: z.string().optional(), ...pageInput }),
    pageOf(milestoneRow.extend({ citations: z.array(citation) })),
  ),
  addMilestone: command(['liaison'], addMilestoneInput.extend(keyed), milestone),
  editMilestone: command(['liaison'], editMilestoneInput.extend(keyed), milestone),
  reportMilestone: command(['liaison'], reportMilestoneInput.extend(keyed), milestone),
  listProgressReports: query(
    z.strictObject({ milestoneId: z.string(), ...pageInput }),
    pageOf(progressReport),
  ),

  recordPayment: command(['finance'], recordPaymentInput, paymentRow),
  reversePayment: command(['finance'], reversePaymentInput, paymentRow),
  listPayments: query(listPaymentsInput, paymentPage),
  listDuplicates: query(listDuplicatesInput, z.object({ items: z.array(paymentRow), total: z.int() })),
  listPayees: query(
    z.strictObject({ text: z.string().max(200).default(''), ...pageInput }),
    pageOf(
      z.object({
        payee: z.string(),
        paymentCount: z.int(),
        lastPurpose: z.string().nullable(),
        lastProjectId: z.string().nullable(),
      }),
    ),
  ),
  /** Paid by project and month, from the kept summary. Months as YYYY-MM. */
  paidByMonth: query(
    z.strictObject({
      projectId: z.string().optional(),
      planId: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
    z.object({
      items: z.array(
        z.object({ projectId: z.string(), month: z.string(), paidFen: totalFen, paymentCount: z.int() }),
      ),
      total: z.int(),
      paidFen: totalFen,
    }),
  ),
  exportPayments: task(exportPaymentsInput, z.object({ file: z.string(), rowCount: z.int() }), {
    direction: 'save',
    extension: 'csv',
  }),

  createBudgetVersion: command(['finance'], createBudgetVersionInput.extend(keyed), budgetVersionRow),
  approveBudgetVersion: command(['finance'], approveBudgetVersionInput.extend(keyed), budgetVersionRow),
  listBudgetVersions: query(
    z.strictObject({ projectId: z.string(), ...pageInput }),
    pageOf(budgetVersionRow),
  ),
  /** The whole tree in one answer, a line before those below it. */
  listBudgetLines: query(
    z.strictObject({ versionId: z.string() }),
    pageOf(budgetLineRow).extend({ version: budgetVersionRow }),
  ),
  setBudgetLine: command(['finance'], setBudgetLineInput.extend(keyed), budgetLine),
  compareBudgetVersions: query(z.strictObject({ fromId: z.string(), toId: z.string() }), budgetComparison),

  recordContract: command(['finance'], recordContractInput.extend(keyed), contractDetail),
  listContracts: query(listContractsInput, pageOf(contractRow)),
  getContract: query(z.strictObject({ contractId: z.string() }), contractDetail),
  recordContractChange: command(['finance'], recordContractChangeInput.extend(keyed), contractChange),
  approveContractChange: command(['finance'], approveContractChangeInput.extend(keyed), contractChange),
  settleContract: command(['finance'], settleContractInput.extend(keyed), contractDetail),
  recordProgressValue: command(['finance'], recordProgressValueInput.extend(keyed), recordedProgressValue),
  listProgressValues: query(listProgressValuesInput, progressValuePage),

  createFund: command(['finance'], createFundInput.extend(keyed), fund),
  listFunds: query(listFundsInput, pageOf(fundRow)),
  recordFundReceipt: command(['finance'], recordFundReceiptInput.extend(keyed), fundEntry),
  listFundEntries: query(listFundEntriesInput, fundEntryPage),

  payableNow: query(payableNowInput, payable),
  closeMonth: command(['finance'], closeMonthInput.extend(keyed), periodClose),
  reopenMonth: command(['finance'], closeMonthInput.extend(keyed), periodClose),
  /** Months with entries or a close, newest first. */
  listPeriods: query(z.strictObject({ ...pageInput }), pageOf(periodRow)),
  fourBooks: query(z.strictObject({ projectId: z.string().optional() }), fourBooks),
  listRules: query(z.strictObject({ ...pageInput }), pageOf(rule)),
  editRule: command(['finance'], editRuleInput.extend(keyed), rule),

  listDiscrepancies: query(
    z.strictObject({ planId: z.string().optional(), ...pageInput }),
    pageOf(discrepancyRow),
  ),
  setDiscrepancyStatus: command(writers, setDiscrepancyStatusInput.extend(keyed), discrepancyRow),
  listChanges: query(
    z.strictObject({ entityId: z.string().optional(), entity: entity.optional(), ...pageInput }),
    pageOf(change),
  ),
} as const

export type RequestName = keyof typeof requests
/** What a caller sends (defaults may be left out). */
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>
/** What a handler gets, parsed. */
export type ParsedInput<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>
export type RequestOutput<Name extends RequestName> = z.output<(typeof requests)[Name]['output']>
type NamesOfKind<Kind> = {
  [Name in RequestName]: (typeof requests)[Name]['kind'] extends Kind ? Name : never
}[RequestName]
export type QueryName = NamesOfKind<'query'>
export type CommandName = NamesOfKind<'command'>
export type TaskName = NamesOfKind<'task'>

export interface FileUse {
  readonly direction: 'save' | 'open'
  readonly extension: string
}

export function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requests, name)
}

/** Whether a role may send the request; the same table hides what the screens would refuse. */
export function maySend(role: Role, name: RequestName): boolean {
  return requests[name].roles.some((allowed) => allowed === role)
}

function query<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { kind: 'query', roles: everyone, input, output, file: null } as const
}

function command<Input extends z.ZodType, Output extends z.ZodType>(
  roles: readonly Role[],
  input: Input,
  output: Output,
) {
  return { kind: 'command', roles, input, output, file: null } as const
}

function task<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  file: FileUse | null = null,
) {
  return { kind: 'task', roles: everyone, input, output, file } as const
}
