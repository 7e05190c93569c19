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
import { pageInput, pageOf } from '../domain/page.ts'
import { command, keyed, query } from './kinds.ts'

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
  compareBudgetVersions: query(z.strictObject({ fromId: z.string(), toId: z.string() }), budgetComparison),
  fourBooks: query(z.strictObject({ projectId: z.string().optional() }), fourBooks),
} as const
