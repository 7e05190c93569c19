import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from './place.ts'
import { type Runtime, rootArguments } from './runtime.ts'

/**
 * Starts the built app. In a group of its own: Ctrl+C reaches the script alone, which passes it on once; a second
 * signal would end the app before it has closed the library.
 */
export function startApp(runtime: Runtime, args: readonly string[]): ChildProcess {
  return spawn(runtime.executable, [...rootArguments(), ...runtime.appArguments, ...args], {
    cwd: projectFolder,
    stdio: 'inherit',
    detached: process.platform !== 'win32',
  })
}

/** Ends the app in order when the script is told to end; on a second time, two seconds later, at once. */
export function stopOnSignals(app: () => ChildProcess): void {
  let stoppedAt = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const now = Date.now()
      if (stoppedAt === 0) app().kill('SIGTERM')
      else if (now - stoppedAt > 2_000) app().kill('SIGKILL')
      stoppedAt = stoppedAt === 0 ? now : stoppedAt
    })
  }
}

/** A name for the first start, so that 总览 shows at once; later the one chosen in 设置 holds. */
export function firstActor(userData: string): readonly string[] {
  const isFirst = !existsSync(join(userData, 'settings.json'))
  return isFirst ? ['--actor', userInfo().username, '--role', 'finance'] : []
}
