import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatFen } from './fen.ts'
import { typedSum } from './typedSum.ts'

test.each([
  ['1,234.56', 123_456],
  ['12.5万', 12_500_000],
  ['1200*3+50', 365_000],
  ['=1200*3 + 50', 365_000],
  ['（3+2）万', 5_000_000],
  ['(3+2.5)*1.2万', 6_600_000],
  ['100-0.01', 9_999],
  ['1万+500元', 1_050_000],
  ['100/3', 3_333],
  ['200÷3', 6_667],
  ['2*(3+(4-1)*2)', 1_800],
])('%s is read as %i 分', (text, fen) => {
  expect(typedSum(text, 'yuan')).toBe(fen)
})

test.each([
  ['1+', 'amountFormula'],
  ['(1+2', 'amountFormula'],
  ['1+2)', 'amountFormula'],
  ['1//2', 'amountFormula'],
  ['1/0', 'amountFormula'],
  ['=cmd|1+1', 'amountFormula'],
  ['1-2', 'amountNotPositive'],
  ['0.001+0.001', 'amountTooPrecise'],
  ['99999999999*10', 'amountTooLarge'],
  ['', 'amountEmpty'],
  ['一百', 'amountNotNumber'],
])('%s is refused: %s', (text, code) => {
  expect(() => typedSum(text, 'yuan')).toThrow(code)
})

test('adding up typed figures gives the sum to the 分', () => {
  const fen = fc.integer({ min: 1, max: 9_999_999_999 })
  fc.assert(
    fc.property(fc.array(fen, { minLength: 2, maxLength: 40 }), (all) => {
      const text = all.map((one) => formatFen(one, 'yuan')).join('+')
      expect(typedSum(text, 'yuan')).toBe(all.reduce((sum, one) => sum + one, 0))
    }),
  )
})
