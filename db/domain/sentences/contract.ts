import type { Sentences } from './sentences.ts'

/** Of contracts, their changes, the work measured, and the rules. */
export const contractSentences = {
  dateBeforeContract: [
    '早于合同签订日期（{signedOn}）',
    'That is before the contract was signed ({signedOn})',
  ],
  advanceRateOutside: ['预付款比例不在规定范围内', 'The advance lies outside the range that the rule sets'],
  contractChangeApproved: ['该变更已批准', 'That change is approved already'],
  contractChangeUnknown: ['找不到这项变更', 'That change does not exist'],
  contractNegative: ['合同价款不能小于零', "The contract's price cannot fall below zero"],
  contractNumberTaken: ['该项目已有这个合同编号', 'The project has a contract of that number already'],
  contractOfOtherProject: ['该合同属于另一项目', 'The contract belongs to another project'],
  contractSettled: ['合同已结算，不能再变更', 'The contract is settled; it takes no more changes'],
  contingencyShort: ['动用金额超过预备费结余', 'The change draws more than is left of the contingency'],
  contractSignedAfterEntries: [
    '签订日期晚于已有的计量或已批变更（{on}）',
    'That is after work measured or a change approved under the contract ({on})',
  ],
  contractUnknown: ['找不到这个合同', 'That contract does not exist'],
  doneTakenBack: ['冲减已计量的完成投资，须说明原因', 'Taking back measured work needs a reason'],
  doneOverContract: [
    '累计完成投资超过合同价款与已批变更',
    'More work measured than the contract is worth with its approved changes',
  ],
  lineSplitRest: [
    '科目拆分只能有一项不写金额（取余下的）',
    'Only one budget line can stand without an amount (it takes the rest)',
  ],
  lineSplitUnequal: [
    '科目拆分合计与金额不等（差 {gap} 元）',
    'The split over budget lines does not add up to the amount ({gap} yuan apart)',
  ],
  paymentDaysInvalid: [
    '付款期限须为 0 到 3650 的整数（天）',
    'The term of payment is a whole number of days from 0 to 3650',
  ],
  progressRateOutside: [
    '进度款比例不在规定范围内（2022-08-01 起签订的合同不低于 80%）',
    'The share of progress payments lies outside the rule (contracts signed from 2022-08-01: at least 80%)',
  ],
  progressValueNegative: [
    '{month} 的累计完成投资不能小于零；冲减不能超过截至该月已计量的数额（含各科目）',
    'The cumulative value of work cannot fall below zero in {month}: no more is taken back than was measured by then, on each budget line',
  ],
  settledBeforeChange: ['结算日期早于已批变更（{on}）', 'That is before a change was approved ({on})'],
  retentionOverRule: ['质量保证金比例超过规定上限', 'The retention is above the limit that the rule sets'],
  ruleTaken: [
    '同一地区、同一生效日期已有这条规则，请直接修改',
    'There is such a rule for that region and day already; edit it instead',
  ],
  ruleThresholdUnknown: ['规则没有这个数值：{field}', 'The rule has no such number: {field}'],
  ruleUnknown: ['找不到这条规则', 'That rule does not exist'],
  thresholdInvalid: ['数值须在 0 到 100000 之间', 'The number must be from 0 to 100,000'],
  smeTermTooLong: [
    '对中小企业的付款期限超过规定上限',
    'The term of payment to a small enterprise is longer than the rule allows',
  ],
} as const satisfies Sentences
