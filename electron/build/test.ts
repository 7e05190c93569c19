import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { bundle } from './bundle.ts'
import { ensureDisplay } from './display.ts'
import { outFolder } from './place.ts'
import { run, runTool, say } from './running.ts'
import { findRuntime } from './runtime.ts'
import { ensureReaders, ensureSystemLibraries } from './systemLibraries.ts'

interface Count {
  readonly passed: number
  readonly failed: number
}

/** `npm test`: check, unit and property tests, build, stories. The last line is always `N passed, N failed`. */
const counts: Count[] = []
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    counts.push({ passed: 0, failed: 1 })
    report()
  })
}
try {
  await mkdir(outFolder, { recursive: true })
  counts.push(await check())
  counts.push(await unitTests())
  counts.push(await stories())
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  counts.push({ passed: 0, failed: 1 })
}
report()

/** An interrupted run says so in its numbers: what had not ended counts as one failure. */
function report(): never {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exit(failed === 0 ? 0 : 1)
}

async function check(): Promise<Count> {
  const code = await run(process.execPath, [join(import.meta.dirname, 'check.ts')])
  return { passed: 0, failed: code }
}

async function unitTests(): Promise<Count> {
  await ensureReaders()
  const report = freshReport('unit.json')
  const config = join(import.meta.dirname, 'vitest.config.ts')
  const code = await runTool('vitest', [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const found = readReport(report)
  return counted(code, number(found['numPassedTests']), number(found['numFailedTests']))
}

async function stories(): Promise<Count> {
  await ensureSystemLibraries()
  await findRuntime()
  await bundle()
  const display = await ensureDisplay()
  const report = freshReport('stories.json')
  const code = await runTool('playwright', ['test', '--config', 'e2e/playwright.config.ts'])
  display.stop()
  const stats = readReport(report)['stats']
  const { expected, unexpected, flaky } = isObject(stats) ? stats : {}
  return counted(code, number(expected), number(unexpected) + number(flaky))
}

/** A runner that ended badly without a failed test, e.g. on a file it could not load, counts as one failure. */
function counted(code: number, passed: number, failed: number): Count {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

/** The report of an earlier run must not be counted again. */
function freshReport(name: string): string {
  const path = join(outFolder, name)
  rmSync(path, { force: true })
  return path
}

function readReport(path: string): Readonly<Record<string, unknown>> {
  const report: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  return isObject(report) ? report : {}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
