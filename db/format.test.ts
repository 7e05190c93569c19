import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Milestone } from './domain/milestone.ts'
import { someContract } from './fixture/money.ts'
import { askable, somePayment, temporaryFolder } from './fixture/temporaryLibrary.ts'
import { openLibrary } from './library.ts'
import { seedPlans } from './seed/plans.ts'
import { type WriteDb, writeCommand } from './store/change.ts'
import { insertCitation } from './store/citation.ts'
import { connect } from './store/database.ts'
import { insertLibrary } from './store/library.ts'
import { migrate, migrations, versionOf } from './store/migrate.ts'
import { milestoneColumns } from './store/milestone.ts'
import { addToSums, keepSums, newSums } from './store/paymentSums.ts'
import { insertEnvelope, insertPlan } from './store/plan.ts'
import { insertProject } from './store/project.ts'

const command = {
  request: 'recordPayment',
  actor: { name: '王芳', role: 'finance' },
  device: 'test',
  at: '2026-03-01T00:00:00.000Z',
} as const

test.each([1, 2])(
  'a library of format %i becomes one of this format, its entries and its chain untouched',
  async (format) => {
    const folder = temporaryFolder()
    const file = `${folder}/旧库.cpt`
    makeOld(file, format)
    const { ask, db, close } = askable(file, openLibrary(file, folder, new Date('2026-03-10T10:00:00')))
    expect(versionOf(db)).toBe(migrations.length)
    expect(readdirSync(folder).some((name) => name.endsWith('-migration.cpt'))).toBe(true)
    const listed = await ask('listPayments', { sort: 'recordedAt' })
    expect(
      listed.items.map(({ id, amountFen, reversesId, kind }) => [id, amountFen, reversesId, kind]),
    ).toEqual([
      ['p-1', 500, null, null],
      ['p-2', 700, null, null],
      ['p-3', -500, 'p-1', null],
    ])
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
    expect((await ask('fourBooks', { projectId: 'pj-hetang' })).total.paidFen).toBe(700)

    const milestones = (await ask('listMilestones', { projectId: 'pj-hetang' })).items
    expect(milestones.length).toBeGreaterThan(0)
    const tasks = (await ask('listTasks', { projectId: 'pj-hetang' })).items
    expect(tasks.map(({ id, kind }) => [id, kind])).toEqual(milestones.map(({ id }) => [id, 'milestone']))

    const contract = await ask('recordContract', someContract({ amountFen: 1000 }))
    await ask('recordPayment', somePayment({ contractId: contract.id, amountFen: 900 }))
    await ask('reversePayment', {
      paymentId: 'p-2',
      reason: '错',
      reversedOn: '2026-03-02',
      idempotencyKey: 'reverse-1',
    })
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
    expect(() => db.sqlite.exec('UPDATE payment SET memo = NULL')).toThrow(/immutable/)
    expect(() => db.sqlite.exec('DELETE FROM payment')).toThrow(/never deleted/)
    close()
    expect(existsSync(file)).toBe(true)
  },
)

/** As the first releases made it: payments of twelve columns, milestones in a table of their own. */
function makeOld(file: string, format: number) {
  const db = connect(file)
  migrate(db, migrations.slice(0, format))
  writeCommand(db, command, (write) => {
    insertLibrary(write, { id: 'old', name: '旧库', isSynthetic: false })
    const seed = seedPlans()
    for (const plan of seed.plans) insertPlan(write, plan)
    for (const envelope of seed.envelopes) insertEnvelope(write, envelope)
    for (const project of seed.projects) insertProject(write, project)
    for (const milestone of seed.milestones) insertOldMilestone(write, milestone)
    for (const citation of seed.citations) insertCitation(write, citation)
    insertOld(write, { id: 'p-1', amountFen: 500, reversesId: null, reason: null })
    insertOld(write, { id: 'p-2', amountFen: 700, reversesId: null, reason: null })
    insertOld(write, { id: 'p-3', amountFen: -500, reversesId: 'p-1', reason: '重复' })
  })
  db.sqlite.close()
}

function insertOldMilestone(db: WriteDb, milestone: Milestone) {
  const known = Object.entries(milestoneColumns(milestone)).filter(([name]) => name !== 'actual_start')
  const row = Object.fromEntries(known)
  const columns = Object.keys(row)
  db.insert({
    entity: 'milestone',
    sql: `INSERT INTO milestone (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    row,
  })
}

function insertOld(
  db: WriteDb,
  entry: {
    readonly id: string
    readonly amountFen: number
    readonly reversesId: string | null
    readonly reason: string | null
  },
) {
  const row = {
    id: entry.id,
    project_id: 'pj-hetang',
    paid_on: '2026-02-03',
    amount_fen: entry.amountFen,
    payee: '甲公司',
    purpose: '进度款',
    voucher_no: null,
    memo: null,
    reverses_id: entry.reversesId,
    reason: entry.reason,
    recorded_at: command.at,
    actor_name: '王芳',
  }
  db.insert({
    entity: 'payment',
    sql: `INSERT INTO payment (id, project_id, paid_on, amount_fen, payee, purpose, voucher_no, memo, reverses_id, reason,
        recorded_at, actor_name)
      VALUES (@id, @project_id, @paid_on, @amount_fen, @payee, @purpose, @voucher_no, @memo, @reverses_id, @reason,
        @recorded_at, @actor_name)`,
    row,
    reason: entry.reason,
  })
  const sums = newSums()
  addToSums(sums, {
    projectId: 'pj-hetang',
    paidOn: row.paid_on,
    payee: row.payee,
    amountFen: entry.amountFen,
    reversesId: row.reverses_id,
    budgetLineId: null,
    contractId: null,
  })
  keepSums(db, sums)
}
