import { z } from 'zod'
import { report, reportInput, reportKinds, reportTitle } from '../domain/report/report.ts'
import { papers, writtenFile } from '../domain/tableFile.ts'
import { query, task } from './kinds.ts'

/** The fixed tables. */
export const reportRequests = {
  /** One of them, as it is printed. */
  getReport: query(z.strictObject(reportInput), report),
  /** The same as a workbook. */
  exportReport: task(
    z.strictObject({ ...reportInput, paper: z.enum(papers).default('A4'), file: z.string() }),
    writtenFile,
    {
      direction: 'save',
      extensions: ['xlsx'],
      title: ({ report: asked, month, year }, language) => {
        const kind = reportKinds.find((known) => known === asked)
        const of = kind === 'monthlyReport' ? month : kind === 'annualPlan' ? year : undefined
        const title = kind === undefined ? '' : reportTitle(kind, language)
        return typeof of === 'string' || typeof of === 'number' ? `${title}-${of}` : title
      },
    },
  ),
} as const
