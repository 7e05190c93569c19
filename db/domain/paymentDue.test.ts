import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './day.ts'
import { dueOnOf, dueStandings, type PaidPart, type PaymentDue, termOf } from './paymentDue.ts'

const sme = { dailyPct: 0.05, noticeDays: 10 }
/** 中小企业付款期限 as the rule table has it (国令802号). */
const term = { days: 30, maxDays: 60 }

function someDue(changes: Partial<PaymentDue> = {}): PaymentDue {
  const happenedOn = changes.happenedOn ?? '2025-03-01'
  return {
    id: 'due-1',
    contractId: 'contract',
    basis: 'acceptance',
    happenedOn,
    amountFen: 1_000_000,
    termDays: 30,
    dueOn: dueOnOf(happenedOn, changes.termDays ?? 30),
    documentNo: null,
    memo: null,
    recordedAt: '2025-03-01T00:00:00.000Z',
    actorName: '王芳',
    withdrawnAt: null,
    withdrawReason: null,
    ...changes,
  }
}

function standingOf(dues: readonly PaymentDue[], payments: readonly PaidPart[], on: string, id = 'due-1') {
  return dueStandings(dues, payments, on, sme).get(id)
}

describe('付款期限 (国令802号)', () => {
  test.each([
    ['no term agreed', { isSme: true, paymentDays: null }, 30],
    ['45 days agreed with a small enterprise', { isSme: true, paymentDays: 45 }, 45],
    ['60 days agreed with a small enterprise', { isSme: true, paymentDays: 60 }, 60],
    ['90 days agreed with a small enterprise, which the law cuts', { isSme: true, paymentDays: 90 }, 60],
    ['90 days agreed with a large one', { isSme: false, paymentDays: 90 }, 90],
  ])('%s: %j', (_what, contract, days) => {
    expect(termOf(contract, term)).toBe(days)
  })
})

describe('how a due stands', () => {
  // Accepted on 1 March with 30 days: it falls due on the 31st.
  test.each([
    ['2025-03-20', 'open', null],
    ['2025-03-21', 'due', null],
    ['2025-03-31', 'due', null],
    ['2025-04-01', 'overdue', 1],
    ['2025-05-01', 'overdue', 31],
  ] as const)('unpaid on %s it is %s', (on, state, overdueDays) => {
    expect(standingOf([someDue()], [], on)).toMatchObject({
      state,
      overdueDays,
      unpaidFen: 1_000_000,
      // 每日万分之五 of 10,000 元 is 5 元.
      interestFen: (overdueDays ?? 0) * 500,
    })
  })

  test('paid on its last day it bears no interest, a day later one day of it', () => {
    const paidOn = (on: string) =>
      standingOf([someDue()], [{ paidOn: on, amountFen: 1_000_000 }], '2025-12-31')
    expect(paidOn('2025-03-31')).toMatchObject({ state: 'paid', interestFen: 0, overdueDays: null })
    expect(paidOn('2025-04-01')).toMatchObject({ state: 'paidLate', interestFen: 500, overdueDays: null })
  })

  test('a part paid late bears interest to its day, what is still owed to today', () => {
    const part = [{ paidOn: '2025-04-10', amountFen: 400_000 }]
    expect(standingOf([someDue()], part, '2025-04-30')).toEqual({
      paidFen: 400_000,
      unpaidFen: 600_000,
      overdueDays: 30,
      // 4,000 元 for 10 days is 20 元, 6,000 元 for 30 days is 90 元.
      interestFen: 2_000 + 9_000,
      state: 'overdue',
    })
  })

  test('half a 分 of interest is rounded up, less is not', () => {
    const owed = (amountFen: number) => standingOf([someDue({ amountFen })], [], '2025-04-01')?.interestFen
    expect(owed(1_000)).toBe(1)
    expect(owed(999)).toBe(0)
  })

  test('a large enterprise is owed no interest without an agreement', () => {
    const standing = dueStandings([someDue()], [], '2025-12-31', { ...sme, dailyPct: 0 }).get('due-1')
    expect(standing).toMatchObject({ state: 'overdue', interestFen: 0 })
  })

  test('the oldest due is settled first, and what comes back opens the newest again', () => {
    const dues = [
      someDue({ id: 'later', happenedOn: '2025-04-01' }),
      someDue({ id: 'first', happenedOn: '2025-03-01' }),
    ]
    const paid = [{ paidOn: '2025-04-05', amountFen: 1_300_000 }]
    const unpaid = (payments: readonly PaidPart[]) =>
      ['first', 'later'].map((id) => standingOf(dues, payments, '2025-04-20', id)?.unpaidFen)
    expect(unpaid(paid)).toEqual([0, 700_000])
    expect(unpaid([...paid, { paidOn: '2025-04-10', amountFen: -200_000 }])).toEqual([0, 900_000])
    expect(unpaid([...paid, { paidOn: '2025-04-10', amountFen: -500_000 }])).toEqual([200_000, 1_000_000])
  })

  test('what was paid beyond the dues comes back first', () => {
    const payments = [
      { paidOn: '2025-03-20', amountFen: 1_200_000 },
      { paidOn: '2025-04-20', amountFen: -200_000 },
    ]
    expect(standingOf([someDue()], payments, '2025-05-01')).toMatchObject({ state: 'paid', unpaidFen: 0 })
  })

  test('what was paid before the first due was earned settles none, and one taken back counts nowhere', () => {
    const before = [{ paidOn: '2025-02-28', amountFen: 1_000_000 }]
    expect(standingOf([someDue()], before, '2025-04-01')?.unpaidFen).toBe(1_000_000)
    const withdrawn = someDue({ withdrawnAt: '2025-03-02T00:00:00.000Z', withdrawReason: '重复登记' })
    expect(standingOf([withdrawn], [], '2025-04-01')).toBeUndefined()
    expect(standingOf([someDue()], [], '2025-02-28')).toBeUndefined()
  })
})

describe('whatever falls due and is paid', () => {
  const onDay = fc.integer({ min: 0, max: 200 }).map((days) => addDays('2025-03-01', days))
  const dues = fc
    .array(fc.record({ happenedOn: onDay, amountFen: fc.integer({ min: 1, max: 5_000 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((made) =>
      made.map((one, index) =>
        someDue({ ...one, id: `due-${String(index)}`, dueOn: dueOnOf(one.happenedOn, 30) }),
      ),
    )
  const payments = fc
    .array(fc.record({ paidOn: onDay, amountFen: fc.integer({ min: -3_000, max: 5_000 }) }), {
      maxLength: 12,
    })
    .map(withoutMoreBackThanPaid)
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-03-01', days))

  test('each due is paid and unpaid in parts that add up, and what was paid goes to dues as far as they reach', () => {
    fc.assert(
      fc.property(dues, payments, day, (some, paid, on) => {
        const standings = [...dueStandings(some, paid, on, sme)]
        const earned = some.filter(({ happenedOn }) => happenedOn <= on)
        expect(standings).toHaveLength(earned.length)
        for (const [id, { paidFen, unpaidFen, interestFen }] of standings) {
          expect(paidFen + unpaidFen).toBe(some.find((due) => due.id === id)?.amountFen)
          expect(Math.min(paidFen, unpaidFen, interestFen)).toBeGreaterThanOrEqual(0)
        }
        const since = earned.map(({ happenedOn }) => happenedOn).toSorted()[0] ?? on
        const counted = paid.filter(({ paidOn }) => paidOn >= since && paidOn <= on)
        fc.pre(neverBelowZero(counted))
        const net = counted.reduce((sum, { amountFen }) => sum + amountFen, 0)
        const total = earned.reduce((sum, { amountFen }) => sum + amountFen, 0)
        expect(standings.reduce((sum, [, { paidFen }]) => sum + paidFen, 0)).toBe(Math.min(net, total))
      }),
    )
  })

  test('the older due is never less settled than the newer one, and the order of the records changes nothing', () => {
    fc.assert(
      fc.property(dues, payments, day, (some, paid, on) => {
        const standings = dueStandings(some, paid, on, sme)
        const inOrder = some
          .filter(({ id }) => standings.has(id))
          .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1))
          .map(({ id }) => standings.get(id))
        const firstOpen = inOrder.findIndex((standing) => (standing?.unpaidFen ?? 0) > 0)
        const behind = firstOpen === -1 ? [] : inOrder.slice(firstOpen + 1)
        expect(behind.every((standing) => standing?.paidFen === 0)).toBe(true)
        expect(new Map(dueStandings(some.toReversed(), paid, on, sme))).toEqual(standings)
      }),
    )
  })

  test('a day more never lowers the interest that is owed', () => {
    fc.assert(
      fc.property(dues, payments, day, (some, paid, on) => {
        const all = paid.filter(({ paidOn }) => paidOn <= on)
        const interest = (at: string) =>
          [...dueStandings(some, all, at, sme).values()].reduce(
            (sum, { interestFen }) => sum + interestFen,
            0,
          )
        expect(interest(addDays(on, 1))).toBeGreaterThanOrEqual(interest(on))
      }),
    )
  })
})

/** In the order of days; more than was paid cannot come back. */
function withoutMoreBackThanPaid(made: readonly PaidPart[]): PaidPart[] {
  let standing = 0
  return made
    .toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0))
    .map(({ paidOn, amountFen }) => {
      const kept = Math.max(amountFen, -standing)
      standing += kept
      return { paidOn, amountFen: kept }
    })
}

function neverBelowZero(payments: readonly PaidPart[]): boolean {
  let standing = 0
  return payments.every(({ amountFen }) => {
    standing += amountFen
    return standing >= 0
  })
}
