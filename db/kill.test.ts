import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startDbProcess } from './fixture/dbProcess.ts'
import { askable, plansFile, somePayment, temporaryFolder } from './fixture/temporaryLibrary.ts'
import { openLibrary } from './library.ts'

/** The whole app is killed a hundred times in e2e/kill.spec.ts; here what had no answer is sent again. */
const kills = 40

test(`killed ${String(kills)} times while saving, no acknowledged payment is lost, none is half there, none is doubled`, {
  timeout: 300_000,
}, async () => {
  const folder = temporaryFolder()
  const file = await plansFile(folder)
  const acknowledged = new Set<string>()
  const unanswered: ReturnType<typeof somePayment>[] = []

  for (let round = 0; round < kills; round += 1) {
    const db = await startDbProcess(folder)
    expect((await db.open(file)).ok).toBe(true)
    // What had no answer is sent again with its key, as a person presses 保存 again.
    for (const input of unanswered.splice(0)) {
      const answer = await db.request('recordPayment', input)
      expect(answer.ok).toBe(true)
      acknowledged.add(input.idempotencyKey)
    }
    const killed = setTimeout((round * 7) % 60).then(db.kill)
    for (let index = 0; index < 200; index += 1) {
      const input = somePayment()
      const answer = await Promise.race([db.request('recordPayment', input), killed])
      if (answer === undefined) {
        unanswered.push(input)
        break
      }
      if (answer.ok) acknowledged.add(input.idempotencyKey)
    }
    await killed
  }

  const { ask, db } = askable(file, openLibrary(file, folder, new Date()))
  const keys = db.all<{ key: string }>('SELECT key FROM command_key').map(({ key }) => key)
  const lost = [...acknowledged].filter((key) => !keys.includes(key))
  expect(lost).toEqual([])
  expect((await ask('listPayments', {})).total).toBe(keys.length)
  expect(keys.length - acknowledged.size).toBeLessThanOrEqual(unanswered.length)
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
  expect(acknowledged.size).toBeGreaterThan(kills)
})
