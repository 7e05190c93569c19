import Big from 'big.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isPlainDay } from '../day.ts'
import { type AmountUnit, maxFen } from '../fen.ts'
import { RuleBroken } from '../ruleBroken.ts'
import { delimitedRows } from './delimited.ts'
import { findHeader, writtenUnit } from './header.ts'
import { nameIndex } from './nameIndex.ts'
import { pastedGrid } from './pasted.ts'
import { suggestColumns } from './suggestColumns.ts'
import { readAmount, readDay, readPct } from './typedCell.ts'

test.each([
  ['2024/3/5', '2024-03-05'],
  ['2024年3月5日', '2024-03-05'],
  ['2024.3.5', '2024-03-05'],
  ['２０２４－３－５', '2024-03-05'],
  ['2024-03-05 08:30:00', '2024-03-05'],
  [20_240_305, '2024-03-05'],
  ['20240305', '2024-03-05'],
  [45_356, '2024-03-05'],
  [45_356.75, '2024-03-05'],
  ['45356', '2024-03-05'],
] as const)('%j is 5 March 2024', (cell, day) => {
  expect(readDay(cell, false, 'paidOn')).toBe(day)
})

test('a serial number of a workbook that counts from 1904 is the same day', () => {
  expect(readDay(45_356 - 1462, true, 'paidOn')).toBe('2024-03-05')
})

test.each(['2024年3月', '二〇二四', '2024-02-30', 1234.5, true])('%j is no day', (cell) => {
  expect(() => readDay(cell, false, 'paidOn')).toThrow('dateUnread')
})

test.each([
  [0.1 + 0.2, 'yuan', 30],
  [1234.560_000_000_000_2, 'yuan', 123_456],
  [13_444.15, 'wan', 13_444_150_000],
  ['1,234.5元', 'wan', 123_450],
  ['12.5万', 'yuan', 12_500_000],
  [-3, 'yuan', -300],
] as const)('%j in %s is %i fen', (cell, unit, fen) => {
  expect(readAmount(cell, unit)).toBe(fen)
})

test('a third of a fen is refused, not rounded', () => {
  expect(() => readAmount(12.345, 'yuan')).toThrow('amountTooPrecise')
})

test.each([
  [0.03, 3],
  ['3%', 3],
  [3, 3],
  ['无', null],
] as const)('%j is a rate of %j', (cell, pct) => {
  expect(readPct(cell, 'retentionPct')).toBe(pct)
})

test('a head over two rows is both, and cells that span others stand for them', () => {
  const grid = {
    sheet: '',
    isDate1904: false,
    rows: [
      { number: 1, cells: ['项目', '付款'] },
      { number: 2, cells: [null, '日期', '金额（万元）'] },
      { number: 3, cells: ['A', '2024-3-5', '12'] },
    ],
    merges: [
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 1, left: 1, right: 2 },
    ],
  }
  const header = findHeader(grid, 'payments')
  expect(header).toEqual({ first: 1, last: 2, heads: ['项目', '付款日期', '付款金额（万元）'] })
  if (header === null) return
  expect(suggestColumns(header.heads, 'payments')).toEqual([
    { column: 0, field: 'project' },
    { column: 1, field: 'paidOn' },
    { column: 2, field: 'amount' },
  ])
  expect(writtenUnit(grid, header, 2)).toBe('wan')
})

test('text with tabs is cells, quoted ones with line breaks and quotes in them', () => {
  expect(pastedGrid('a\t"b\n""c"""\td\r\n1\t\t2').rows.map(({ cells }) => cells)).toEqual([
    ['a', 'b\n"c"', 'd'],
    ['1', '', '2'],
  ])
})

test('a quote that encloses nothing in need of one, or that nobody closes, belongs to the cell and swallows no row', () => {
  const cells = (text: string) => [...delimitedRows(text)].map((row) => row.cells)
  expect(cells('"两癌"筛查中心,1\n"12 寸管,2\n丙,3')).toEqual([
    ['"两癌"筛查中心', '1'],
    ['"12 寸管', '2'],
    ['丙', '3'],
  ])
  expect(cells('"1,200"元,乙\n2,丁')).toEqual([
    ['1,200元', '乙'],
    ['2', '丁'],
  ])
})

test.each([
  ['a,b\n"1,5",2', ','],
  ['a;b\n1,5;2', ';'],
  ['a|b\n1|2', '|'],
])('%j is parted where its lines are', (text) => {
  expect([...delimitedRows(text)].map(({ cells }) => cells.length)).toEqual([2, 2])
})

test('a name is found whatever the width of its signs, and the nearest one is told where none is', () => {
  const index = nameIndex([
    { id: 'a', names: ['荷塘卫生院（一期）', null] },
    { id: 'b', names: ['杜阮院区', 'DR-1'] },
    { id: 'c', names: ['杜阮院区'] },
  ])
  expect(index.find('荷塘 卫生院(一期)', 'project')).toBe('a')
  expect(index.find('ＤＲ-1', 'project')).toBe('b')
  expect(() => index.find('杜阮院区', 'project')).toThrow('importNameAmbiguous')
  expect(() => index.find('荷塘卫生院', 'project')).toThrow('importNameUnknown')
})

test('a figure of a cell is read as its digits are, in either unit', () => {
  const figure = fc.oneof(
    fc.integer({ min: -maxFen, max: maxFen }).map((amount) => amount / 100),
    fc.integer({ min: -maxFen, max: maxFen }).map((amount) => amount / 1_000_000),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
    fc.constantFrom(0.1 + 0.2, 1.005, 0.07, 123456.785, 99_999_999_999.99, -0),
  )
  fc.assert(
    fc.property(figure, fc.constantFrom<AmountUnit[]>('yuan', 'wan'), (cell, unit) => {
      const digits = new Big(cell.toPrecision(15)).toFixed()
      expect(outcome(() => readAmount(cell, unit))).toEqual(outcome(() => readAmount(digits, unit)))
    }),
  )
})

function outcome(read: () => number): number | string {
  try {
    return read() + 0
  } catch (error) {
    return error instanceof RuleBroken ? error.code : 'fault'
  }
}

test('every day reads as itself', () => {
  for (let day = '1900-01-01'; day <= '2199-12-31'; day = addDays(day, 1))
    expect(readDay(day, false, 'paidOn')).toBe(day)
  expect(isPlainDay('2024-02-30')).toBe(false)
  expect(isPlainDay('2024-13-01')).toBe(false)
})
