import { type SpawnOptions, spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { projectFolder } from './place.ts'

type RunOptions = Pick<SpawnOptions, 'env' | 'cwd' | 'stdio' | 'shell'> & { readonly timeoutMs?: number }

/** Runs a program to its end and answers its exit code; 1 when it could not start or was killed. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const { timeoutMs, ...rest } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: projectFolder, stdio: 'inherit', ...rest, timeout: timeoutMs })
    child.once('error', (error) => {
      say(`${command}: ${error.message}`)
      resolve(1)
    })
    child.once('exit', (code) => {
      resolve(code ?? 1)
    })
  })
}

/** Like `run`, but collects standard output; standard error goes to the terminal. */
export function readOutput(command: string, args: readonly string[], cwd = projectFolder): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(text)
      else reject(new Error(`${command} ended with code ${String(code)}`))
    })
  })
}

/** Runs a tool out of node_modules, under the Node of the project. */
export function runTool(name: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const isWindows = process.platform === 'win32'
  const folder = join(projectFolder, 'node_modules', '.bin')
  return run(join(folder, isWindows ? `${name}.cmd` : name), args, {
    ...options,
    shell: isWindows,
    env: { ...process.env, ...options.env, PATH: folder + delimiter + (process.env['PATH'] ?? '') },
  })
}

/** npm as the scripts were started with it, so that a second npm on the machine is not picked up. */
export function npmCommand(): readonly [command: string, ...args: string[]] {
  const script = process.env['npm_execpath']
  if (script?.endsWith('.js')) return [process.execPath, script]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

/** One line for the person at the terminal; standard output stays free for what scripts read. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
