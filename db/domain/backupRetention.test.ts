import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stampsToDrop } from './backupRetention.ts'

const stamp = (date: Date) =>
  date
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '')
/** In any order: a clock may have been wrong. */
const newestFirst = fc.uniqueArray(
  fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(stamp),
  { maxLength: 60 },
)

test('the newest three always stay, whatever their clock said', () => {
  fc.assert(
    fc.property(newestFirst, (stamps) => {
      const dropped = new Set(stampsToDrop(stamps))
      for (const newest of stamps.slice(0, 3)) expect(dropped.has(newest)).toBe(false)
    }),
  )
})

test('pruning twice drops nothing more', () => {
  fc.assert(
    fc.property(newestFirst, (stamps) => {
      const dropped = new Set(stampsToDrop(stamps))
      expect(stampsToDrop(stamps.filter((one) => !dropped.has(one)))).toEqual([])
    }),
  )
})

test('a year of backups leaves 3 of the newest, 7 days, 4 weeks, 12 months', () => {
  const year = Array.from({ length: 365 * 4 }, (_, index) =>
    stamp(new Date(Date.UTC(2025, 0, 1, index * 6))),
  ).toReversed()
  const kept = year.length - stampsToDrop(year).length
  expect(kept).toBeGreaterThanOrEqual(12 + 6)
  expect(kept).toBeLessThanOrEqual(3 + 7 + 4 + 12)
})

test('the backup just made stays when the clock was set back, and a clock that ran to 2099 prunes no month', () => {
  const months = Array.from(
    { length: 11 },
    (_, index) => `2026${String(11 - index).padStart(2, '0')}15T080000Z`,
  )
  expect(stampsToDrop(['20200101T080000Z', ...months])).toEqual([])
  expect(stampsToDrop([...months.slice(0, 2), '20990101T080000Z', ...months.slice(2)])).toEqual([])
})
