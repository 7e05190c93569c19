import { z } from 'zod'
import { writtenFile } from '../domain/tableFile.ts'
import { command, type FileUse, keyed, task } from './kinds.ts'

const xmlFile: FileUse = { direction: 'open', extensions: ['xml'] }

const projectFile = z.strictObject({ projectId: z.string(), file: z.string() })

/** A schedule from and to other programs. */
export const scheduleFileRequests = {
  /** Behind the project's own tasks; with dryRun it only tells what the file holds and what of it is not taken. */
  importMspdi: {
    ...command(
      ['liaison'],
      projectFile.extend({ dryRun: z.boolean().default(false), ...keyed }),
      z.object({
        isDryRun: z.boolean(),
        name: z.string().nullable(),
        taskCount: z.int(),
        linkCount: z.int(),
        calendarCount: z.int(),
        baselineCount: z.int(),
        notTaken: z.array(z.object({ what: z.string(), count: z.int() })),
      }),
    ),
    file: xmlFile,
  },
  exportMspdi: task(projectFile, writtenFile, {
    direction: 'save',
    extensions: ['xml'],
    title: (_, language) => (language === 'en' ? 'Schedule' : '进度计划'),
  }),
  /** The milestones, for a calendar program. */
  exportIcs: task(projectFile, writtenFile, {
    direction: 'save',
    extensions: ['ics'],
    title: (_, language) => (language === 'en' ? 'Milestones' : '里程碑'),
  }),
} as const
