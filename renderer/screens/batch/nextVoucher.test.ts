import { expect, test } from 'vitest'
import { nextVoucher } from './nextVoucher.ts'

test.each([
  ['+', '记-001', '记-002'],
  ['＋', '记-099', '记-100'],
  ['+', '2026-03-9号', '2026-03-10号'],
  ['+', '999', '1000'],
  ['记-7', '记-001', '记-7'],
  ['', '记-001', ''],
  ['+', '无号', '+'],
  ['+', undefined, '+'],
])('%j below %j is voucher %j', (typed, above, voucher) => {
  expect(nextVoucher(typed, above)).toBe(voucher)
})
