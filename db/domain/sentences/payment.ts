import type { Sentences } from './sentences.ts'

/** Of payments, their limits and the closed months. */
export const paymentSentences = {
  paymentAlreadyReversed: ['该笔已冲销过，每笔只能冲销一次', 'That entry has been reversed already'],
  adjustmentNone: ['与现有金额相同，没有差额', 'The amount is the same: there is no difference'],
  paymentIsAdjustment: [
    '差额调整分录不能再冲销，请对原分录再作调整',
    'An entry of a difference cannot be reversed; adjust the original again',
  ],
  paymentIsReversal: ['红字冲销分录不能再冲销', 'A reversal cannot itself be reversed'],
  paymentUnknown: ['找不到这笔支付', 'That payment does not exist'],
  possibleDuplicate: [
    '可能重复：已有 {count} 笔相同的支付（{like}）。确认不是重复再保存',
    'Possible duplicate: {count} like it ({like}). Confirm before saving',
  ],
  reversalBeforePayment: [
    '冲销日期不能早于原支付日期（{paidOn}）',
    'The reversal cannot be before the payment ({paidOn})',
  ],
  contingencySpent: [
    '预备费本身不列支，应通过变更动用',
    'The contingency has no spend of its own; changes draw on it',
  ],
  batchEmpty: ['没有要保存的行', 'There is no row to save'],
  batchTooLong: ['一批最多 {max} 行，请分批保存', 'A batch has at most {max} rows; save it in parts'],
  batchSumUnequal: [
    '各行合计 {sum} 元与批次合计不等（差 {gap} 元），未保存',
    'The rows add up to {sum} yuan, {gap} off the control total; nothing was saved',
  ],
  rowsBroken: [
    '有 {count} 行不能保存（从第 {first} 行起），整批未保存',
    '{count} rows cannot be saved (row {first} first); none of the batch was saved',
  ],
  closeDifferenceUnexplained: [
    '财务账与台账相差 {gap} 元，请说明原因',
    'The finance ledger and this one are {gap} yuan apart: say why',
  ],
  correctionNotReversed: [
    '被更正的一笔尚未冲销，请先冲销',
    'The entry to be put right has not been reversed yet',
  ],
  correctionTaken: ['该笔已有更正分录', 'That entry has been put right already'],
  fundSplitRest: [
    '资金来源只能有一项不写金额（取余下的）',
    'Only one source can stand without an amount (it takes the rest)',
  ],
  fundSplitUnequal: [
    '资金来源拆分合计与支付金额不等（差 {gap} 元）',
    'The split over funds does not add up to the payment ({gap} yuan apart)',
  ],
  fundsShort: ['到位资金不足以支付', 'The funds received do not cover the payment'],
  monthClosed: [
    '{month} 已结账，请记入未结账月份，或由财务反结账',
    '{month} is closed; enter it in an open month, or have finance reopen it',
  ],
  monthNotClosed: ['该月未结账', 'That month is not closed'],
  overAdvance: ['预付款超过合同约定', 'The advance passes what the contract grants'],
  overBudget: [
    '超过经批准的概算；须先调整概算并落实资金',
    'Investment passes the approved budget; an adjusted budget with its funds comes first',
  ],
  overContract: [
    '超过合同价款（含已批变更），还可支付 {left} 元',
    "The payment passes the contract's price with approved changes; {left} yuan can still be paid",
  ],
  overProgressRate: [
    '超过按已完成投资可付的进度款',
    'The payment passes what the work measured so far allows',
  ],
  overRetention: ['超过应扣质量保证金后的可付金额', 'The payment eats into the retention'],
  retentionEarly: [
    '缺陷责任期未满，质量保证金尚不到返还的时候',
    'The defects period is not over; the retention is not yet due',
  ],
  refundOverPaid: ['退款超过已支付金额', 'The refund is more than what was paid'],
} as const satisfies Sentences
