import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockText, isBlock, readBlock } from './pastedBlock.ts'

test('a block copied from Excel is read cell by cell, quotes and line ends inside a cell too', () => {
  expect(readBlock('2024/3/5\t甲公司\t1,200.00\r\n2024/3/6\t"乙\n公司"\t"8""万"\r\n')).toEqual([
    ['2024/3/5', '甲公司', '1,200.00'],
    ['2024/3/6', '乙\n公司', '8"万'],
  ])
  expect(readBlock('说"好"\t5"管')).toEqual([['说"好"', '5"管']])
})

test('any cells survive the way over the clipboard', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '1', ' ', '"', '\t', '\n', ',', '-') })
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      (rows) => {
        // A last row of blanks is left out, and all rows of a block are as wide.
        const full = rows.map((row) => ['甲', ...row])
        expect(readBlock(blockText(full))).toEqual(full)
      },
    ),
  )
})

test('any text is read without a fault, and a single cell is no block', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const rows = readBlock(text)
      expect(rows.flat().join('').length).toBeLessThanOrEqual(text.length)
    }),
  )
  expect(isBlock('1200\n')).toBe(false)
  expect(isBlock('1200\n1300')).toBe(true)
})
