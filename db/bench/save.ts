import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { goOn } from '../library.ts'
import { serve } from '../serve.ts'
import { emptySynthetic, syntheticPayments } from './generate.ts'
import { print, summary } from './measure.ts'

/** One payment saved, durable, with its sums and change row, against an append + fdatasync of 300 B, interleaved. */
export async function benchSave(): Promise<boolean> {
  const db = await emptySynthetic('save')
  const serving = { db, isViewOnly: false, device: 'bench', now: () => new Date(), onFault: console.error }
  const log = new URL('../../out/bench/append.log', import.meta.url).pathname
  const handle = openSync(log, 'w')
  const line = Buffer.alloc(300, 'x')
  const saves: number[] = []
  const appends: number[] = []
  let count = 0
  for (const payment of syntheticPayments(1200)) {
    count += 1
    const input = {
      projectId: payment.projectId,
      paidOn: payment.paidOn,
      amountFen: payment.amountFen,
      payee: payment.payee,
      purpose: payment.purpose,
      voucherNo: payment.voucherNo,
      memo: payment.memo,
      idempotencyKey: payment.id,
    }
    const start = performance.now()
    const answer = await serve(
      serving,
      { name: 'recordPayment', input, actor: { name: '合成', role: 'finance' }, language: 'zh-CN' },
      goOn,
    )
    const saved = performance.now()
    writeSync(handle, line)
    fdatasyncSync(handle)
    const appended = performance.now()
    if (!answer.ok) throw new Error(answer.error.message)
    if (count <= 200) continue
    saves.push(saved - start)
    appends.push(appended - saved)
  }
  closeSync(handle)
  rmSync(log)
  db.sqlite.close()
  const save = summary(saves)
  const floor = summary(appends)
  const ratio = save.median / floor.median
  return print({
    id: 'save',
    what: 'one payment, durable',
    median: save.median,
    p95: save.p95,
    floor: floor.median,
    ratio,
    target: 'p50 ≤ 2 × append + fdatasync; p99 ≤ 30 ms',
    runs: save.runs,
    isMet: ratio <= 2 && save.p99 <= 30,
  })
}
