import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitByBalance } from './fund.ts'
import { correctionOf, voucherText } from './payment.ts'

test('a default split adds up to the 分, or to what is in hand, and no source gives more than it has', () => {
  const balance = fc.integer({ min: -1000, max: 9_999_999_999_999 })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999_999_999 }),
      fc.array(balance, { maxLength: 6 }),
      (amount, all) => {
        const balances = all.map((balanceFen, index) => ({ fundId: String(index), balanceFen }))
        const inHand = all.reduce((sum, one) => sum + Math.max(0, one), 0)
        const parts = splitByBalance(amount, balances)
        expect(parts.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(Math.min(amount, inHand))
        for (const { fundId, amountFen } of parts) {
          expect(amountFen).toBeGreaterThan(0)
          expect(amountFen).toBeLessThanOrEqual(all[Number(fundId)] ?? 0)
        }
      },
    ),
  )
})

test('the last day of a year is cancelled in red, the first day after it in blue', () => {
  expect(correctionOf('2025-12-31', '2025-12-31')).toBe('red')
  expect(correctionOf('2025-12-31', '2026-01-01')).toBe('blue')
  expect(voucherText({ paidOn: '2025-12-31', voucherNo: null }, 'blue')).toBe('更正2025年12月31日凭证')
})
