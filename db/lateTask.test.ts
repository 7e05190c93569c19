import { expect, test } from 'vitest'
import { alertsOf, fires, projectId } from './fixture/alert.ts'
import { liaison, openPlans } from './fixture/temporaryLibrary.ts'

type Library = Awaited<ReturnType<typeof openPlans>>

test('a task past its planned finish is late by days once it was reported since, and quiet when it is done', async () => {
  const library = await openPlans()
  const milestoneId = await add(library, { name: '基础', finish: '2026-03-02' })
  expect(await fires(library, 'taskLate')).toBe(false)
  await library.ask('reportMilestone', { milestoneId, status: 'inProgress', note: '雨' }, liaison)
  expect(await alertsOf(library, 'taskLate')).toMatchObject([
    { projectId, milestoneId, subject: '荷塘卫生院升级改造工程 · 基础', due: '2026-03-02', days: 8 },
  ])
  const done = { milestoneId, status: 'done', actualOn: '2026-03-09' } as const
  await library.ask('reportMilestone', done, liaison)
  expect(await fires(library, 'taskLate')).toBe(false)
})

test('the target counts before the planned finish; within its date, or known to the month only, no days are late', async () => {
  const library = await openPlans()
  const report = async (milestoneId: string) =>
    await library.ask('reportMilestone', { milestoneId, status: 'inProgress' }, liaison)
  await report(await add(library, { name: '主体', finish: '2026-03-10' }))
  await report(await add(library, { name: '装修', finish: '2026-03' }))
  expect(await fires(library, 'taskLate')).toBe(false)
  await report(await add(library, { name: '设备', due: '2026-03-05', finish: '2026-05-05' }))
  await report(await add(library, { name: '招标', finish: '2026-02' }))
  expect((await alertsOf(library, 'taskLate')).map(({ due, days }) => ({ due, days }))).toEqual([
    { due: '2026-03-05', days: 5 },
    { due: '2026-02', days: null },
  ])
})

async function add({ ask }: Library, fields: { name: string; due?: string; finish: string }) {
  return (await ask('addTask', { projectId, ...fields }, liaison)).task.id
}
