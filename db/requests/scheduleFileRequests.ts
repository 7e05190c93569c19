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
  'reportedProgress',
  'calendar',
])

const changedField = z.enum([
  'name',
  'place',
  'kind',
  'dates',
  'duration',
  'constraint',
  'deadline',
  'progress',
  'responsible',
  'cost',
  'calendar',
  'note',
  'links',
])

/** A schedule from and to other programs. */
export const scheduleFileRequests = {
  /**
   * Tasks that came from such a file before are changed, new ones come behind the project's own; with dryRun it only
   * tells what would change and what of the file is not taken.
   */
  importMspdi: {
    ...command(
      ['liaison'],
      z.strictObject({
        projectId: z.string(),
        file: z.string().optional(),
        previewId: z.string().max(100).optional(),
        dryRun: z.boolean().default(false),
        /** Tasks that came from the file and are no longer in it go, as far as nothing was reported of them. */
        removesMissing: z.boolean().default(false),
        ...keyed,
      }),
      z.object({
        isDryRun: z.boolean(),
        /** Stands for the file when it is imported; null once that is done. */
        previewId: z.string().nullable(),
        /** The name of the file. */
        source: z.string(),
        name: z.string().nullable(),
        /** Whether the project knows tasks of this file. */
        isUpdate: z.boolean(),
        taskCount: z.int(),
        newCount: z.int(),
        changedCount: z.int(),
        sameCount: z.int(),
        missingCount: z.int(),
        /** Of the missing: those that removesMissing takes away. */
        removableCount: z.int(),
        /** Task by task, the first 500. */
        changes: z.array(
          z.object({
            taskId: z.string(),
            name: z.string(),
            what: z.enum(['new', 'changed', 'missing']),
            fields: z.array(changedField),
          }),
        ),
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
