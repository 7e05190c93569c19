import { expect, test } from 'vitest'
import {
  draftFrom,
  emptyDraft,
  isChangedInDoubt,
  isUntouched,
  readDraft,
  withContent,
} from './paymentDraft.ts'

const today = '2024-06-10'
const empty = emptyDraft({ projectId: 'pj-1', paidOn: '2024-06-01', unit: 'yuan' }, 'key-12345')
const filled = withContent(empty, { amount: '1,234.50', payee: '甲公司', purpose: '进度款' })

test('a filled form is read into the payment to record', () => {
  expect(readDraft(filled, today)).toEqual({
    ok: true,
    input: {
      projectId: 'pj-1',
      paidOn: '2024-06-01',
      amountFen: 123_450,
      payee: '甲公司',
      purpose: '进度款',
      voucherNo: null,
      memo: null,
      invoiceNo: null,
      idempotencyKey: 'key-12345',
    },
  })
})

test('万 behind the figure wins over 元 beside it', () => {
  const reading = readDraft(withContent(filled, { amount: '12.5万' }), today)
  expect(reading).toMatchObject({ ok: true, input: { amountFen: 12_500_000 } })
})

test('an empty form says at every required field what is missing', () => {
  const reading = readDraft(emptyDraft({ projectId: '', paidOn: '', unit: 'yuan' }, 'key-12345'), today)
  expect(reading).toMatchObject({
    ok: false,
    errors: {
      projectId: { code: 'textMissing' },
      paidOn: { code: 'textMissing' },
      amountFen: { code: 'amountEmpty' },
      payee: { code: 'textMissing' },
      purpose: { code: 'textMissing' },
    },
  })
})

test.each([
  ['12.345', 'amountTooPrecise'],
  ['0', 'amountNotPositive'],
  ['-5', 'amountNotPositive'],
  ['一百', 'amountNotNumber'],
])('the amount %s is refused: %s', (amount, code) => {
  expect(readDraft(withContent(filled, { amount }), today)).toMatchObject({
    ok: false,
    errors: { amountFen: { code } },
  })
})

test.each([
  ['2024-06-11', 'dateInFuture'],
  ['1989-12-31', 'dateTooEarly'],
  ['2024-02-30', 'dateInvalid'],
])('the date %s is refused: %s', (paidOn, code) => {
  expect(readDraft(withContent(filled, { paidOn }), today)).toMatchObject({
    ok: false,
    errors: { paidOn: { code } },
  })
})

test('a text that is too long is refused with the limit', () => {
  const reading = readDraft(withContent(filled, { purpose: '长'.repeat(10_000) }), today)
  expect(reading).toMatchObject({
    ok: false,
    errors: { purpose: { code: 'textTooLong', params: { max: 500 } } },
  })
})

test('a confirmed duplicate is sent as such, and only until the content changes', () => {
  const confirmed = { ...filled, isDuplicateConfirmed: true }
  expect(readDraft(confirmed, today)).toMatchObject({ ok: true, input: { confirmDuplicate: true } })
  expect(readDraft(withContent(confirmed, { memo: '补' }), today)).not.toHaveProperty(
    'input.confirmDuplicate',
  )
})

const typedParts = (...amounts: readonly string[]) => ({
  rule: 'typed' as const,
  parts: amounts.map((amount, index) => ({ fundId: `fd-${String(index + 1)}`, amount })),
})

test('contract, kind, 科目, split and invoice are sent where they are given', () => {
  const whole = withContent(filled, {
    kind: 'progress',
    contractId: 'ct-1',
    budgetLineId: 'bl-1',
    split: typedParts('1,000', '', '200+34.5'),
    invoiceNo: '0001',
  })
  expect(readDraft(whole, today)).toMatchObject({
    ok: true,
    input: {
      kind: 'progress',
      contractId: 'ct-1',
      budgetLineId: 'bl-1',
      fundSplit: [
        { fundId: 'fd-1', amountFen: 100_000 },
        { fundId: 'fd-3', amountFen: 23_450 },
      ],
      invoiceNo: '0001',
    },
  })
})

test('a split is left to the rule, is none, or must add up to the 分', () => {
  expect(readDraft(filled, today)).not.toHaveProperty('input.fundSplit')
  const unsplit = withContent(filled, { split: { rule: 'none', parts: [] } })
  expect(readDraft(unsplit, today)).toMatchObject({ ok: true, input: { fundSplit: [] } })
  expect(readDraft(withContent(filled, { split: typedParts('1,234.49') }), today)).toMatchObject({
    ok: false,
    errors: { fundSplit: { code: 'fundSplitUnequal', params: { gap: '0.01' } } },
  })
  expect(readDraft(withContent(filled, { split: typedParts('一千') }), today)).toMatchObject({
    ok: false,
    errors: { fundSplit: { code: 'amountNotNumber' } },
  })
})

test('another project takes the contract, the 科目 and the split of the old one away', () => {
  const whole = withContent(filled, { contractId: 'ct-1', split: typedParts('1'), kind: 'progress' })
  expect(withContent(whole, { projectId: 'pj-1' }).content).toMatchObject({ contractId: 'ct-1' })
  expect(withContent(whole, { projectId: 'pj-2' }).content).toMatchObject({
    contractId: '',
    split: { rule: 'rule', parts: [] },
    kind: 'progress',
  })
})

test('a reason is sent where one stands in the form', () => {
  const explained = withContent(filled, { overrideReason: ' 已批 ' })
  expect(readDraft(explained, today)).toMatchObject({ ok: true, input: { overrideReason: '已批' } })
  expect(readDraft(filled, today)).not.toHaveProperty('input.overrideReason')
})

test('the key stays the same whatever is typed', () => {
  expect(withContent(filled, { amount: '9' }).idempotencyKey).toBe(filled.idempotencyKey)
})

test('after a lost answer another way of writing the same entry is no change, another amount is', () => {
  const inDoubt = { ...filled, unknownOutcome: filled.content }
  expect(isChangedInDoubt(withContent(inDoubt, { amount: '1234.5', paidOn: '6月1日' }), today)).toBe(false)
  expect(isChangedInDoubt(withContent(inDoubt, { amount: '1234.51' }), today)).toBe(true)
  expect(isChangedInDoubt(filled, today)).toBe(false)
})

test('a form that holds only what is kept for the next entry counts as untouched', () => {
  expect(isUntouched(empty)).toBe(true)
  expect(isUntouched(filled)).toBe(false)
})

test('entering a reversed payment again begins with all it said', () => {
  const again = draftFrom(
    {
      id: 'p-1',
      projectId: 'pj-2',
      paidOn: '2024-05-06',
      amountFen: 123_450_005,
      payee: '乙公司',
      purpose: '监理费',
      voucherNo: '记-1',
      memo: null,
      reversesId: null,
      reason: null,
      recordedAt: '2024-05-06T01:02:03.000Z',
      actorName: '陈静',
      kind: null,
      contractId: null,
      budgetLineId: null,
      invoiceNo: null,
      correction: null,
      correctsId: null,
    },
    'key-67890',
  )
  expect(readDraft(again, today)).toMatchObject({
    ok: true,
    input: {
      projectId: 'pj-2',
      paidOn: '2024-05-06',
      amountFen: 123_450_005,
      payee: '乙公司',
      voucherNo: '记-1',
      memo: null,
    },
  })
})
