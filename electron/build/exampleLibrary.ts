import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { outFolder, projectFolder } from './place.ts'
import { run, say } from './running.ts'

/** The library that `npm start` opens: the two published plans, made once as `out/基建台账.cpt`. */
export async function ensureExampleLibrary(): Promise<string> {
  const path = join(outFolder, '基建台账.cpt')
  if (!existsSync(path)) {
    say(`Making a library of the two plans: ${path}`)
    await makePlansLibrary(path)
  }
  return path
}

/** Made under another name first: an interrupted run must not leave an empty library behind. */
async function makePlansLibrary(path: string): Promise<void> {
  const fresh = join(outFolder, 'new-library.cpt')
  for (const ending of ['', '-wal', '-shm']) await rm(fresh + ending, { force: true })
  const cli = join(projectFolder, 'db', 'cli.ts')
  const code = await run(
    process.execPath,
    [cli, '--actor', '初始化', '--role', 'finance', fresh, 'loadPlans', '{}'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (code !== 0) throw new Error('The library of the two plans could not be made.')
  await rename(fresh, path)
}
