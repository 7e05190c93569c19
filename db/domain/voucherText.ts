import type { Day } from './day.ts'
import type { Payment } from './payment.ts'

/** Within the year of the entry the cancelling one is red; an error of a year before is put right in blue (第五十一条). */
export function correctionOf(paidOn: Day, reversedOn: Day): 'red' | 'blue' {
  return paidOn.slice(0, 4) === reversedOn.slice(0, 4) ? 'red' : 'blue'
}

/** The summary that 会计基础工作规范 第五十一条 asks for on a cancelling and on a correcting voucher. */
export function voucherText(
  original: Pick<Payment, 'paidOn' | 'voucherNo'>,
  correction: 'red' | 'blue' | 'right',
): string {
  const [year = '', month = '', dayOfMonth = ''] = original.paidOn.split('-')
  const date = `${correction === 'blue' ? `${year}年` : ''}${String(Number(month))}月${String(Number(dayOfMonth))}日`
  const voucher = original.voucherNo === null ? '凭证' : `${original.voucherNo}号凭证`
  return `${{ red: '注销', blue: '更正', right: '订正' }[correction]}${date}${voucher}`
}

/** 订正 in the year of the entry; 更正 with the year for one of a year before. */
export function rightSummary(original: Pick<Payment, 'paidOn' | 'voucherNo'>, on: Day): string {
  return voucherText(original, correctionOf(original.paidOn, on) === 'blue' ? 'blue' : 'right')
}
