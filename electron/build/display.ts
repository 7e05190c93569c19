import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { say } from './running.ts'

export interface Display {
  /** True when nobody can see the window: it is drawn into memory. */
  readonly virtual: boolean
  readonly stop: () => void
}

/** The screen that is there; on Linux without one, a virtual screen on a free number, set in DISPLAY. */
export async function ensureDisplay(): Promise<Display> {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) {
    return { virtual: false, stop: () => undefined }
  }
  const args = ['-displayfd', '3', '-screen', '0', '2560x1600x24', '-nolisten', 'tcp']
  // In a group of its own: on Ctrl+C the app must close before its screen goes.
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true })
  const display = `:${await displayNumber(server)}`
  process.env['DISPLAY'] = display
  say(`No display here: using a virtual one (Xvfb ${display}).`)
  const stop = (): void => {
    server.kill()
  }
  process.once('exit', stop)
  return { virtual: true, stop }
}

/** Xvfb writes the number it took, when it is ready for windows. */
async function displayNumber(server: ReturnType<typeof spawn>): Promise<string> {
  const pipe = server.stdio[3]
  if (!pipe) throw new Error('Xvfb has no pipe for its display number')
  const failed = once(server, 'exit').then(() => {
    throw new Error('Xvfb ended before it was ready')
  })
  const number: unknown[] = await Promise.race([once(pipe, 'data'), failed])
  failed.catch(() => undefined)
  return String(number[0]).trim()
}
