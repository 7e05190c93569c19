import { syntheticLibrary } from '../../db/bench/generate.ts'
import { print, summary } from '../../db/bench/measure.ts'
import { readAnswer } from '../../db/requests/wire.ts'
import { launchApp } from '../app.ts'

const runs = 60

/** A ledger page of 50 at 100k payments: click to painted; and its data, read, against an echo of the same 50 objects. */
export async function benchPage(): Promise<boolean> {
  const app = await launchApp({
    library: await syntheticLibrary(100_000),
    actor: { name: '合成', role: 'reviewer' },
  })
  await app.page.getByRole('heading', { name: '总览' }).waitFor()
  await app.page.evaluate(() => {
    location.hash = '/payments'
  })
  await app.page.getByRole('button', { name: /下一页|right/ }).waitFor()
  const clicks = await app.page.evaluate(clickThrough, runs)
  const floor = summary(await app.page.evaluate(writeThrough, runs))
  const data = await app.page.evaluate(askThrough, runs)
  const stored = readAnswer(
    await app.page.evaluate(() => window.api.request('listPayments', { page: 7, pageSize: 50 })),
  )
  await app.electron.evaluate(({ ipcMain }, answer) => {
    ipcMain.removeHandler('request')
    ipcMain.handle('request', () => answer)
  }, stored)
  const echo = summary(await app.page.evaluate(askThrough, runs))
  await app.close()

  const click = summary(clicks)
  const asked = summary(data)
  const ratio = asked.median / echo.median
  const isPainted = print({
    id: 'page',
    what: 'next page of 50 in 100k, click to painted',
    median: click.median,
    p95: click.p95,
    floor: floor.median,
    ratio: click.median / floor.median,
    target: 'p95 ≤ 50 ms (floor: the same cells written by hand, laid out and painted)',
    runs,
    isMet: click.p95 <= 50,
  })
  const isAsked = print({
    id: 'page',
    what: 'its data, against an echo of the same rows by the main process',
    median: asked.median,
    p95: asked.p95,
    floor: echo.median,
    ratio,
    target: '≤ 2 × a 50-row echo',
    runs,
    isMet: ratio <= 2,
  })
  return isPainted && isAsked
}

/** In the page: presses 下一页 and waits until the first row has changed and a frame has been painted. */
async function clickThrough(count: number): Promise<number[]> {
  const times: number[] = []
  const firstRow = () => document.querySelector('.payment-sheet tbody tr')?.textContent ?? ''
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  for (let run = -3; run < count; run += 1) {
    const before = firstRow()
    const next = document.querySelector<HTMLElement>('.ant-pagination-next button')
    const start = performance.now()
    next?.click()
    while (firstRow() === before) await frame()
    await frame()
    if (run >= 0) times.push(performance.now() - start)
  }
  return times
}

/** In the page: the floor. The same cells get other texts without any program behind them, and a frame is painted. */
async function writeThrough(count: number): Promise<number[]> {
  const times: number[] = []
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const cells = [...document.querySelectorAll('.payment-sheet tbody td')].map((cell) => {
    const copy = document.createElement('td')
    copy.className = cell.className
    cell.replaceWith(copy)
    return { copy, text: cell.textContent }
  })
  for (let run = -3; run < count; run += 1) {
    const start = performance.now()
    for (const [index, { copy }] of cells.entries())
      copy.textContent = cells[(index + 9 * (run + 4)) % cells.length]?.text ?? ''
    await frame()
    await frame()
    if (run >= 0) times.push(performance.now() - start)
  }
  return times
}

async function askThrough(count: number): Promise<number[]> {
  const times: number[] = []
  for (let run = -3; run < count; run += 1) {
    const start = performance.now()
    const answer: unknown = await window.api.request('listPayments', { page: run + 10, pageSize: 50 })
    if (typeof answer === 'string') JSON.parse(answer)
    if (run >= 0) times.push(performance.now() - start)
  }
  return times
}
