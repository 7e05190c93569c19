import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chartScale, columnsOf } from '../../../chart/chartScale.ts'
import { sheetPages } from './sheetPages.ts'

const scale = chartScale('month', '2023-01-01', '2024-12-31', 40, 0)

test('every row stands on a page with every column of time, once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 5, max: 40 }),
      fc.integer({ min: 60, max: 1200 }),
      (rowCount, rowsPerPage, chartWidth) => {
        const cells = sheetPages({ rowCount, scale, rowsPerPage, chartWidth }).flatMap((page) =>
          columnsOf(page.scale).flatMap((column) =>
            Array.from(
              { length: page.toRow - page.fromRow },
              (_row, row) => `${column} ${String(page.fromRow + row)}`,
            ),
          ),
        )
        expect(cells).toHaveLength(rowCount * scale.columnCount)
        expect(new Set(cells).size).toBe(cells.length)
      },
    ),
    { numRuns: 40 },
  )
})

test('pages go across the time first and are numbered in that order', () => {
  const pages = sheetPages({ rowCount: 50, scale, rowsPerPage: 30, chartWidth: 600 })
  expect(pages.map(({ number, fromRow, scale: cut }) => [number, fromRow, cut.start])).toEqual([
    [1, 0, '2022-12-01'],
    [2, 0, '2024-03-01'],
    [3, 30, '2022-12-01'],
    [4, 30, '2024-03-01'],
  ])
})
