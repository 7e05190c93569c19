import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOf } from '../fenPart.ts'
import { RuleBroken } from '../ruleBroken.ts'
import { nameIndex } from './nameIndex.ts'
import { readLineSplit } from './partList.ts'

const lines = nameIndex([
  { id: 'building', names: ['1.1', '建筑工程', '1.1 建筑工程'] },
  { id: 'fitting', names: ['1.2', '安装工程', '1.2 安装工程'] },
  { id: 'design', names: ['11', '设计费', '11 设计费'] },
  { id: 'phase', names: ['2.1', '土建 2', '2.1 土建 2'] },
])
const read = (text: string, amountFen = 100_000_000) => readLineSplit(text, amountFen, 'wan', lines)

test('a cell names one 科目 by code, by name or by both for the whole contract; 1.1 is not 11', () => {
  for (const text of ['1.1', '建筑工程', '1.1 建筑工程'])
    expect(read(text)).toEqual([{ budgetLineId: 'building', amountFen: 100_000_000 }])
  expect(read('11')).toEqual([{ budgetLineId: 'design', amountFen: 100_000_000 }])
  expect(read('土建 2')).toEqual([{ budgetLineId: 'phase', amountFen: 100_000_000 }])
})

test('parts have the unit of the sheet, their own, or a share; the one without a figure takes the rest', () => {
  expect(read('1.1 60；安装工程：30万；设计费')).toEqual([
    { budgetLineId: 'building', amountFen: 60_000_000 },
    { budgetLineId: 'fitting', amountFen: 30_000_000 },
    { budgetLineId: 'design', amountFen: 10_000_000 },
  ])
  expect(read('建筑工程 25%; 安装工程 7,500元; 设计费')).toEqual([
    { budgetLineId: 'building', amountFen: 25_000_000 },
    { budgetLineId: 'fitting', amountFen: 750_000 },
    { budgetLineId: 'design', amountFen: 74_250_000 },
  ])
})

test('what does not add up, names two rests or no 科目 is refused with its reason', () => {
  const codeOf = (text: string) => {
    try {
      read(text)
      return null
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error
      return error.code
    }
  }
  expect(codeOf('建筑工程 60；安装工程 30')).toBe('lineSplitUnequal')
  expect(codeOf('建筑工程 120；安装工程')).toBe('lineSplitUnequal')
  expect(codeOf('建筑工程；安装工程')).toBe('lineSplitRest')
  expect(codeOf('绿化 30；安装工程')).toBe('importNameUnknown')
})

test('shares that are the whole add up to the 分, whatever the amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 1, max: 99 }), (amountFen, pct) => {
      const split = read(`建筑工程 ${String(pct)}%；安装工程 ${String(100 - pct)}%`, amountFen)
      expect(sumOf(split)).toBe(amountFen)
    }),
    { numRuns: 200 },
  )
})
