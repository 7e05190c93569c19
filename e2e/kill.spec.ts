import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'playwright/test'
import type { Answer } from '../db/requests/wire.ts'
import { killApp, launchApp, makePlansLibrary, runRequest } from './app.ts'

/** `CPT_KILLS=1000` for the long run. */
const kills = Number(process.env['CPT_KILLS'] ?? '100')

test(`the whole app killed ${String(kills)} times while saving loses no acknowledged payment`, async () => {
  test.setTimeout(kills * 15_000)
  const library = await makePlansLibrary()
  const acknowledged: string[] = []
  for (let round = 0; round < kills; round += 1) {
    const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
    await app.page.exposeFunction('acknowledge', (key: string) => acknowledged.push(key))
    await app.page.waitForFunction(async () => (await window.api.getState()).library.file !== null)
    // Not awaited: it goes on until the app is dead.
    void app.page
      .evaluate(
        async (prefix) => {
          const acknowledge: unknown = Reflect.get(globalThis, 'acknowledge')
          for (let index = 0; index < 10_000; index += 1) {
            const idempotencyKey = `${prefix}-${String(index)}`
            const answer = JSON.parse(
              await window.api.request('recordPayment', {
                projectId: 'pj-hetang',
                paidOn: '2024-03-05',
                amountFen: index + 1,
                payee: idempotencyKey,
                purpose: '款',
                idempotencyKey,
              }),
            ) as Answer<unknown>
            if (answer.ok && typeof acknowledge === 'function')
              await Reflect.apply(acknowledge, null, [idempotencyKey])
          }
        },
        `kill-${String(round)}`,
      )
      .catch(() => undefined)
    await setTimeout(20 + ((round * 37) % 160))
    await killApp(app)
  }
  expect(acknowledged.length).toBeGreaterThan(kills)
  const entered = await allPayees(library)
  expect(acknowledged.filter((key) => !entered.includes(key))).toEqual([])
  expect(new Set(entered).size).toBe(entered.length)
  expect(await runRequest(library, 'verifyLibrary', {})).toMatchObject({ isSound: true })
})

async function allPayees(library: string): Promise<string[]> {
  const payees: string[] = []
  for (let page = 1; ; page += 1) {
    const { items, total } = await runRequest(library, 'listPayments', { page, pageSize: 100 })
    payees.push(...items.map(({ payee }) => payee))
    if (payees.length >= total) return payees
  }
}
