import { expect, test } from 'vitest'
import { draftOfSources, readSources } from './sourceDraft.ts'

test('amounts of a plan are read as typed; an empty one is not known, zero is zero', () => {
  expect(
    readSources(
      [
        { fundId: 'a', amount: '12.5万' },
        { fundId: '', amount: ' ' },
        { fundId: 'b', amount: '0' },
      ],
      'zh-CN',
    ),
  ).toEqual({
    lines: [
      { fundId: 'a', amountFen: 12_500_000 },
      { fundId: null, amountFen: null },
      { fundId: 'b', amountFen: 0 },
    ],
    faults: [],
  })
})

test('what is no amount is said at its own line', () => {
  expect(readSources([{ fundId: 'a', amount: '1' }, { amount: '一百' }], 'zh-CN').faults).toMatchObject([
    { field: 'lines.1.amountFen' },
  ])
})

test('an adjustment starts from the sources of the plan, not from those that only paid', () => {
  const source = { fundName: null, paidPct: null }
  expect(
    draftOfSources([
      { ...source, fundId: 'a', planFen: 150, paidFen: 10 },
      { ...source, fundId: 'b', planFen: null, paidFen: 10 },
    ]),
  ).toEqual([{ fundId: 'a', amount: '1.50' }])
})
