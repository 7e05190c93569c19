import { expect, test } from 'vitest'
import { advanceStandingOf, refundOfWhole } from './advance.ts'

const advance = { paidFen: 300, refundedFen: 0, recoveredFen: null, priceFen: 1000 }

test.each([
  ['no work measured: nothing is due yet', null, null, 300],
  ['a third of the work: a third, to the 分, half up', 335, 101, 199],
  ['all of the work: all of the advance', 1000, 300, 0],
  ['more work than the price: no more than the advance', 1700, 300, 0],
])('an advance is recovered as the work goes on; %s', (_, worthFen, dueFen, leftFen) => {
  expect(advanceStandingOf({ ...advance, worthFen })).toMatchObject({ dueFen, leftFen, lagFen: dueFen ?? 0 })
})

test('of a contract that changes brought down to nothing all of the advance is due', () => {
  expect(advanceStandingOf({ ...advance, priceFen: 0, worthFen: 0 })).toMatchObject({ dueFen: 300 })
})

test('what was recorded counts before what is reckoned; the difference is told', () => {
  const sums = { ...advance, recoveredFen: 100, worthFen: 500 }
  expect(advanceStandingOf(sums)).toEqual({
    paidFen: 300,
    refundedFen: 0,
    recoveredFen: 100,
    dueFen: 150,
    leftFen: 200,
    lagFen: 50,
  })
})

test('what came back of an advance is no longer to be recovered, nor a share of it due', () => {
  expect(advanceStandingOf({ ...advance, refundedFen: 100, worthFen: 500 })).toMatchObject({
    dueFen: 100,
    leftFen: 100,
  })
  expect(advanceStandingOf({ ...advance, refundedFen: 100, recoveredFen: 50, worthFen: 500 }).leftFen).toBe(
    150,
  )
})

test.each([
  ['nothing but the advance was paid: it can be nothing else', 300, 300, 'advance'],
  ['more than is left of the advance came back', 300, 301, null],
  ['something else was paid as well: it may be either', 400, 100, null],
])('a refund that does not say what it gives back; %s', (_, contractPaidFen, refundFen, refundOf) => {
  expect(refundOfWhole({ contractPaidFen, refundFen, advanceFen: 300, recoveredFen: 0 })).toBe(refundOf)
})
