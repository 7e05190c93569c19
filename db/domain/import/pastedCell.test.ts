import { expect, test } from 'vitest'
import { cellOf, isAsShown } from './pastedCell.ts'

test.each([
  ['1,234.57', 1234.5678, 1234.5678],
  ['¥1,234.57', 1234.5678, 1234.5678],
  ['(1,234.50)', -1234.5, -1234.5],
  ['-1,234.50', -1234.5, -1234.5],
  ['1,234.50', -1234.5, '1,234.50'],
  ['12,345.68万元', 12_345.678_9, '12345.6789万元'],
  ['1234.6', 12_345_678.9, '12345678.9元'],
  ['1234.6万', 12_345_678.9, '12345678.9元'],
  ['1,235', 1_234_567, '1234567元'],
  ['1.23457E+12', 1_234_567_890_123, 1_234_567_890_123],
  ['33%', 0.325, '32.5%'],
  ['-', 0, 0],
  ['########', 1234.5, 1234.5],
  ['', 12, 12],
  ['007', 7, '007'],
  ['12345!.7万', 12_345_678.901, '12345!.7万'],
  ['2024年3月', 45_356, '2024-03-05'],
  ['3月5日', 45_356, '2024-03-05'],
  ['2024/3/5', 45_356, '2024-03-05'],
  ['2024/3/5 8:30', 45_356.35, '2024-03-05'],
  ['2024-03-05', 43_894, '2024-03-05'],
  ['2024年3月', 43_894, '2024年3月'],
  ['3月', 45_356, '3月'],
  ['甲公司', null, '甲公司'],
  ['1,234.57', null, '1,234.57'],
] as const)('%j that holds %j is read as %j', (shown, exact, cell) => {
  expect(cellOf({ shown, exact, isWhole: false })).toBe(cell)
})

test('a figure of which only the rounding is told is counted, text and whole figures are not', () => {
  const of = (shown: string, isWhole = false) => isAsShown({ shown, exact: null, isWhole })
  expect(['1,234.57', '33%', '12.5万元', '(3.00)'].every((shown) => of(shown))).toBe(true)
  expect(['甲公司', '记-3-012', '2024-03-05', ''].some((shown) => of(shown))).toBe(false)
  expect(of('1234.5', true)).toBe(false)
  expect(isAsShown({ shown: '1,234.57', exact: 1234.5678, isWhole: false })).toBe(false)
})
