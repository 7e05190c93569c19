import { z } from 'zod'
import {
  adjustAnnualPlanInput,
  annualPlanPage,
  annualPlanRow,
  annualPlanVersionRow,
  listAnnualPlansInput,
  planYear,
  setAnnualPlanInput,
} from '../domain/annualPlan.ts'
import {
  adjustCashPlanInput,
  adjustedCash,
  cashEntryPage,
  cashPlanInput,
  cashPlanPage,
  listCashEntriesInput,
} from '../domain/cashPlan.ts'
import { command, keyed, query } from './kinds.ts'

/** 年度投资计划 */
export const annualPlanRequests = {
  setAnnualPlan: command(['finance'], setAnnualPlanInput.extend(keyed), annualPlanVersionRow),
  adjustAnnualPlan: command(['finance'], adjustAnnualPlanInput.extend(keyed), annualPlanVersionRow),
  /** Projects that have a plan of the year, in the order of the plans. */
  listAnnualPlans: query(listAnnualPlansInput, annualPlanPage),
  /** One project's plan of a year with all its versions, newest first; without a plan the row is null. */
  annualPlan: query(
    z.strictObject({ projectId: z.string(), year: planYear }),
    z.object({ row: annualPlanRow.nullable(), versions: z.array(annualPlanVersionRow) }),
  ),
  /** 用款计划: the twelve months of a year, by contract or task, and source. */
  cashPlan: query(cashPlanInput, cashPlanPage),
  /** The terms and tasks that add up to a figure of it. */
  listCashEntries: query(listCashEntriesInput, cashEntryPage),
  adjustCashPlan: command(['finance'], adjustCashPlanInput.extend(keyed), adjustedCash),
} as const
