import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cashEntries, monthsOfYear, spreadOf } from './cashEntry.ts'
import { byMonth, byWeight } from './cashMonth.ts'
import type { CashSubject } from './cashPlan.ts'
import { type CashBasis, type CashWork, contractTerms } from './cashTerm.ts'
import { type CostedWork, uncontractedTerms, worksOfContract } from './cashWork.ts'

const asOf = '2025-12-31'
const sum = (amounts: readonly number[]) => amounts.reduce((total, fen) => total + fen, 0)

const plain: CashBasis = {
  signedOn: '2025-06-01',
  amountFen: 36_500,
  advancePct: null,
  progressPct: null,
  retentionPct: null,
  guaranteeFen: null,
  paymentDays: null,
  settledOn: null,
  committedFen: 36_500,
  paidFen: 0,
  advancePaidFen: 0,
  retentionReleasedFen: 0,
  doneFen: null,
  finish: '2026-12-31',
  defectsTo: null,
}
const work = (changes: Partial<CashWork> = {}): CashWork => ({
  taskId: 'a',
  name: '主体结构',
  leftFen: 100,
  isOver: false,
  start: '2026-03-01',
  finish: '2026-03-31',
  isCoarse: false,
  ...changes,
})
const terms = (basis: Partial<CashBasis>, works: readonly CashWork[] = []) =>
  contractTerms({ ...plain, ...basis }, works, asOf).map(({ part, amountFen, span, mark, taskId }) => ({
    part,
    amountFen,
    when: span === null ? mark : span.start === span.finish ? span.start : `${span.start}/${span.finish}`,
    ...(mark === null ? {} : { mark }),
    ...(taskId === null ? {} : { taskId }),
  }))

describe('用款计划按合同条款', () => {
  test('预付款: it is paid at the start of its first task, the days of the contract later', () => {
    expect(terms({ advancePct: 10, paymentDays: 14 }, [work()])[0]).toEqual({
      part: 'advance',
      amountFen: 3_650,
      when: '2026-03-15',
    })
    expect(terms({ advancePct: 10 })[0]).toEqual({ part: 'advance', amountFen: 3_650, when: '2026-01-01' })
    const paid = terms({ advancePct: 10, advancePaidFen: 3_650, paidFen: 3_650 })
    expect(paid).toEqual([{ part: 'progress', amountFen: 32_850, when: '2026-01-01/2026-12-31' }])
  })

  test('进度款: it goes with the tasks that are left, by what they cost, the days of the contract later', () => {
    expect(
      terms({ paymentDays: 30 }, [
        work({ leftFen: 300 }),
        work({ taskId: 'b', leftFen: 100, start: '2026-05-01', finish: '2026-05-02', isCoarse: true }),
        work({ taskId: 'c', isOver: true, leftFen: 0 }),
      ]),
    ).toEqual([
      { part: 'progress', amountFen: 27_375, when: '2026-03-31/2026-04-30', taskId: 'a' },
      { part: 'progress', amountFen: 9_125, when: '2026-05-31/2026-06-01', taskId: 'b', mark: 'coarse' },
    ])
  })

  test('进度款比例: what the contract keeps back until then falls due when its work is finished, estimated', () => {
    expect(terms({ progressPct: 80, retentionPct: 3 }, [work()])).toEqual([
      { part: 'progress', amountFen: 29_200, when: '2026-03-01/2026-03-31', taskId: 'a' },
      { part: 'settlement', amountFen: 6_205, when: '2026-03-31', mark: 'settlementEstimated' },
      { part: 'retention', amountFen: 1_095, when: '2028-03-31', mark: 'retentionEstimated' },
    ])
  })

  test('已完成未付: work done and not paid is due at once, to the share that the contract pays', () => {
    expect(terms({ doneFen: 10_000, paidFen: 5_000, retentionPct: 3 })[0]).toEqual({
      part: 'due',
      amountFen: 4_700,
      when: '2026-01-01',
    })
    expect(terms({ doneFen: 10_000, paidFen: 5_000, progressPct: 80, retentionPct: 3 })[0]?.amountFen).toBe(
      3_000,
    )
  })

  test('结算款: a settled contract pays the rest when its term is over; nothing follows tasks any more', () => {
    const settled = { settledOn: '2025-12-20', doneFen: 36_500, paidFen: 30_000, paymentDays: 30 }
    expect(terms(settled, [work()])).toEqual([{ part: 'settlement', amountFen: 6_500, when: '2026-01-19' }])
    // All work is done and it is not settled yet: what is left waits for the settlement.
    expect(terms({}, [work({ isOver: true, finish: '2025-11-30' })])).toEqual([
      { part: 'settlement', amountFen: 36_500, when: '2026-01-01', mark: 'settlementEstimated' },
    ])
  })

  test('质保金: it falls due at the recorded end, else 24 months after the settlement; a guarantee stands for it', () => {
    const settled = { retentionPct: 3, settledOn: '2024-08-10', paidFen: 35_405, doneFen: 36_500 }
    expect(terms(settled)).toEqual([
      { part: 'retention', amountFen: 1_095, when: '2026-08-10', mark: 'retentionEstimated' },
    ])
    expect(terms({ ...settled, defectsTo: '2026-02-01' })).toEqual([
      { part: 'retention', amountFen: 1_095, when: '2026-02-01' },
    ])
    expect(terms({ ...settled, guaranteeFen: 1_095 })[0]?.part).toBe('settlement')
  })

  test('未排期: without a date nothing is guessed', () => {
    expect(terms({ finish: null })).toEqual([
      { part: 'progress', amountFen: 36_500, when: 'undated', mark: 'undated' },
    ])
    expect(terms({ finish: '2023' })[0]?.when).toBe('passed')
    expect(terms({}, [work({ start: null, finish: null })])[0]?.when).toBe('undated')
    expect(terms({ finish: null, retentionPct: 3 })[1]?.when).toBe('retentionUndated')
    expect(terms({ finish: '2026' })[0]).toMatchObject({ mark: 'coarse' })
  })
})

const costed = (changes: Partial<CostedWork> = {}): CostedWork => ({
  ...work(),
  costFen: 100,
  contractId: null,
  budgetLineId: null,
  ...changes,
})

describe('未签合同的任务', () => {
  test('what is left of a task without a contract is needed over its days; without dates it is 未排期', () => {
    expect(
      uncontractedTerms(
        [costed({ leftFen: 60 }), costed({ taskId: 'b', start: null, finish: null })],
        [],
        asOf,
      ),
    ).toMatchObject([
      { part: 'task', taskId: 'a', amountFen: 60, span: { start: '2026-03-01', finish: '2026-03-31' } },
      { part: 'task', taskId: 'b', amountFen: 100, span: null, mark: 'undated' },
    ])
  })

  test('what contracts have committed on the same 科目 is counted once', () => {
    const works = [costed({ budgetLineId: 'l', leftFen: 50 }), costed({ taskId: 'b', contractId: 'k' })]
    const commitments = [{ budgetLineId: 'l', contractId: 'k2', fen: 80 }]
    expect(uncontractedTerms(works, commitments, asOf).map(({ amountFen }) => amountFen)).toEqual([10])
    expect(
      uncontractedTerms(works, [{ ...commitments[0], budgetLineId: 'l', contractId: 'k2', fen: 100 }], asOf),
    ).toEqual([])
    expect(worksOfContract('k', works, commitments).map(({ taskId }) => taskId)).toEqual(['b'])
    expect(worksOfContract('k2', works, commitments).map(({ taskId }) => taskId)).toEqual(['a'])
    expect(worksOfContract('k3', works, commitments)).toEqual([])
  })
})

const subject: CashSubject = {
  projectId: 'p',
  projectName: '测试项目',
  contractId: 'k',
  taskId: null,
  number: '测-1',
  name: '测试合同',
}

describe('用款计划的合计', () => {
  test('days are shared by month, and what was set takes the place of what was reckoned', () => {
    expect([...byMonth(365, { start: '2026-01-01', finish: '2026-12-31' }).values()]).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ])
    const bond = { fundId: 'f', fundName: '债券', weight: 3 }
    const own = { fundId: null, fundName: null, weight: 1 }
    const entries = cashEntries(
      subject,
      contractTerms(plain, [], asOf),
      [bond, own],
      [{ fundId: 'f', fundName: '债券', month: '2026-01', amountFen: 500 }],
    )
    const { planFen, undatedFen } = spreadOf(entries, 2026)
    expect([planFen[0], planFen[1], undatedFen]).toEqual([500 + 775, 2_800, 2_325 - 500])
    expect(entries.filter(({ part }) => part === 'rest')).toMatchObject([{ fundId: 'f', amountFen: 1_825 }])
  })

  test('whatever the contract, its tasks and what was set, months and 未排期 add up to what is open to the fen', () => {
    const fen = fc.integer({ min: 0, max: 99_999_999_999 })
    const pct = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })
    const day = fc.constantFrom(
      '2023-02-01',
      '2025-12-31',
      '2026-01-01',
      '2026-07-15',
      '2026-12-31',
      '2028-02-29',
    )
    const works = fc.array(
      fc.record({
        taskId: fc.constantFrom('a', 'b'),
        name: fc.constant('任务'),
        leftFen: fen,
        isOver: fc.boolean(),
        start: fc.option(day, { nil: null }),
        finish: fc.option(day, { nil: null }),
        isCoarse: fc.boolean(),
      }),
      { maxLength: 4 },
    )
    const set = fc.uniqueArray(
      fc.record({
        fundId: fc.constantFrom('f', 'g', null),
        fundName: fc.constant(null),
        month: fc.constantFrom('2026-01', '2026-07', '2027-02'),
        amountFen: fen,
      }),
      { selector: ({ fundId, month }) => `${fundId ?? ''} ${month}`, maxLength: 4 },
    )
    const basis = fc.record({
      signedOn: day,
      amountFen: fen,
      advancePct: pct,
      progressPct: pct,
      retentionPct: pct,
      guaranteeFen: fc.option(fen, { nil: null }),
      paymentDays: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
      settledOn: fc.option(day, { nil: null }),
      committedFen: fen,
      paidFen: fen,
      advancePaidFen: fen,
      retentionReleasedFen: fen,
      doneFen: fc.option(fen, { nil: null }),
      finish: fc.constantFrom(null, '2021', '2026', '2026-41', '2026-05', '2027/2029', '2031-01-01'),
      defectsTo: fc.option(fc.constantFrom('2025-01-01', '2026-06-30', '2028-01-01'), { nil: null }),
    })
    const weighed = fc.constantFrom(
      [{ fundId: null, fundName: null, weight: 1 }],
      [
        { fundId: 'f', fundName: '债券', weight: 3 },
        { fundId: 'g', fundName: '自筹', weight: 7 },
      ],
    )
    fc.assert(
      fc.property(basis, works, weighed, set, (contract, tasks, funds, months) => {
        const reckoned = contractTerms(contract, tasks, asOf)
        const open = Math.max(0, contract.committedFen - contract.paidFen)
        expect(sum(reckoned.map(({ amountFen }) => amountFen))).toBe(open)
        expect(reckoned.every(({ amountFen, span }) => amountFen >= 0 && (span?.start ?? '9') > asOf)).toBe(
          true,
        )
        const entries = cashEntries(subject, reckoned, funds, months)
        const { earlierFen, planFen, laterFen, undatedFen } = spreadOf(entries, 2026)
        expect(earlierFen + sum(planFen) + laterFen + undatedFen).toBe(open)
        for (const [index, month] of monthsOfYear(2026).entries())
          for (const one of months.filter((given) => given.month === month))
            expect(
              sum(
                entries
                  .filter((entry) => entry.month === month && entry.fundId === one.fundId)
                  .map(({ amountFen }) => amountFen),
              ),
              String(index),
            ).toBe(one.amountFen)
      }),
    )
  })

  test('a split by weights adds up to the fen, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999_999_999 }),
        fc.array(fc.nat(), { minLength: 1 }),
        (amount, weights) => {
          const parts = byWeight(amount, weights)
          expect(sum(parts)).toBe(amount)
          expect(parts.every((part) => part >= 0)).toBe(true)
        },
      ),
    )
  })
})
