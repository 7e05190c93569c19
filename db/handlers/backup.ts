import { setTimeout } from 'node:timers/promises'
import type { RequestOutput } from '../requests/requests.ts'
import { backUpLibrary } from '../store/backup.ts'
import type { Connection } from '../store/database.ts'
import type { Step } from '../store/verify.ts'

/** Copies the library to `file` and verifies the copy; stopped half-way, it leaves nothing. */
export async function* backupLibrary(
  db: Connection,
  { file }: { readonly file: string },
): AsyncGenerator<Step, RequestOutput<'backupLibrary'>> {
  let step: Step = { done: 0, total: 1 }
  const state = { isStopped: false, isEnded: false }
  const work = backUpLibrary(db, file, (done, total) => {
    step = { done, total }
    return !state.isStopped
  })
  const ended = work.then(
    () => (state.isEnded = true),
    () => (state.isEnded = true),
  )
  try {
    while (!state.isEnded) {
      yield step
      await Promise.race([ended, setTimeout(50)])
    }
    return await work
  } finally {
    state.isStopped = true
    await ended
  }
}
