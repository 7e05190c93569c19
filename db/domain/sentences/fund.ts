import type { Sentences } from './sentences.ts'

/** Of the sources of funds. */
export const fundSentences = {
  fundNameTaken: ['已有同名资金来源', 'There is a fund of that name already'],
  fundNegative: [
    '资金来源余额不足（{fund} 余额 {balance} 元）',
    'The fund’s balance is too small ({fund}: {balance} yuan)',
  ],
  fundUnknown: ['找不到这个资金来源', 'That fund does not exist'],
} as const satisfies Sentences
