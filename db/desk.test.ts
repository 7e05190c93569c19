import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startDbProcess } from './fixture/dbProcess.ts'
import { plansFile, somePayment, temporaryFolder } from './fixture/temporaryLibrary.ts'

async function startDesk() {
  const folder = temporaryFolder()
  const db = await startDbProcess(folder)
  onTestFinished(db.stop)
  return { folder, db }
}

test('before a library is open, a request is refused', async () => {
  const { db } = await startDesk()
  expect(await db.request('listProjects', {})).toMatchObject({ ok: false, error: { code: 'libraryNotOpen' } })
})

test('a new library is made where the person asked, filled and closed, and a changed one is backed up', async () => {
  const { db, folder } = await startDesk()
  const file = join(folder, '新库.cpt')
  expect(await db.open(file, 'createLibrary')).toEqual({ ok: true, value: { file, viewOnly: null } })
  expect(await db.request('loadPlans', {})).toMatchObject({ ok: true, value: { projectCount: 26 } })
  await db.request('recordPayment', somePayment({ paidOn: '2026-01-05' }))
  await db.close()
  const backups = readdirSync(folder).filter((name) => /^新库-[\da-f]{8}-\d{8}T\d{6}Z\.cpt$/.test(name))
  expect(backups).toHaveLength(1)
  expect(await db.open(join(folder, backups[0] ?? ''))).toMatchObject({ ok: true })
  expect(await db.request('listPayments', {})).toMatchObject({ ok: true, value: { total: 1 } })
})

test('a file that cannot be opened leaves the open one open', async () => {
  const { db, folder } = await startDesk()
  const file = await plansFile(folder)
  await db.open(file)
  expect(await db.open(join(folder, 'nowhere.cpt'))).toMatchObject({
    ok: false,
    error: { code: 'libraryMissing' },
  })
  expect(await db.request('listPlans', {})).toMatchObject({ ok: true, value: { total: 2 } })
})

test('a task tells how far it is and can be cancelled; a command sent meanwhile waits for it', async () => {
  const { db, folder } = await startDesk()
  await db.open(await plansFile(folder))
  const verifying = db.request('verifyLibrary', {})
  db.post({ kind: 'cancel', id: db.lastId() })
  const saving = db.request('recordPayment', somePayment({ paidOn: '2026-01-05' }))
  expect(await verifying).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await saving).toMatchObject({ ok: true })
  expect(await db.request('verifyLibrary', {})).toMatchObject({ ok: true, value: { isSound: true } })
  expect(db.progress.length).toBeGreaterThan(0)
})

test('an unknown request, a malformed input and a malformed actor are coded errors', async () => {
  const { db, folder } = await startDesk()
  await db.open(await plansFile(folder))
  expect(await db.request('dropEverything', {})).toMatchObject({
    ok: false,
    error: { code: 'requestUnknown' },
  })
  expect(await db.request('__proto__', {})).toMatchObject({ ok: false, error: { code: 'requestUnknown' } })
  expect(await db.request('getProject', 'text')).toMatchObject({
    ok: false,
    error: { code: 'inputMalformed' },
  })
})
