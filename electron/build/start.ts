import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { firstActor, startApp, stopOnSignals } from './appProcess.ts'
import { ensureDisplay } from './display.ts'
import { ensureExampleLibrary } from './exampleLibrary.ts'
import { outFolder } from './place.ts'
import { run, say } from './running.ts'
import { findRuntime } from './runtime.ts'
import { ensureSystemLibraries } from './systemLibraries.ts'

/** `npm start`: from a bare checkout to the open window on a library of the two plans. */
const given = absolutePaths(process.argv.slice(2))
const userData = valueOf('--user-data-dir') ?? join(outFolder, 'user-data')
await ensureSystemLibraries()
const runtime = await findRuntime()
await mkdir(outFolder, { recursive: true })
say('Building.')
// In a process of its own, so that the builder's memory is not kept while the app runs.
if ((await run(process.execPath, [join(import.meta.dirname, 'bundle.ts')])) !== 0) process.exit(1)
const library = has('--library') ? [] : ['--library', await ensureExampleLibrary()]
const display = await ensureDisplay()
const app = startApp(runtime, [
  ...library,
  ...(has('--user-data-dir') ? [] : ['--user-data-dir', userData]),
  ...(has('--actor') ? [] : firstActor(userData)),
  ...(display.virtual ? ['--screenshot', join(outFolder, 'first-window.png')] : []),
  ...given,
])
say(
  display.virtual
    ? 'Running without a screen. Ctrl+C ends it.'
    : 'Running. Close the window or press Ctrl+C to end.',
)

stopOnSignals(() => app)
app.once('exit', (code) => {
  display.stop()
  process.exit(code ?? 0)
})

function has(flag: string): boolean {
  return valueOf(flag) !== undefined
}

/** Both `--flag VALUE` and `--flag=VALUE` are understood. */
function valueOf(flag: string): string | undefined {
  const inOne = given.find((argument) => argument.startsWith(`${flag}=`))
  if (inOne !== undefined) return inOne.slice(flag.length + 1)
  const index = given.indexOf(flag)
  return index === -1 ? undefined : (given[index + 1] ?? '')
}

/** npm starts scripts in the project's folder; a relative path was meant from where the person stands. */
function absolutePaths(args: readonly string[]): readonly string[] {
  const from = process.env['INIT_CWD'] ?? process.cwd()
  return args.map((argument, index) => {
    const [flag, value] = argument.split('=', 2)
    if (isPathFlag(flag) && value) return `${flag}=${resolve(from, value)}`
    return isPathFlag(args[index - 1]) ? resolve(from, argument) : argument
  })
}

function isPathFlag(argument: string | undefined): boolean {
  return argument === '--library' || argument === '--user-data-dir' || argument === '--screenshot'
}
