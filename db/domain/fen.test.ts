import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountInWords, fenFromWan, formatFen, maxFen, parseAmount, sumKnown } from './fen.ts'
import { RuleBroken } from './ruleBroken.ts'

describe('an amount as people type it', () => {
  test.each([
    ['1,234.56', 'yuan', 123_456],
    ['12.5万', 'yuan', 12_500_000],
    ['12.5', 'wan', 12_500_000],
    ['１２３元', 'wan', 12_300],
    ['0.000001', 'wan', 1],
    [' ¥ 8 000 ', 'yuan', 800_000],
    ['88385.26', 'wan', 88_385_260_000],
  ] as const)('%s in %s is %i fen', (text, unit, fen) => {
    expect(parseAmount(text, unit)).toBe(fen)
  })

  test.each([
    ['', 'amountEmpty'],
    ['一百', 'amountNotNumber'],
    ['12,34', 'amountNotNumber'],
    ['1e5', 'amountNotNumber'],
    ['1.2.3', 'amountNotNumber'],
    ['0', 'amountNotPositive'],
    ['-5', 'amountNotPositive'],
    ['1.234', 'amountTooPrecise'],
    ['100000000000', 'amountTooLarge'],
  ])('%j is refused as %s', (text, code) => {
    expect(() => parseAmount(text, 'yuan')).toThrow(new RuleBroken(code as RuleBroken['code']).message)
  })

  test('what is shown in yuan reads back as the same fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: maxFen }), (fen) => {
        expect(parseAmount(formatFen(fen, 'yuan'), 'yuan')).toBe(fen)
      }),
    )
  })
})

test('万元 is shown with two decimals, grouped, and never as zero where it is not', () => {
  expect(formatFen(88_385_260_000, 'wan')).toBe('88,385.26')
  expect(formatFen(0, 'wan')).toBe('0.00')
  expect(formatFen(800, 'wan')).toBe('<0.01')
  expect(formatFen(-1, 'wan')).toBe('>-0.01')
  expect(formatFen(-5_000, 'wan')).toBe('-0.01')
  expect(formatFen(-123_456_789, 'yuan')).toBe('-1,234,567.89')
})

test('the amount in words is what a cheque says', () => {
  expect(amountInWords(123_456_705)).toBe('壹佰贰拾叁万肆仟伍佰陆拾柒元零伍分')
  expect(amountInWords(1_000_000)).toBe('壹万元整')
  expect(amountInWords(10)).toBe('壹角整')
  expect(amountInWords(100_000_010)).toBe('壹佰万元壹角整')
})

test('a sum over unknowns counts the known alone, and is unknown where none is known', () => {
  expect(sumKnown([1, null, 2])).toBe(3)
  expect(sumKnown([null])).toBeNull()
})

test('the printed 万元 of the plan is exact in fen', () => {
  expect(fenFromWan('13444.15')).toBe(13_444_150_000)
})
