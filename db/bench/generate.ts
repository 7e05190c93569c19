import { existsSync, mkdirSync, rmSync } from 'node:fs'
import type { Payment } from '../domain/payment.ts'
import { commandHandlers } from '../handlers/handlers.ts'
import { writeBatch } from '../store/batch.ts'
import { writeCommand } from '../store/change.ts'
import { type Connection, connect } from '../store/database.ts'
import { insertLibrary } from '../store/library.ts'
import { makeLibraryFile } from '../store/libraryFile.ts'
import { formatVersion } from '../store/migrate.ts'
import { insertPayments } from '../store/payment.ts'

const folder = new URL('../../out/bench/', import.meta.url).pathname

/** A library of the two plans with synthetic payments, made once for each count: the same rows each time. */
export async function syntheticLibrary(count: number): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const file = benchFile(`synthetic-${String(count)}`)
  if (existsSync(file)) return file
  await makeLibraryFile(file, async (db) => {
    fillPlans(db)
    await importPayments(db, [...syntheticPayments(count)])
  })
  return file
}

/** Where a bench keeps a library: one of an older format is not taken for it. */
export function benchFile(name: string): string {
  return `${folder}${name}-format${String(formatVersion)}.cpt`
}

/** An empty library of the two plans, marked synthetic, opened for writing. */
export async function emptySynthetic(name: string): Promise<Connection> {
  mkdirSync(folder, { recursive: true })
  const file = benchFile(name)
  for (const end of ['', '-wal']) rmSync(`${file}${end}`, { force: true })
  await makeLibraryFile(file, (db) => {
    fillPlans(db)
    return Promise.resolve()
  })
  return connect(file)
}

/** One command, one change row for each record: how a bulk import enters the books. */
export async function importPayments(db: Connection, payments: readonly Payment[]): Promise<void> {
  const work = writeBatch(db, { ...command, request: 'syntheticPayments' }, function* (write) {
    yield { done: 0, total: payments.length }
    insertPayments(write, payments)
  })
  while ((await work.next()).done !== true);
}

/** Deterministic payments over 2021–2026, 500 payees, a voucher number each, a memo on a third. */
export function* syntheticPayments(count: number): Generator<Payment> {
  const random = randomNumbers(20260310)
  for (let index = 0; index < count; index += 1) {
    const month = 1 + random(62)
    const paidOn = `${String(2021 + Math.floor((month - 1) / 12))}-${two(((month - 1) % 12) + 1)}-${two(1 + random(28))}`
    yield {
      id: idOf(index, random),
      projectId: projectIds[random(projectIds.length)] ?? 'pj-hetang',
      paidOn,
      amountFen: 1 + random(500_000_000),
      payee: `${regions[random(4)] ?? ''}合成${trades[random(5)] ?? ''}有限公司${String(random(25))}`,
      purpose: `${purposes[random(6)] ?? ''}第${String(1 + random(24))}期`,
      voucherNo: `记-${paidOn.slice(0, 7)}-${String(index)}`,
      memo: random(3) === 0 ? `合成备注${String(random(100_000))}` : null,
      reversesId: null,
      reason: null,
      recordedAt: command.at,
      actorName: command.actor.name,
      kind: null,
      contractId: null,
      budgetLineId: null,
      invoiceNo: null,
      correction: null,
      correctsId: null,
    }
  }
}

/** Numbers below a bound, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const command = {
  request: 'createLibrary',
  actor: { name: '合成数据', role: 'finance' },
  device: 'bench',
  at: '2026-03-10T00:00:00.000Z',
} as const
const projectIds = [
  'pj-erryuan',
  'pj-hetang',
  'pj-tangxia',
  'pj-duruan',
  'pj-tangxia-zhuyuan',
  'pj-cdc',
  'ep-renmin-zonghe-new',
  'ep-zhongyi-qianjian',
  'ep-xiangcun',
  'ep-zhikong',
  'ep-17jia',
  'ep-yingji',
  'ep-jiuyuan',
  'ep-chuanran',
  'ep-shebei',
  'ep-fuyou-zhineng',
  'ep-dahuai-yiyang',
  'ep-tiyu',
  'ep-dahuai',
  'ep-cunwei-80',
]
const regions = ['江门', '恩平', '蓬江', '广东']
const trades = ['建设工程', '设计咨询', '监理', '医疗设备', '机电安装']
const purposes = ['工程进度款', '设计费', '监理费', '设备采购款', '勘察费', '检测费']

function fillPlans(db: Connection) {
  const moment = { today: '2026-03-10', at: command.at, newId: () => 'bench' }
  writeCommand(db, command, (write) => {
    insertLibrary(write, { id: 'bench', name: '合成数据（性能测试）', isSynthetic: true })
    commandHandlers.loadPlans(write, {}, moment)
  })
}

/** A UUIDv7 of that row, made of the row's number: real ids differ only in coming from a clock. */
function idOf(index: number, random: (below: number) => number) {
  return `019${(0x5000_0000 + index).toString(16).padStart(8, '0').slice(0, 5)}-${index.toString(16).padStart(8, '0').slice(-4)}-7${random(4096).toString(16).padStart(3, '0')}-8${random(4096).toString(16).padStart(3, '0')}-${index.toString(16).padStart(12, '0')}`
}

function two(number: number) {
  return String(number).padStart(2, '0')
}
