import type { Page } from 'playwright'
import { print, summary } from '../../db/bench/measure.ts'
import { workbookOf100k } from '../../db/bench/xlsx.ts'
import { answerDialogs, launchApp } from '../app.ts'

/** The real window while a workbook of 100k payments is read, imported and taken back: how long it ever stood still. */
export async function benchImportWindow(): Promise<boolean> {
  const { library, file } = await workbookOf100k()
  const app = await launchApp({ library, actor: { name: '合成', role: 'finance' } })
  const { page } = app
  await page.getByRole('heading', { name: '总览' }).waitFor()
  await page.evaluate(() => {
    location.hash = '/import?kind=payments'
  })
  const choose = page.getByRole('button', { name: '选择文件…' })
  await choose.waitFor()
  await page.evaluate(watchFrames)
  await page.waitForTimeout(3_000)
  const rest = await seenBy(page)

  await answerDialogs(app, file)
  await choose.click()
  const apply = page.getByRole('button', { name: '导入 100,000 行' })
  await apply.waitFor({ timeout: 120_000 })
  const isReadLive = printed('read to the checked preview', await seenBy(page), rest)

  await apply.click()
  await page.getByText('已导入 100,000 条').waitFor({ timeout: 180_000 })
  const isApplyLive = printed('imported', await seenBy(page), rest)

  await page.getByRole('status').getByRole('button', { name: '撤销导入' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因').fill('合成数据')
  await dialog.getByRole('button', { name: '撤销导入' }).click()
  await page.getByText('合成数据').first().waitFor({ timeout: 180_000 })
  await dialog.waitFor({ state: 'hidden', timeout: 180_000 })
  const isUndoLive = printed('taken back', await seenBy(page), rest)
  await app.close()
  return isReadLive && isApplyLive && isUndoLive
}

function printed(what: string, seen: Seen, rest: Seen): boolean {
  const { median } = summary(seen.gaps)
  const [longest, floor] = [Math.max(0, ...seen.frames), Math.max(0, ...rest.frames)]
  const gap = Math.round(Math.max(...seen.gaps))
  return print({
    id: 'importWindow',
    what: `100k rows ${what}: the window’s longest frame (as p95; 0: none above 50 ms), and ${String(gap)} ms at most between two frames on this machine`,
    median,
    p95: longest,
    floor,
    ratio: null,
    target: 'longest ≤ 100 ms (floor: the longest at rest)',
    runs: seen.gaps.length,
    isMet: longest <= Math.max(100, floor),
  })
}

interface Seen {
  /** Times between any two frames, which a busy machine stretches, too. */
  readonly gaps: readonly number[]
  /** What the window itself worked for longer than 50 ms (long animation frames). */
  readonly frames: readonly number[]
}

/** In the page: keeps the time between any two frames, and how long the long ones took. */
function watchFrames(): void {
  const gaps: number[] = []
  const frames: number[] = []
  Reflect.set(window, 'frameGaps', gaps)
  Reflect.set(window, 'longFrames', frames)
  let last = performance.now()
  const next = () => {
    const now = performance.now()
    gaps.push(now - last)
    last = now
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) frames.push(duration)
  }).observe({ type: 'long-animation-frame' })
}

/** What was kept since it was last asked for. */
async function seenBy(page: Page): Promise<Seen> {
  return await page.evaluate(() => {
    const taken = (name: string) => {
      const kept: unknown = Reflect.get(window, name)
      return Array.isArray(kept) ? kept.splice(0).map(Number) : []
    }
    return { gaps: taken('frameGaps'), frames: taken('longFrames') }
  })
}
