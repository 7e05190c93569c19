import { expect, type Page, test } from 'playwright/test'
import { launchApp, makePlansLibrary } from './app.ts'
import { everythingOf, recordEverything } from './everything.ts'

test('probe', async () => {
  test.setTimeout(240_000)
  const app = await launchApp({ library: await makePlansLibrary(), actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await page.getByRole('heading', { name: '总览' }).waitFor()
  const known = await recordEverything(page)
  await page.reload()
  await page.getByRole('heading', { name: '总览' }).waitFor()
  const of = `projectId=${everythingOf}`
  const routes = [
    '/', '/projects', `/projects/${everythingOf}`, '/schedule', `/schedule?${of}`, '/schedule?tab=week', '/schedule?tab=board',
    '/schedule?tab=earned', `/schedule?tab=earned&${of}`,
    '/money', `/money?${of}`, '/money?tab=charts&year=2025', `/money?tab=charts&year=2025&${of}`,
    '/money?tab=contracts', `/money?tab=contracts&${of}`, `/money?tab=contracts&contractId=${known.contractId}`,
    `/money?tab=work&${of}&year=2025`, `/money?tab=budgets&${of}`, `/money?tab=budgets&${of}&versionId=${known.draftId}`,
    `/money?tab=budgets&${of}&versionId=${known.draftId}&againstId=${known.versionId}`,
    '/money?tab=funds', `/money?tab=funds&${of}&fundId=${known.fundId}`, `/money?tab=funds&fundId=${known.fundId}`,
    '/money?tab=annual&year=2025', `/money?tab=annual&year=2025&${of}`,
    '/money?tab=holdings', '/money?tab=dues', '/money?tab=periods',
    '/money?entries=contract', '/money?entries=pending', '/money?entries=done',
    '/payments', '/payments?new=1', '/payments/batch',
    '/reports', '/reports?report=monthlyReport&period=2025-03', '/reports?report=annualPlan&period=2025', '/reports?report=paymentLedger', '/reports?report=contractLedger', '/reports?report=retentionLedger',
    '/checks', '/settings', '/import?kind=payments',
  ]
  for (const route of routes) {
    await page.evaluate((hash) => { location.hash = hash }, route)
    await settled(page)
    console.log('##', route, JSON.stringify(await dead(page), null, 1))
  }
  await app.close()
})

async function settled(page: Page) {
  await page.evaluate(() => { const w = window as unknown as { seen?: string; times?: number }; delete w.seen; w.times = 0 })
  await page.waitForFunction(() => {
    const w = window as unknown as { seen?: string; times: number }
    const text = document.body.innerText
    w.times = w.seen === text && document.querySelector('[aria-busy=true]') === null ? w.times + 1 : 0
    w.seen = text
    return w.times >= 4
  }, undefined, { polling: 60 })
  expect(1).toBe(1)
}

function dead(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      const el = node.parentElement
      if (el === null || !/\d[\d,]*\.\d\d(?!\d|\s*%)/.test(text)) continue
      if (el.closest('a, button, [role=button], style, script, textarea, [data-origin], .line-code') !== null || el.getClientRects().length === 0) continue
      const path = []
      for (let up: Element | null = el; up !== null && path.length < 4; up = up.parentElement) path.push(up.tagName.toLowerCase() + (up.getAttribute('class') ? '.' + String(up.getAttribute('class')).replace(/ /g, '.') : ''))
      const table = el.closest('table')?.getAttribute('aria-label') ?? el.closest('[aria-label]')?.getAttribute('aria-label') ?? ''
      const row = el.closest('tr')
      found.push(`${table} | ${row?.cells[0]?.textContent.slice(0, 20) ?? ''} | ${text.slice(0, 60)} | ${path.join(' < ')}`)
    }
    return [...new Set(found)]
  })
}
