import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from './fixture/temporaryLibrary.ts'

const run = promisify(execFile)
const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))

async function db(...args: string[]): Promise<{ code: number; value: unknown; error: unknown }> {
  try {
    const { stdout } = await run(process.execPath, [cli, ...args], { maxBuffer: 1e8 })
    return { code: 0, value: JSON.parse(stdout), error: null }
  } catch (failed) {
    const { code, stderr } = failed as { code: number; stderr: string }
    return { code, value: null, error: JSON.parse(stderr) }
  }
}

test('a script makes a library, logs a payment and reads it back', async () => {
  const file = join(temporaryFolder(), 'a.cpt')
  expect((await db(file, 'listPlans', '{}')).error).toMatchObject({ code: 'libraryMissing' })
  expect(existsSync(file)).toBe(false)
  expect((await db(file, 'loadPlans', '{}')).value).toMatchObject({ projectCount: 26 })
  const payment = {
    projectId: 'pj-hetang',
    paidOn: '2026-01-05',
    amountFen: 100,
    payee: '甲',
    purpose: '款',
    idempotencyKey: 'script-1',
  }
  const saved = await db(
    '--actor',
    '王芳',
    '--role',
    'finance',
    file,
    'recordPayment',
    JSON.stringify(payment),
  )
  expect(saved.value).toMatchObject({ amountFen: 100, actorName: '王芳' })
  expect((await db(file, 'listPayments', '{"page":1,"pageSize":10}')).value).toMatchObject({ total: 1 })
}, 60_000)

test('errors are JSON with a code and leave with 1', async () => {
  const file = join(temporaryFolder(), 'a.cpt')
  expect(await db('--actor', '陈局', '--role', 'reviewer', file, 'loadPlans', '{}')).toMatchObject({
    code: 1,
    error: { code: 'roleForbidden' },
  })
  expect(existsSync(file)).toBe(false)
  await db(file, 'createLibrary', '{"name":"某局"}')
  expect(await db(file, 'getLibrary')).toMatchObject({ code: 0, value: { name: '某局', projectCount: 0 } })
  expect(await db(file, 'nonsense')).toMatchObject({
    code: 1,
    error: { code: 'requestUnknown', message: '没有这个请求：nonsense' },
  })
  expect(await db(file, 'listPlans', '{not json')).toMatchObject({
    code: 1,
    error: { code: 'inputMalformed' },
  })
  expect(await db('--language', 'en', file, 'recordPayment', '{}')).toMatchObject({
    error: { code: 'actorMissing', message: 'A name and a role are needed first' },
  })
}, 60_000)

test('the list names every request with its kind, roles and schemas', async () => {
  const { value } = await db('--list')
  expect(value).toContainEqual(
    expect.objectContaining({ name: 'recordPayment', kind: 'command', roles: ['finance'] }),
  )
  expect(JSON.stringify(value)).toContain('"idempotencyKey"')
}, 60_000)
