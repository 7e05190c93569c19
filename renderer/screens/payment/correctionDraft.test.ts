import { expect, test } from 'vitest'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { correctionDraftOf, readCorrection } from './correctionDraft.ts'

const wrong: PaymentRow = {
  id: 'wrong',
  projectId: 'p',
  projectName: '项目',
  paidOn: '2026-03-05',
  amountFen: 1000,
  adjustedFen: 0,
  payee: '甲',
  purpose: '款',
  voucherNo: '记-1',
  memo: null,
  reversesId: null,
  reversedById: null,
  correctsId: null,
  correctedById: null,
  reason: null,
  recordedAt: '2026-03-05T10:00:00Z',
  actorName: '王芳',
  kind: 'progress',
  contractId: 'c',
  contractNumber: '合-1',
  budgetLineId: 'l',
  lineName: '建筑工程',
  invoiceNo: '发-1',
  correction: null,
  fundSplit: [
    { fundId: 'a', fundName: '甲资金', amountFen: 667 },
    { fundId: 'b', fundName: '乙资金', amountFen: 333 },
  ],
}

test('the right entry keeps what was not wrong, and the sources their shares of another amount', () => {
  const draft = { ...correctionDraftOf(wrong, '2026-03-09'), mistake: 'replace' as const }
  const rightOf = (amount: string) => {
    const { how } = readCorrection({ ...draft, amount }, wrong, 'zh-CN').input
    if (how.kind !== 'replace') throw new Error('not replaced')
    return how.right
  }
  expect(rightOf('10')).toMatchObject({
    payee: '甲',
    invoiceNo: '发-1',
    contractId: 'c',
    budgetLineId: 'l',
    fundSplit: [
      { fundId: 'a', amountFen: 667 },
      { fundId: 'b', amountFen: 333 },
    ],
  })
  expect(rightOf('20.01')).toMatchObject({
    amountFen: 2001,
    fundSplit: [
      { fundId: 'a', amountFen: 1335 },
      { fundId: 'b', amountFen: 666 },
    ],
  })
})
