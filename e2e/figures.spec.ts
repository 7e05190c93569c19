import { expect, type Locator, type Page, test } from 'playwright/test'
import { type App, launchApp, makePlansLibrary } from './app.ts'
import { type Everything, everythingOf, recordEverything } from './everything.ts'
import { fillEntry } from './ledgerPage.ts'

/** A screen, what must stand on it before its figures are looked at, and what is opened over it. */
interface Place {
  readonly name: string
  readonly route: string
  readonly ready: (page: Page) => Locator
  readonly open?: (page: Page) => Promise<void>
}

test('every figure of money on every screen opens its origin, or is what was typed into the record that it stands in', async () => {
  test.setTimeout(180_000)
  const { app, known } = await startWithEverything()
  for (const { name, route, ready, open } of placesOf(known)) {
    await goTo(app.page, route)
    await expect(ready(app.page).first(), name).toBeVisible()
    await open?.(app.page)
    await settled(app.page)
    const { shown, dead } = await figuresOn(app.page)
    // A screen without a figure would pass unseen.
    expect.soft(shown, `${name} shows figures`).toBeGreaterThan(0)
    expect.soft(dead, name).toEqual([])
    if (open !== undefined) await leave(app.page)
  }

  // What a figure opens adds up to it.
  for (const [route, table] of [
    ['/', '概算、合同、完成投资、支付'],
    [`/projects/${everythingOf}`, '资金'],
    ['/money', '四本账'],
    [`/money?projectId=${everythingOf}`, '四本账'],
    ['/money?tab=contracts', '合同'],
    ['/money?tab=funds', '资金来源'],
    ['/money?tab=holdings', '预付款'],
  ] as const)
    await expectFiguresAddUp(app.page, route, table)
  await app.close()
})

async function startWithEverything(): Promise<{ app: App; known: Everything }> {
  const app = await launchApp({ library: await makePlansLibrary(), actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await page.getByRole('heading', { name: '总览' }).waitFor()
  const known = await recordEverything(page)
  // In 元 no figure is rounded; what was read before the records is read again.
  const { settings } = await page.evaluate(() => window.api.getState())
  await page.evaluate((changed) => window.api.saveSettings(changed), {
    ...settings,
    amountUnit: 'yuan' as const,
  })
  // The schedule shows its costs, too.
  await page.evaluate(() => {
    localStorage.setItem('schedule.columns', '{"shown":["name","cost","costVariance"],"widths":{}}')
  })
  await page.reload()
  await page.getByRole('heading', { name: '总览' }).waitFor()
  return { app, known }
}

function placesOf({ contractId, fundId, draftId, versionId }: Everything): readonly Place[] {
  const of = `projectId=${everythingOf}`
  const table = (name: string) => (page: Page) => page.getByRole('table', { name, exact: true })
  const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name })
  const press = (name: string | RegExp, over: string | RegExp | null) => async (page: Page) => {
    await page.getByRole('button', { name }).first().click()
    if (over !== null) await expect(page.getByRole('dialog', { name: over }).first()).toBeVisible()
  }
  const money = (tab: string, more: string, ready: Place['ready'], open?: Place['open']): Place => ({
    name: `资金 ${tab} ${more}`,
    route: `/money?tab=${tab}${more}`,
    ready,
    ...(open === undefined ? {} : { open }),
  })
  const at = (name: string, route: string, ready: Place['ready'], open?: Place['open']): Place => ({
    ...{ name, route, ready },
    ...(open === undefined ? {} : { open }),
  })
  return [
    at('总览', '/', table('概算、合同、完成投资、支付')),
    at('总览 · 分项', '/', table('概算、合同、完成投资、支付'), press(/查看各分项/, /./)),
    at('总览 · 概算', '/', table('概算、合同、完成投资、支付'), press(/^119,000,000\.00/, null)),
    at('项目', '/projects', heading('项目')),
    at('一个项目', `/projects/${everythingOf}`, table('资金')),
    at('进度', `/schedule?${of}`, heading('进度')),
    at('挣值', `/schedule?tab=earned&${of}`, table('用款计划')),
    money('books', '', table('资金')),
    money('books', `&${of}`, table('建设成本')),
    money('books', '&entries=contract', table('合同构成')),
    money('books', '&entries=pending', table('合同构成')),
    money('books', '&entries=done', table('计量记录')),
    money('charts', '&year=2025', heading('逐月与累计支付、用款计划')),
    money('charts', `&year=2025&${of}`, heading('逐月与累计支付、用款计划'), async (page) => {
      for (const shown of await page.getByText('表', { exact: true }).all()) await shown.click()
    }),
    money('contracts', '', table('合同')),
    money('contracts', `&contractId=${contractId}`, heading('资金'), async (page) => {
      await expect(page.getByRole('table', { name: '变更签证' })).toBeVisible()
    }),
    money('work', `&${of}&year=2025`, table('计量')),
    money('budgets', `&${of}`, table('初设概算明细')),
    money('budgets', `&${of}&versionId=${draftId}`, table('调整概算明细')),
    money('budgets', `&${of}&versionId=${draftId}&againstId=${versionId}`, table('版本对比')),
    money('funds', '', table('分年情况')),
    money('funds', `&fundId=${fundId}`, table('分项目结余')),
    money('funds', `&${of}&fundId=${fundId}`, table('下达与到位'), press(/^冲销 /, /冲销/)),
    money('annual', '&year=2025', table('用款计划')),
    money('annual', `&year=2025&${of}`, table('用款计划'), press(/打开计划各版次/, /2025/)),
    money('annual', `&year=2025&${of}`, table('用款计划'), async (page) => {
      await page
        .getByRole('row', { name: /^测-001/ })
        .getByRole('button', { name: /打开组成/ })
        .first()
        .click()
      await expect(page.getByRole('dialog')).toBeVisible()
    }),
    money('holdings', '', table('预付款')),
    money('holdings', '', table('质保金'), press(/^登记扣回 测-001/, /登记扣回/)),
    money('dues', '', table('中小企业账款')),
    money('dues', '', table('中小企业账款'), press('登记应付款', '登记应付款')),
    money('periods', '', table('结账')),
    money('periods', '', table('结账'), press('结账 2025-06', '结账')),
    at('台账', '/payments', table('支付台账')),
    at('台账 · 净额', '/payments', table('支付台账'), press(/^14,700,000\.00/, null)),
    at('台账 · 一笔', '/payments', table('支付台账'), async (page) => {
      await page.getByRole('row', { name: /测试设计费/ }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    }),
    at('台账 · 冲销', '/payments', table('支付台账'), press(/^冲销 .*测试设计院/, /冲销/)),
    at('台账 · 变更记录', '/payments', table('支付台账'), press(/^变更记录.*测试设计院/, /变更记录/)),
    at('记一笔', '/payments?new=1', table('支付台账')),
    at('记一笔 · 合同与资金现状', '/payments?new=1', table('支付台账'), async (page) => {
      await fillEntry(page, { project: '荷塘', amount: '1000', payee: '测试单位', purpose: '测试款' })
      const form = page.getByRole('region', { name: '记一笔支付' })
      await form.locator('#entry-contractId').fill('测-001')
      await page.keyboard.press('Enter')
      await expect(form.getByRole('list', { name: '各项限额' })).toBeVisible()
    }),
    at('连续录入', '/payments/batch', heading('连续录入')),
    ...(
      [
        ['monthlyReport&period=2025-03', '投资完成情况月报'],
        ['annualPlan&period=2025', '年度投资计划表'],
        ['paymentLedger', '资金使用台账'],
        ['contractLedger', '合同台账'],
        ['retentionLedger', '质保金台账'],
      ] as const
    ).map(([report, title]) => at(title, `/reports?report=${report}`, table(title))),
    at('核对', '/checks', table('变更记录')),
    at('设置', '/settings', heading('规则')),
  ]
}

function goTo(page: Page, route: string): Promise<void> {
  return page.evaluate((hash) => {
    location.hash = hash
  }, route)
}

/** What was open over a screen goes with it. */
async function leave(page: Page): Promise<void> {
  await goTo(page, '/nowhere')
  await expect(page.getByRole('heading', { name: '没有这一屏' })).toBeVisible()
  await expect(page.locator('.ant-drawer-open, .ant-modal-wrap')).toHaveCount(0)
}

/** Until nothing is being read and the words stand still. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const text = document.body.innerText
      const before = document.body.dataset['seen']?.split(' ') ?? []
      const now = `${String(text.length)}/${String(document.querySelectorAll('*').length)}`
      const isStill = before[0] === now && document.querySelector('[aria-busy=true]') === null
      const times = isStill ? Number(before[1] ?? 0) + 1 : 0
      document.body.dataset['seen'] = `${now} ${String(times)}`
      return times >= 2
    },
    undefined,
    { polling: 30 },
  )
  await page.evaluate(() => {
    delete document.body.dataset['seen']
  })
}

/** How many figures of money stand there, and which neither open anything nor are marked, where drawn, as an origin. */
function figuresOn(page: Page): Promise<{ shown: number; dead: string[] }> {
  return page.evaluate(() => {
    const opens = 'a, button, [role=button], [role=tab]'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const dead = new Set<string>()
    let shown = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      const own = node.parentElement
      // Two decimals are money; a share has its sign or its class, a 科目 its code.
      if (own === null || !/\d[\d,]*\.\d\d(?!\d|\s*%)/.test(text) || own.getClientRects().length === 0)
        continue
      if (own.closest('script, style, .is-share, .line-code') !== null) continue
      shown += 1
      if (own.closest(`${opens}, [data-origin]`) !== null) continue
      const table = own.closest('table')?.getAttribute('aria-label') ?? ''
      const row = own.closest('tr')?.cells[0]?.textContent.slice(0, 20) ?? ''
      dead.add([table, row, text.slice(0, 80), `${own.tagName} ${own.className}`].join(' | '))
    }
    return { shown, dead: [...dead] }
  })
}

/** Presses each distinct figure of a table; what is then listed adds up to it, or is it. */
async function expectFiguresAddUp(page: Page, route: string, tableName: string): Promise<void> {
  const table = page.getByRole('table', { name: tableName, exact: true }).first()
  const figures = table.locator('.figure-origin')
  await goTo(page, route)
  await expect(figures.first()).toBeVisible()
  await settled(page)
  const names = await figures.evaluateAll((all) =>
    all.map((figure) => figure.getAttribute('aria-label') ?? figure.textContent),
  )
  const distinct = [...new Set(names)].filter((name) => /\d\.\d\d/.test(name) && !/^-?0\.00/.test(name))
  expect(distinct.length, `${route} has figures`).toBeGreaterThan(0)
  for (const name of distinct) {
    await figures.nth(names.indexOf(name)).click()
    const fen = fenOf(name)
    // Of what is drawn on 预备费 the changes stand on one side, and 预备费 with a minus on the other.
    const listed = async () => await amountsShown(page)
    await expect
      .poll(listed, { message: `${route}: ${name}` })
      .toContain(page.url().includes('entries=drawn') ? Math.abs(fen) : fen)
    if (page.url().endsWith(`#${route}`)) await leave(page)
    await goTo(page, route)
    await expect(figures.nth(names.indexOf(name))).toBeVisible()
    await settled(page)
  }
}

function fenOf(text: string): number {
  return Math.round(Number((/-?[\d,]+\.\d\d/.exec(text)?.[0] ?? '').replaceAll(',', '')) * 100)
}

/**
 * What stands open: of a list or a reckoning the sum of its parts; of a 科目 of a version, a quote or a project, which
 * are the figure itself, each figure on it.
 */
function amountsShown(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const fenIn = (text: string | null) =>
      Math.round(Number((/-?[\d,]+\.\d\d/.exec(text ?? '')?.[0] ?? 'NaN').replaceAll(',', '')) * 100)
    const popover = document.querySelector('.ant-popover:not(.ant-popover-hidden) .formula')
    if (popover !== null) {
      const parts = [...popover.querySelectorAll<HTMLTableRowElement>('tr:not(.book-total)')]
      return [
        Math.round(
          parts.reduce((so, { cells: [sign, , figure] }) => {
            const fen = fenIn(figure?.textContent ?? '')
            switch (sign?.textContent) {
              case '−':
                return so - fen
              case '×':
                return so * fen
              case '÷':
                return so / fen
              case undefined:
              default:
                return so + fen
            }
          }, 0),
        ),
      ]
    }
    const drawer = [...document.querySelectorAll('.ant-drawer-open')].at(-1)
    const place = drawer ?? document.querySelector('main')
    const tables = [...(place?.querySelectorAll('table') ?? [])]
    // By column: beside the whole of an entry may stand the part of it that a source bears.
    const sums = tables.flatMap((table) => {
      const columns = new Map<number, number>()
      for (const cell of table.querySelectorAll('td')) {
        const figure = cell.matches('[data-origin=entered]')
          ? cell
          : cell.querySelector('[data-origin=entered]')
        if (figure !== null)
          columns.set(cell.cellIndex, (columns.get(cell.cellIndex) ?? 0) + fenIn(figure.textContent))
      }
      return [...columns.values()]
    })
    const isItself =
      /^#\/(projects|checks)|tab=budgets/.test(location.hash) || place?.querySelector('.quote') !== null
    const own = isItself
      ? [...(place?.querySelectorAll('.figure, .quote') ?? [])].flatMap((figure) => {
          const fen = fenIn(figure.textContent)
          // The plans print 万元.
          return figure.matches('.quote') ? [fen, fen * 10_000] : [fen]
        })
      : []
    return [...sums, ...own]
  })
}
