import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { firstActor, startApp, stopOnSignals } from './appProcess.ts'
import { bundleProcesses, rendererConfig } from './bundle.ts'
import { ensureDisplay } from './display.ts'
import { ensureExampleLibrary } from './exampleLibrary.ts'
import { outFolder, projectFolder } from './place.ts'
import { say } from './running.ts'
import { findRuntime } from './runtime.ts'
import { ensureSystemLibraries } from './systemLibraries.ts'

/**
 * `npm run dev`: the window's pages from a server that reloads them, and a new start of the app when a file of
 * the shell or of the db process changes. Only here do the pages come over http, without the app's own policy.
 */
await ensureSystemLibraries()
const runtime = await findRuntime()
const library = await ensureExampleLibrary()
const server = await createServer({ ...rendererConfig(), server: { host: '127.0.0.1', port: 5173 } })
await server.listen()
const address = server.resolvedUrls?.local[0]
if (address === undefined) throw new Error('The development server has no address')
await ensureDisplay()

await bundleProcesses()
let app = open()
stopOnSignals(() => app)
let waiting: NodeJS.Timeout | undefined
for (const folder of ['electron', 'db']) {
  watch(join(projectFolder, folder), { recursive: true }, (_event, file) => {
    if (file?.startsWith('build') || !/(?<!\.test)\.(ts|sql)$/.test(file ?? '')) return
    clearTimeout(waiting)
    waiting = setTimeout(() => void restart(file ?? ''), 300)
  })
}

/** Built first: a fault in the code is shown by the build, and the running app stays until the next change. */
async function restart(file: string): Promise<void> {
  say(`Changed: ${file}.`)
  const isBuilt = await bundleProcesses().then(
    () => true,
    () => false,
  )
  if (!isBuilt) return
  app.removeAllListeners('exit')
  app.kill()
  if (app.exitCode === null && app.signalCode === null) await once(app, 'exit')
  app = open()
}

function open(): ChildProcess {
  const userData = join(outFolder, 'user-data')
  const child = startApp(runtime, [
    ...['--library', library, '--user-data-dir', userData],
    ...firstActor(userData),
    ...['--renderer-url', address ?? ''],
  ])
  child.once('exit', (code) => process.exit(code ?? 0))
  return child
}
