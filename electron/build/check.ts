import { runTool, say } from './running.ts'

/** `npm run check`: types and layers, lint, format, dead code. Its exit code counts the steps that failed. */
const steps: readonly (readonly [name: string, tool: string, ...args: string[]])[] = [
  ['types and layers', 'tsc', '-b'],
  ['lint', 'eslint', '.', '--cache', '--cache-location', 'out/eslint/', '--max-warnings', '0'],
  ['format', 'biome', 'check', '--error-on-warnings'],
  ['dead code', 'knip', '--no-progress'],
]

let failures = 0
for (const [name, tool, ...args] of steps) {
  const started = performance.now()
  const code = await runTool(tool, args)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(`check · ${name}: ${code === 0 ? 'passed' : 'FAILED'} (${seconds} s)`)
  if (code !== 0) failures += 1
}
process.exit(failures)
