import { expect, test } from 'vitest'
import { correctionOf, voucherText } from './voucherText.ts'

test('the last day of a year is cancelled in red, the first day after it in blue', () => {
  expect(correctionOf('2025-12-31', '2025-12-31')).toBe('red')
  expect(correctionOf('2025-12-31', '2026-01-01')).toBe('blue')
  expect(voucherText({ paidOn: '2025-12-31', voucherNo: null }, 'blue')).toBe('更正2025年12月31日凭证')
})
