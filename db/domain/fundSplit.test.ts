import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitByWeight } from './fundSplit.ts'

const fen = fc.integer({ min: 0, max: 9_999_999_999_999 })

test('a default split adds up to the 分, or to what is in hand, and no source gives more than it has', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999_999_999 }),
      fc.array(fc.record({ weightFen: fen, capFen: fc.integer({ min: -1000, max: 9_999_999_999_999 }) }), {
        maxLength: 6,
      }),
      (amount, all) => {
        const sources = all.map((source, index) => ({ ...source, fundId: String(index) }))
        const inHand = all.reduce((sum, { capFen }) => sum + Math.max(0, capFen), 0)
        const parts = splitByWeight(amount, sources)
        expect(parts.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(Math.min(amount, inHand))
        for (const { fundId, amountFen } of parts) {
          expect(amountFen).toBeGreaterThan(0)
          expect(amountFen).toBeLessThanOrEqual(all[Number(fundId)]?.capFen ?? 0)
        }
      },
    ),
  )
})

test('where every source can bear its share, none is off by a whole 分', () => {
  fc.assert(
    fc.property(
      fen,
      fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 1, maxLength: 6 }),
      (amount, weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0)
        const parts = splitByWeight(
          amount,
          weights.map((weightFen, index) => ({ fundId: String(index), weightFen, capFen: amount })),
        )
        for (const [index, weight] of weights.entries()) {
          const part = parts.find(({ fundId }) => fundId === String(index))?.amountFen ?? 0
          const off = BigInt(part) * BigInt(whole) - BigInt(amount) * BigInt(weight)
          expect(off < BigInt(whole) && off > -BigInt(whole)).toBe(true)
        }
      },
    ),
  )
})

test('100 元 over three equal sources: the 分 left over goes to the first', () => {
  const equal = ['a', 'b', 'c'].map((fundId) => ({ fundId, weightFen: 1, capFen: 1_000_000 }))
  expect(splitByWeight(10_000, equal).map(({ amountFen }) => amountFen)).toEqual([3334, 3333, 3333])
})

test('what one source cannot bear goes to the others by the same shares, then to those without a share', () => {
  expect(
    splitByWeight(10_000, [
      { fundId: 'a', weightFen: 80, capFen: 5_000 },
      { fundId: 'b', weightFen: 20, capFen: 3_000 },
      { fundId: 'c', weightFen: 0, capFen: 9_000 },
    ]),
  ).toEqual([
    { fundId: 'a', amountFen: 5_000 },
    { fundId: 'b', amountFen: 3_000 },
    { fundId: 'c', amountFen: 2_000 },
  ])
})
