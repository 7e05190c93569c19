import type { Sentences } from './sentences.ts'

/** Of the sources of funds. */
export const fundSentences = {
  fundNameTaken: ['已有同名资金来源', 'There is a fund of that name already'],
  fundEntryIsReversal: ['冲销分录不能再冲销', 'A reversal cannot itself be reversed'],
  fundEntryReversed: ['该笔已冲销过，每笔只能冲销一次', 'That entry has been reversed already'],
  fundEntryUnknown: ['找不到这笔下达或到位', 'That fund entry does not exist'],
  fundReversalBefore: [
    '冲销日期不能早于原分录日期（{enteredOn}）',
    'The reversal cannot be before the entry ({enteredOn})',
  ],
  fundNegative: [
    '资金来源余额不足（{fund} 余额 {balance} 元）',
    "The fund's balance is too small ({fund}: {balance} yuan)",
  ],
  fundUnknown: ['找不到这个资金来源', 'That fund does not exist'],
} as const satisfies Sentences
