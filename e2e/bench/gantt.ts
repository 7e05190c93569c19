import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { print, summary } from '../../db/bench/measure.ts'
import { benchProject, taskLibrary } from '../../db/bench/taskLibrary.ts'
import { projectFolder } from '../../electron/build/place.ts'
import { launchApp } from '../app.ts'

const runs = 7

/** First paint and scroll of a project's Gantt, beside plain frappe-gantt painting as many bars in the same window. */
export async function benchGantt(): Promise<boolean> {
  const met: boolean[] = []
  for (const [count, bound] of [
    [100, 250],
    [2_000, 400],
    [5_000, 500],
  ] as const) {
    const app = await launchApp({
      library: await taskLibrary(count),
      actor: { name: '合成', role: 'liaison' },
    })
    const { page } = app
    await page.getByRole('heading', { name: '总览' }).waitFor()
    const [read = Number.NaN] = await page.evaluate(openThrough, { project: benchProject, count: 1 })
    const paints = summary(await page.evaluate(openThrough, { project: benchProject, count: runs }))
    const idle = summary(await page.evaluate(scrollThrough, { count: 240, by: 0 }))
    const frames = summary(await page.evaluate(scrollThrough, { count: 240, by: 140 }))
    // A busy machine drops frames of an empty page, too: the bound grows with those.
    const slowness = Math.max(1, idle.p99 / 17)
    const plain = await plainPaint(page, count)
    await app.close()
    met.push(
      print({
        id: 'gantt',
        what: `first paint of ${String(count)} tasks, read before; plain frappe-gantt beside it`,
        median: paints.median,
        p95: paints.p95,
        floor: plain,
        ratio: paints.median / plain,
        target: `≤ ${String(bound)} ms`,
        runs,
        isMet: paints.median <= bound,
      }),
      print({
        id: 'gantt',
        what: `the same with reading the tasks and reckoning the schedule, first time`,
        median: read,
        p95: read,
        floor: plain,
        ratio: read / plain,
        target: '≤ plain frappe-gantt, or 1 s',
        runs: 1,
        isMet: read <= Math.max(plain, 1_000),
      }),
      print({
        id: 'gantt',
        what: `frames while ${String(count)} tasks scroll by 5 rows each`,
        median: frames.median,
        p95: frames.p95,
        floor: idle.p99,
        ratio: frames.p99 / idle.p99,
        target: 'p99 ≤ 50 ms, or 3 × the p99 of a page at rest',
        runs: frames.runs,
        isMet: frames.p99 <= 50 * slowness,
      }),
    )
  }
  return met.every(Boolean)
}

/** In the page: opens the project's schedule and waits until its bars are painted. */
async function openThrough({ project, count }: { project: string; count: number }): Promise<number[]> {
  const times: number[] = []
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  for (let run = 0; run < count; run += 1) {
    location.hash = '/settings'
    while (document.querySelector('.gantt-chart') !== null) await frame()
    await frame()
    const start = performance.now()
    location.hash = `/schedule?projectId=${project}`
    while (document.querySelector('.gantt-chart .is-task .bar-group') === null) await frame()
    await frame()
    times.push(performance.now() - start)
  }
  return times
}

/** In the page: how long each frame takes while the chart scrolls. */
async function scrollThrough({ count, by }: { count: number; by: number }): Promise<number[]> {
  const outer = document.querySelector('.schedule-frame')
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const times: number[] = []
  await frame()
  let before = performance.now()
  for (let run = 0; run < count; run += 1) {
    outer?.scrollBy(0, by)
    await frame()
    const now = performance.now()
    times.push(now - before)
    before = now
  }
  return times
}

/** Plain frappe-gantt as it comes, with as many tasks at hand, in the same page. */
async function plainPaint(page: Page, count: number): Promise<number> {
  const source = await readFile(
    join(projectFolder, 'node_modules/frappe-gantt/dist/frappe-gantt.umd.js'),
    'utf8',
  )
  await page.evaluate(source)
  return page.evaluate(async (number) => {
    const made: unknown = Reflect.get(globalThis, 'Gantt')
    if (typeof made !== 'function') throw new Error('frappe-gantt did not load')
    const element = document.createElement('div')
    document.body.append(element)
    const day = (days: number) =>
      new Date(Date.UTC(2023, 0, 2) + days * 86_400_000).toISOString().slice(0, 10)
    const tasks = Array.from({ length: number }, (_task, index) => {
      const start = Math.floor((index * 1400) / number)
      return {
        id: `plain-${String(index)}`,
        name: `任务 ${String(index)}`,
        start: day(start),
        end: day(start + 12),
      }
    })
    const start = performance.now()
    Reflect.construct(made, [element, tasks, { view_mode: 'Month' }])
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const took = performance.now() - start
    element.remove()
    return took
  }, count)
}
