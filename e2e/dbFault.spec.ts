import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'playwright/test'
import { readAnswer } from '../db/requests/wire.ts'
import { launchApp, makePlansLibrary, pauseDbProcess } from './app.ts'

const actor = { name: '王芳', role: 'finance' } as const

test('the id of a fault that the person reads out is in the log', async () => {
  const library = await makePlansLibrary()
  const file = new DatabaseSync(library)
  file.exec(
    `DROP TRIGGER change_stays; UPDATE change SET after = '{' WHERE seq = (SELECT max(seq) FROM change)`,
  )
  file.close()
  const app = await launchApp({ library, actor })
  await app.page.getByRole('heading', { name: '总览' }).first().waitFor()
  const answer = readAnswer(
    await app.page.evaluate(() => window.api.request('listChanges', { pageSize: 100, page: 1 })),
  )
  const error = answer.ok ? undefined : answer.error
  expect(error?.code).toBe('internal')
  const incident = String(error?.params['incident'])
  expect(error?.message).toContain(incident)
  await expect
    .poll(() => readFile(join(app.userDataDir, 'logs', 'main.log'), 'utf8'))
    .toContain(`${incident} listChanges SyntaxError`)
  await app.close()
})

test('when the db process dies, only an entry has an unknown outcome; a question can just be asked again', async () => {
  const app = await launchApp({ library: await makePlansLibrary(), actor })
  await app.page.getByRole('heading', { name: '总览' }).first().waitFor()
  const kill = await pauseDbProcess(app)
  const codes = app.page.evaluate(async () => {
    const payment = {
      projectId: 'pj-hetang',
      paidOn: '2024-03-05',
      amountFen: 100,
      payee: '甲',
      purpose: '款',
    }
    const answers = await Promise.all([
      window.api.request('recordPayment', { ...payment, idempotencyKey: 'one' }),
      window.api.request('listPayments', {}),
      window.api.request('verifyLibrary', {}),
    ])
    return answers
  })
  // Answered by the main process alone: what was sent before it has reached the db process's door.
  await app.page.evaluate(() => window.api.getState())
  kill()
  expect((await codes).map(codeOf)).toEqual(['dbProcessDied', 'dbProcessRestarted', 'dbProcessRestarted'])
  await app.close()
})

function codeOf(json: string): string {
  const answer = readAnswer(json)
  return answer.ok ? 'ok' : answer.error.code
}
