import { z } from 'zod'
import { writtenFile } from '../domain/tableFile.ts'
import { command, type FileUse, keyed, task } from './kinds.ts'

/** The file is asked for once: what was seen before names itself. */
const xmlFile: FileUse = { direction: 'open', extensions: ['xml'], unless: ['previewId'] }

const projectFile = z.strictObject({ projectId: z.string(), file: z.string() })

const notTaken = z.enum([
  'resources',
  'assignments',
  'percentLag',
  'crossProjectLink',
  'inactiveTask',
  'recurringTask',
  'customFields',
  'asLateAsPossible',
  'elapsedLag',
  'partDayLag',
  'summaryLink',
  'unknownLink',
  'cost',
])

/** A schedule from and to other programs. */
export const scheduleFileRequests = {
  /** Behind the project's own tasks; with dryRun it only tells what the file holds and what of it is not taken. */
  importMspdi: {
    ...command(
      ['liaison'],
      z.strictObject({
        projectId: z.string(),
        file: z.string().optional(),
        previewId: z.string().max(100).optional(),
        dryRun: z.boolean().default(false),
        ...keyed,
      }),
      z.object({
        isDryRun: z.boolean(),
        /** Stands for the file when it is imported; null once that is done. */
        previewId: z.string().nullable(),
        /** The name of the file. */
        source: z.string(),
        name: z.string().nullable(),
        taskCount: z.int(),
        linkCount: z.int(),
        calendarCount: z.int(),
        baselineCount: z.int(),
        notTaken: z.array(z.object({ what: notTaken, count: z.int() })),
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
