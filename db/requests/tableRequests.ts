import { exportTableInput, tableFormats, writtenFile } from '../domain/tableFile.ts'
import { task } from './kinds.ts'

/** Tables on their way out. */
export const tableRequests = {
  /** A list as it stands on a screen, as a workbook or CSV. */
  exportTable: task(exportTableInput, writtenFile, {
    direction: 'save',
    extensions: tableFormats,
    title: ({ name }) => (typeof name === 'string' ? name : ''),
  }),
} as const
