import type { Sentences } from './sentences.ts'

/** Of budget versions and their lines. */
export const budgetSentences = {
  budgetEmpty: ['尚无任何科目金额，不能批准', 'No line has an amount yet; it cannot be approved'],
  budgetLineCodeTaken: ['该版本已有这个科目编号', 'The version has a line of that code already'],
  budgetLineHasAmount: [
    '上级科目已填金额，请先清空，再分下级',
    'The line above has an amount; clear it before adding lines below it',
  ],
  budgetLineHasLines: [
    '该科目有下级科目，金额由下级合计得出',
    'The line has lines below it; its amount is their sum',
  ],
  budgetLineLoop: ['科目不能放在自己的下级之下', 'A line cannot stand below itself'],
  budgetLineUsed: [
    '该科目或其下级已有合同、计量或支付，不能删除',
    'Contracts, work or payments stand on the line or below it; it cannot be removed',
  ],
  budgetLineUnknown: ['该项目没有这个科目', 'The project has no such budget line'],
  budgetOverEstimate: [
    '概算超过可研估算的比例达到须报告的幅度',
    'The budget passes the feasibility estimate by more than the share that must be reported',
  ],
  budgetPlanDerived: [
    '规划口径取自规划本身，不能另建或改动',
    "The plan's figure comes from the plan itself; it cannot be entered or changed",
  ],
  budgetVersionApproved: [
    '该版本已批准，不能再改；请另建一版',
    'The version is approved and locked; make a new one',
  ],
  budgetVersionCopied: [
    '另有版本由它复制而来，不能删除',
    'Another version is a copy of it; it cannot be removed',
  ],
  budgetVersionUnknown: ['找不到这个概算版本', 'That budget version does not exist'],
  pasteTooLong: ['下方已没有末级科目可填', 'There is no line left below to take it'],
  budgetVersionsApart: ['两个版本不属于同一项目', 'The two versions belong to different projects'],
} as const satisfies Sentences
