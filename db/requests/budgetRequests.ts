import { z } from 'zod'
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
import {
  editBudgetVersionInput,
  moveBudgetLineInput,
  removeBudgetLineInput,
  removeBudgetVersionInput,
  setBudgetAmountsInput,
} from '../domain/budgetEdit.ts'
import { contingency } from '../domain/contingency.ts'
import { costByClass, costMapping, mapCostClassInput } from '../domain/costClass.ts'
import { booksByMonth, booksByMonthInput } from '../domain/monthBooks.ts'
import { pageInput, pageOf } from '../domain/page.ts'
import { command, keyed, query } from './kinds.ts'

const ofProject = z.strictObject({ projectId: z.string() })

/** Budget versions with their lines, and the four books. */
export const budgetRequests = {
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
  setBudgetAmounts: command(['finance'], setBudgetAmountsInput.extend(keyed), budgetVersionRow),
  moveBudgetLine: command(['finance'], moveBudgetLineInput.extend(keyed), budgetVersionRow),
  removeBudgetLine: command(['finance'], removeBudgetLineInput.extend(keyed), budgetVersionRow),
  editBudgetVersion: command(['finance'], editBudgetVersionInput.extend(keyed), budgetVersionRow),
  removeBudgetVersion: command(['finance'], removeBudgetVersionInput.extend(keyed), budgetVersionRow),
  mapCostClass: command(['finance'], mapCostClassInput.extend(keyed), costMapping),
  costByClass: query(ofProject, costByClass),
  getContingency: query(ofProject, contingency),
  compareBudgetVersions: query(z.strictObject({ fromId: z.string(), toId: z.string() }), budgetComparison),
  fourBooks: query(z.strictObject({ projectId: z.string().optional() }), fourBooks),
  booksByMonth: query(booksByMonthInput, booksByMonth),
} as const
