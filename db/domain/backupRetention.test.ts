import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stampsToDrop } from './backupRetention.ts'

const stamp = (date: Date) =>
  date
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '')
const stamps = fc.uniqueArray(
  fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(stamp),
  { maxLength: 60 },
)

test('the newest three always stay', () => {
  fc.assert(
    fc.property(stamps, (all) => {
      const dropped = new Set(stampsToDrop(all))
      for (const newest of all.toSorted().toReversed().slice(0, 3)) expect(dropped.has(newest)).toBe(false)
    }),
  )
})

test('pruning twice drops nothing more', () => {
  fc.assert(
    fc.property(stamps, (all) => {
      const dropped = new Set(stampsToDrop(all))
      expect(stampsToDrop(all.filter((one) => !dropped.has(one)))).toEqual([])
    }),
  )
})

test('a year of daily backups leaves 3 of today, 7 days, 4 weeks, 12 months', () => {
  const year = Array.from({ length: 365 * 4 }, (_, index) => stamp(new Date(Date.UTC(2025, 0, 1, index * 6))))
  const kept = year.length - stampsToDrop(year).length
  expect(kept).toBeGreaterThanOrEqual(12 + 6)
  expect(kept).toBeLessThanOrEqual(3 + 7 + 4 + 12)
})

test('a clock that ran to 2099 for a day prunes no month of the real ones', () => {
  const months = Array.from(
    { length: 11 },
    (_, index) => `2026${String(index + 1).padStart(2, '0')}15T080000Z`,
  )
  expect(stampsToDrop([...months, '20990101T080000Z'])).toEqual([])
})
