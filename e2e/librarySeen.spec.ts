import { copyFile, mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import type { Answer } from '../db/requests/wire.ts'
import { launchApp, makePlansLibrary, runRequest } from './app.ts'

const actor = { name: '王芳', role: 'finance' } as const

test('a library that lost its newest changes while it was closed is told when it is opened again', async () => {
  const library = await makePlansLibrary()
  const earlier = `${library}.earlier`
  await copyFile(library, earlier)
  const first = await launchApp({ library, actor })
  await first.page.getByRole('heading', { name: '总览' }).first().waitFor()
  const saved = await first.page.evaluate(() =>
    window.api.request('recordPayment', {
      ...{ projectId: 'pj-hetang', paidOn: '2024-03-05', amountFen: 100, payee: '甲', purpose: '款' },
      idempotencyKey: 'one',
    }),
  )
  expect(JSON.parse(saved)).toMatchObject({ ok: true })
  const remembered = await changeCount(first.page)
  expect(await cutTail(first.page)).toBeNull()
  await first.close()

  const untouched = await launchApp({ userDataDir: first.userDataDir })
  expect(await cutTail(untouched.page)).toBeNull()
  await untouched.close()

  await copyFile(earlier, library)
  const second = await launchApp({ userDataDir: first.userDataDir })
  const found = await changeCount(second.page)
  expect(found).toBeLessThan(remembered)
  expect(await cutTail(second.page)).toEqual({ remembered, found })
  await second.close()
})

test('a damaged library is offered its own backups, though another one has the same name', async () => {
  const library = await makePlansLibrary()
  const first = await launchApp({ library, actor })
  await first.page.getByRole('heading', { name: '总览' }).first().waitFor()
  await first.close()
  const { id } = await runRequest(library, 'getLibrary', {})
  await truncate(library, 5000)
  const kept = join(first.userDataDir, 'backups')
  await mkdir(kept, { recursive: true })
  for (const owner of [id.slice(-8), 'ffffffff'])
    await writeFile(join(kept, `基建台账-${owner}-20260102T030405Z.cpt`), '')

  const second = await launchApp({ userDataDir: first.userDataDir })
  await expect(second.page.getByText(/文件已损坏/).first()).toBeVisible()
  await expect(second.page.getByRole('row', { name: new RegExp(`${id.slice(-8)}-2026`) })).toBeVisible()
  await expect(second.page.getByText(/ffffffff/)).toHaveCount(0)
  await second.close()
})

async function cutTail(page: Page): Promise<unknown> {
  return page.evaluate(async () => (await window.api.getState()).cutTail)
}

async function changeCount(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await window.api.getState()
    const answer = JSON.parse(await window.api.request('getLibrary', {})) as Answer<unknown>
    return answer.ok ? Number(Reflect.get(Object(answer.value), 'changeCount')) : -1
  })
}
