import { listPaymentsInput } from '../domain/payment.ts'
import { connect } from '../store/database.ts'
import { listPayments } from '../store/paymentPage.ts'
import { syntheticLibrary } from './generate.ts'
import { print, timesOf } from './measure.ts'

/** Also no match, and words of two characters. */
const words = ['没有这个词', '监理', '恩平合成设备', '记-2023-05-4', '合成备注777', '进度款第3期']

export async function benchSearch(count: number, runs: number): Promise<boolean> {
  const db = connect(await syntheticLibrary(count))
  const scan = timesOf(runs, () =>
    db.get(
      `SELECT count(*), sum(amount_fen) FROM payment WHERE payee LIKE '%没有%' OR purpose LIKE '%没有%' OR voucher_no LIKE '%没有%' OR memo LIKE '%没有%'`,
    ),
  )
  let isMet = true
  for (const text of words) {
    const request = listPaymentsInput.parse({ text })
    const times = timesOf(runs, () => listPayments(db, request))
    const ratio = times.median / scan.median
    isMet =
      print({
        id: 'search',
        what: `${text} in ${String(count)} payments: page, count and sums`,
        median: times.median,
        p95: times.p95,
        floor: scan.median,
        ratio,
        target: '≤ 1.5 × one scan for the same words; 20 / 250 ms on a quiet machine',
        runs,
        isMet: ratio <= 1.5,
      }) && isMet
  }
  db.sqlite.close()
  return isMet
}
