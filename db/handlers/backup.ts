import type { RequestOutput } from '../requests/requests.ts'
import { backUpLibrary } from '../store/backup.ts'
import type { Connection } from '../store/database.ts'
import type { Step } from '../store/verify.ts'

/** Copies the library to `file` and verifies the copy. */
export async function* backupLibrary(
  db: Connection,
  { file }: { readonly file: string },
): AsyncGenerator<Step, RequestOutput<'backupLibrary'>> {
  yield { done: 0, total: 1 }
  return await backUpLibrary(db, file)
}
