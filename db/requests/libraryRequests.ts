import { z } from 'zod'
import { change, entity } from '../domain/change.ts'
import { library, verification } from '../domain/library.ts'
import { pageInput, pageOf } from '../domain/page.ts'
import { requiredLine } from '../domain/text.ts'
import { command, keyed, query, task, writers } from './kinds.ts'

/** The file itself, its chain and its copies. */
export const libraryRequests = {
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
      extensions: ['cpt'],
    },
  ),
  listChanges: query(
    z.strictObject({ entityId: z.string().optional(), entity: entity.optional(), ...pageInput }),
    pageOf(change),
  ),
} as const
