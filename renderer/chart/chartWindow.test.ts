import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameWindow, windowOf } from './chartWindow.ts'

const view = { scrollTop: 0, scrollLeft: 0, height: 600, width: 900 }

test('whatever the scroll, every row and pixel in view is drawn, and only some around them', () => {
  fc.assert(
    fc.property(fc.nat(140_000), fc.nat(60_000), fc.integer({ min: 0, max: 5000 }), (top, left, rows) => {
      const drawn = windowOf({ ...view, scrollTop: top, scrollLeft: left }, rows)
      for (let row = Math.floor(top / 28); row < (top + 600) / 28 && row < rows; row += 1) {
        expect(drawn.fromRow).toBeLessThanOrEqual(row)
        expect(drawn.toRow).toBeGreaterThan(row)
      }
      expect(drawn.left).toBeLessThanOrEqual(left)
      expect(drawn.right).toBeGreaterThanOrEqual(left + 900)
      expect(drawn.toRow - drawn.fromRow).toBeLessThanOrEqual(60)
      expect(drawn.right - drawn.left).toBeLessThanOrEqual(900 + 4 * 480)
    }),
  )
})

test('a scroll by a few rows draws nothing anew', () => {
  const before = windowOf({ ...view, scrollTop: 28 * 100 }, 5000)
  expect(isSameWindow(before, windowOf({ ...view, scrollTop: 28 * 102 }, 5000))).toBe(true)
  expect(isSameWindow(before, windowOf({ ...view, scrollTop: 28 * 140 }, 5000))).toBe(false)
})
