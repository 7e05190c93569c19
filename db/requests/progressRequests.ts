import { z } from 'zod'
import { dueBoard } from '../domain/dueBoard.ts'
import { milestone } from '../domain/milestone.ts'
import { pageInput, pageOf } from '../domain/page.ts'
import { progressReport, reportMilestoneInput, reportTasksInput } from '../domain/progressReport.ts'
import { listWeekTasksInput, weekPage } from '../domain/week.ts'
import { command, keyed, query } from './kinds.ts'

/** 进度填报: what is due for a report, and the reports. */
export const progressRequests = {
  reportMilestone: command(['liaison'], reportMilestoneInput.extend(keyed), milestone),
  reportTasks: command(
    ['liaison'],
    reportTasksInput.extend(keyed),
    z.object({ items: z.array(milestone), total: z.int() }),
  ),
  listProgressReports: query(
    z.strictObject({ milestoneId: z.string(), ...pageInput }),
    pageOf(progressReport),
  ),
  /** What the week of a day asks about, project by project. */
  listWeekTasks: query(listWeekTasksInput, weekPage),
  /** By 责任单位: late, silent, due within 30, 60 and 90 days. */
  dueBoard: query(
    z.strictObject({ planId: z.string().optional(), projectId: z.string().optional() }),
    dueBoard,
  ),
} as const
