import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paymentKinds } from '../../../db/domain/payment.ts'
import { type BatchCells, batchColumns, newRow, withCells } from './batchRow.ts'
import { type BatchAction, type BatchState, batchReducer, stateOf } from './batchState.ts'
import { blockInColumns } from './blockColumns.ts'
import { nextNeeded, settledText } from './cellText.ts'
import { type BatchLists, readBatchRow } from './readBatchRow.ts'
import { readSplitText } from './splitText.ts'

const today = '2024-06-10'
const named = (value: string, label: string, others: string[] = []) => ({ value, label, others })
const funds = [named('f1', '省级资金'), named('f2', '自筹 2')]
const lists: BatchLists = {
  projects: [named('p1', '荷塘卫生院', ['荷卫']), named('p2', '荷塘二期'), named('p3', '杜阮院区')],
  kinds: paymentKinds.map((kind) => named(kind, kind === 'progress' ? '进度款' : kind)),
  contractsOf: (projectId) => (projectId === 'p1' ? [named('c1', '合-1 施工', ['合-1'])] : []),
  linesOf: () => [named('l1', '1.1 建筑工程', ['建筑工程'])],
  fundsOf: () => funds,
}
const full: Partial<BatchCells> = {
  paidOn: '3-5',
  payee: '甲公司',
  project: '荷卫',
  purpose: '进度款',
  amount: '(1+2)*100',
}
const rowOf = (cells: Partial<BatchCells>) => withCells(newRow(), cells)

test('a row is read with its short date, its sum and its names', () => {
  const reading = readBatchRow(
    rowOf({ ...full, contract: '合-1', kind: '进度款', line: '建筑', fund: '省级 100；自筹' }),
    lists,
    today,
  )
  expect(reading).toMatchObject({
    kind: 'entry',
    entry: {
      projectId: 'p1',
      paidOn: '2024-03-05',
      amountFen: 30_000,
      contractId: 'c1',
      kind: 'progress',
      budgetLineId: 'l1',
      fundSplit: [
        { fundId: 'f1', amountFen: 10_000 },
        { fundId: 'f2', amountFen: 20_000 },
      ],
    },
  })
})

test.each<[Partial<BatchCells>, string, string]>([
  [{ project: '荷塘' }, 'project', 'nameAmbiguous'],
  [{ project: '恩平' }, 'project', 'nameUnknown'],
  [{ contract: '合-9' }, 'contract', 'nameUnknown'],
  [{ paidOn: '2-30' }, 'paidOn', 'dateInvalid'],
  [{ paidOn: '2099-1-1' }, 'paidOn', 'dateInFuture'],
  [{ amount: '1+' }, 'amount', 'amountFormula'],
  [{ payee: '' }, 'payee', 'textMissing'],
  [{ purpose: '长'.repeat(501) }, 'purpose', 'textTooLong'],
  [{ fund: '省级 100；自筹 100' }, 'fund', 'fundSplitUnequal'],
  [{ fund: '省级；自筹' }, 'fund', 'fundSplitRest'],
])('a row with %o is told so at its cell %s: %s', (changes, column, code) => {
  expect(readBatchRow(rowOf({ ...full, ...changes }), lists, today)).toMatchObject({
    kind: 'wrong',
    faults: { [column]: { code } },
  })
})

test('a day alone is no row yet', () => {
  expect(readBatchRow(rowOf({ paidOn: '2024-03-05' }), lists, today)).toEqual({ kind: 'empty' })
})

test('a cell that is left says what was understood', () => {
  const cells = newRow().cells
  expect(settledText('paidOn', '20240305', cells, lists, today)).toBe('2024-03-05')
  expect(settledText('amount', '1.2万', cells, lists, today)).toBe('12,000.00')
  expect(settledText('project', '荷卫', cells, lists, today)).toBe('荷塘卫生院')
  expect(settledText('project', '荷塘', cells, lists, today)).toBe('荷塘')
})

test('Enter goes to what the payment still needs, then to the voucher, then to the next row', () => {
  const { cells } = rowOf({ paidOn: '2024-03-05', payee: '甲', project: '荷卫', purpose: '款' })
  expect(nextNeeded(cells, 'payee')).toBe('amount')
  expect(nextNeeded({ ...cells, amount: '1' }, 'payee')).toBe('voucherNo')
  expect(nextNeeded({ ...cells, amount: '1' }, 'voucherNo')).toBeNull()
})

test('a split in one cell adds up to the 分 whatever the amounts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 9_999_999 }), (a, b) => {
      const parts = readSplitText(`省级资金 ${(a / 100).toFixed(2)}; 自筹 2`, a + b, funds)
      expect(parts?.reduce((sum, part) => sum + part.amountFen, 0)).toBe(a + b)
    }),
  )
})

test('a block without headings goes from its cell to the right, one with headings to its columns', () => {
  expect(blockInColumns([['甲公司', '荷卫'], ['乙公司']], 'payee')).toEqual({
    rows: [{ payee: '甲公司', project: '荷卫' }, { payee: '乙公司' }],
    ignored: [],
  })
  expect(
    blockInColumns(
      [
        ['序号', '付款金额（万元）', '收款单位', '摘要'],
        ['1', '12.5', '甲公司', '款'],
      ],
      'paidOn',
    ),
  ).toEqual({ rows: [{ amount: '12.5万', payee: '甲公司', purpose: '款' }], ignored: ['序号'] })
})

test('whatever was typed, filled, pasted and deleted, undo brings back the rows as they were, and redo the last ones', () => {
  const place = fc.record({ row: fc.nat(8), column: fc.nat(batchColumns.length) })
  const action = fc.oneof<fc.Arbitrary<BatchAction>[]>(
    fc.record({
      kind: fc.constant('write' as const),
      at: fc.nat(6),
      changes: fc.array(fc.record({ payee: fc.string(), amount: fc.string() }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    fc.record({ kind: fc.constant('goTo' as const), place, isExtending: fc.boolean() }),
    fc.record({
      kind: fc.constantFrom('fillDown', 'copyRowDown', 'clear', 'deleteRows', 'insertRow', 'confirm'),
    }),
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      const start = stateOf([newRow()])
      const end = actions.reduce(batchReducer, start)
      expect(end.rows.length).toBeGreaterThan(0)
      expect(end.active.row).toBeLessThan(end.rows.length)
      const repeat = (state: BatchState, kind: 'undo' | 'redo', times: number) =>
        Array.from({ length: times }).reduce<BatchState>((now) => batchReducer(now, { kind }), state)
      const steps = end.past.length
      const back = repeat(end, 'undo', steps)
      // Rows that a step below the last one opened hold nothing but a day.
      const filled = ({ rows }: BatchState) => rows.filter(({ cells }) => cells.payee + cells.amount !== '')
      expect(filled(back)).toEqual([])
      expect(filled(repeat(back, 'redo', steps))).toEqual(filled(end))
    }),
  )
})
