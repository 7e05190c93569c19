import type { Sentences } from './sentences.ts'

/** Of the annual plan. */
export const annualPlanSentences = {
  annualPlanEmpty: ['请至少填写一项资金来源', 'At least one source is needed'],
  annualPlanExists: [
    '该项目本年度已有计划，改动请用“调整”',
    'The project has a plan of that year; change it by an adjustment',
  ],
  annualPlanSourceTwice: ['同一资金来源只能填一行', 'A source can have one line only'],
  annualPlanUnknown: ['该项目本年度尚无计划', 'The project has no plan of that year'],
  annualPlanIssuedEarlier: [
    '调整日期不能早于上一版（{issuedOn}）',
    'An adjustment cannot be dated before the version that it follows ({issuedOn})',
  ],
  yearInvalid: ['年度须为 1990 到 2199 的年份', 'The year must be from 1990 to 2199'],
} as const satisfies Sentences
