import type { Sentences } from './sentences.ts'

/** Of advances, retention, what falls due, and alerts. */
export const holdingSentences = {
  advanceRecovered: [
    '该合同的预付款已登记扣回 {recovered} 元，多于更正后的预付款；请先冲减扣回记录',
    "{recovered} yuan of the contract's advance are recorded as recovered, more than would be left of it; take those back first",
  ],
  advanceRefunded: [
    '该合同已退回的预付款比更正后的预付款多 {missing} 元；请先冲销退款',
    "{missing} yuan more of the contract's advance came back than would be left of it; reverse the refund first",
  ],
  alertNotAcknowledged: ['这条提醒没有标为已阅', 'That alert is not acknowledged'],
  alertUnknown: ['这条提醒已不存在，请刷新', 'That alert is gone; look again'],
  dateInPast: ['日期不能早于今天（{today}）', 'The date cannot be before today ({today})'],
  defectsPeriodHalf: ['缺陷责任期的起止须都填', 'Enter both ends of the defects period'],
  defectsPeriodReversed: ['缺陷责任期的止日须晚于起日', 'The defects period must end after it begins'],
  defectsPeriodTooLong: ['缺陷责任期超过规定的最长期限', 'The defects period is longer than the rule allows'],
  dueUnknown: ['找不到这笔应付款', 'That due does not exist'],
  dueWithdrawn: ['该笔应付款已撤回', 'That due has been taken back already'],
  guaranteeHalf: ['保函须填金额、出具单位和到期日', 'A guarantee needs its amount, issuer and expiry'],
  guaranteeTooShort: ['保函在缺陷责任期满之前到期', 'The guarantee expires before the defects period ends'],
  refundOfUnfit: [
    '只有挂合同的退款才注明退回的是什么',
    'Only a refund on a contract says what it gives back',
  ],
  refundOverAdvance: [
    '退回的预付款超过尚未扣回的 {left} 元',
    'More of the advance comes back than the {left} yuan that are left to recover',
  ],
  recoveryNegative: ['累计扣回不能小于零', 'What was recovered cannot fall below zero'],
  recoveryOverAdvance: [
    '累计扣回超过已付预付款，还可扣回 {left} 元',
    'More recovered than was advanced; {left} yuan are left to recover',
  ],
} as const satisfies Sentences
