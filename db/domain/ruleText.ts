import { type Role, roleNames } from './actor.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
export type RuleCode = keyof typeof texts

/** The sentence of a broken rule in the user's language; `{name}` is filled from params, roles by their names. */
export function ruleText(
  code: RuleCode,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const isEnglish = language === 'en'
  return texts[code][isEnglish ? 1 : 0].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return name === 'codes' ? sentencesOf(String(value), isEnglish) : namesOf(String(value), isEnglish)
  })
}

/** Roles, parted by bars, as their names; any other text as it is. */
function namesOf(text: string, isEnglish: boolean): string {
  return text
    .split('|')
    .map((part) => (isRole(part) ? roleNames[part][isEnglish ? 1 : 0] : part))
    .join(isEnglish ? ' or ' : '或')
}

/** Codes of warnings, parted by commas, as their sentences. */
function sentencesOf(codes: string, isEnglish: boolean): string {
  return codes
    .split(',')
    .map((code) => (isRuleCode(code) ? texts[code][isEnglish ? 1 : 0] : code))
    .join(isEnglish ? '; ' : '；')
}

function isRole(text: string): text is Role {
  return Object.hasOwn(roleNames, text)
}

export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(texts, code)
}

/** code: [中文, English]. One sentence that says what is wrong and what to do; no blame. */
const texts = {
  amountEmpty: ['请填写金额', 'Enter an amount'],
  amountNotNumber: ['金额须为数字，例如 1,234.56 或 12.5万', 'The amount must be a number, such as 1,234.56'],
  amountTooLarge: [
    '金额超出范围（上限 999.99 亿元）',
    'The amount is out of range (at most 99,999,999,999.99 yuan)',
  ],
  amountTooPrecise: [
    '金额最多精确到分（元后两位小数）',
    'The amount can have at most two decimals of a yuan',
  ],
  amountNotPositive: [
    '金额须大于零；冲销请用“冲销”',
    'The amount must be above zero; use “Reverse” to cancel an entry',
  ],
  amountNotWhole: ['金额须以分为单位的整数', 'The amount must be a whole number of fen'],
  actorMissing: ['请先填写姓名和角色', 'A name and a role are needed first'],
  cancelled: ['已取消，未作改动', 'Cancelled; nothing was changed'],
  controlCharacter: ['含有不可见的控制字符，请重新输入', 'The text contains invisible control characters'],
  dateBeforeContract: [
    '早于合同签订日期（{signedOn}）',
    'That is before the contract was signed ({signedOn})',
  ],
  dateInFuture: ['日期不能晚于今天（{today}）', 'The date cannot be after today ({today})'],
  dateInvalid: ['日期须为真实的日历日，例如 2024-03-05', 'The date must be a real day, such as 2024-03-05'],
  dateTooEarly: ['日期早于 {earliest}，请核对年份', 'The date is before {earliest}; check the year'],
  planDateInvalid: [
    '日期须写成 2024、2024年下半年、2024年3月、2024-03-05 或 2021/2025',
    'Write the date as 2024, 2024-03, 2024-03-05, 2024 H2 or 2021/2025',
  ],
  planDateReversed: ['结束早于开始', 'The finish lies before the start'],
  dbProcessDied: [
    '数据服务中断，尚不知道这一笔是否已保存。服务已重新启动，可再按一次“保存”，不会重复记账',
    'The data process stopped, and it is not known whether this was saved. It has been restarted; press Save again, it will not be entered twice',
  ],
  discrepancyUnknown: ['找不到这项差异', 'That discrepancy does not exist'],
  dbProcessRestarted: [
    '数据服务中断，已重新启动，请重试',
    'The data process stopped and has been restarted; try again',
  ],
  diskFull: ['磁盘空间不足，未作改动', 'The disk is full; nothing was changed'],
  fileNotWritable: ['无法写入所选位置：{file}', 'The chosen place cannot be written: {file}'],
  idempotencyKeyReused: [
    '同一幂等键已用于另一笔内容不同的操作',
    'That idempotency key was used for a different input',
  ],
  inputMalformed: ['输入不符合要求：{field}', 'The input is not of the required form: {field}'],
  internal: ['出错了（编号 {incident}）', 'Something went wrong (id {incident})'],
  libraryBusy: ['该项目库正被占用：{holder}', 'The library is in use by {holder}'],
  libraryDamaged: [
    '文件已损坏，未作任何改动：{detail}',
    'The file is damaged and was left untouched: {detail}',
  ],
  libraryExists: ['该位置已有文件，未覆盖', 'A file exists there already; it was not overwritten'],
  libraryForeign: ['这不是基建台账的项目库文件', 'This is not a library of Capital Project Tracker'],
  libraryMissing: ['找不到项目库文件：{file}', 'The library file was not found: {file}'],
  libraryNewer: [
    '该项目库由更新的版本建立（格式 {version}，本软件支持到 {supported}），请升级后再打开',
    'The library was made by a newer version (format {version}; this app knows up to {supported})',
  ],
  libraryUnreadable: ['无法读取文件：{file}', 'The file cannot be read: {file}'],
  libraryNotEmpty: [
    '项目库已有内容，两份规划只能装入空库',
    'The library is not empty; the plans load into an empty one only',
  ],
  libraryNotOpen: ['尚未打开项目库', 'No library is open'],
  libraryReadOnly: ['项目库以只读方式打开，不能写入', 'The library is open view-only'],
  milestoneActualMissing: ['状态为“已完成”时须填实际日期', 'A milestone that is done needs its actual date'],
  milestoneActualNotDone: ['填了实际日期，状态应为“已完成”', 'With an actual date the status must be “done”'],
  milestoneUnknown: ['找不到这个里程碑', 'That milestone does not exist'],
  nothingChanged: ['没有改动', 'Nothing was changed'],
  noteMissing: ['请填写说明', 'A note is needed'],
  paymentAlreadyReversed: ['该笔已冲销过，每笔只能冲销一次', 'That entry has been reversed already'],
  paymentIsReversal: ['红字冲销分录不能再冲销', 'A reversal cannot itself be reversed'],
  paymentUnknown: ['找不到这笔支付', 'That payment does not exist'],
  planAmountFixed: [
    '规划公布的金额（含“未公布”）不能改动；请在核对中记录差异',
    'The amount as published (or not published) by the plan cannot be changed; record a discrepancy instead',
  ],
  planUnknown: ['找不到这份规划', 'That plan does not exist'],
  possibleDuplicate: [
    '可能重复：已有 {count} 笔相同的支付（{like}）。确认不是重复再保存',
    'Possible duplicate: {count} like it ({like}). Confirm before saving',
  ],
  progressNotStarted: ['状态为“未开始”时不填形象进度', 'A milestone that has not started has no progress'],
  progressOutOfRange: ['形象进度须在 0 到 100 之间', 'Progress must be from 0 to 100'],
  progressNotWhole: ['状态为“已完成”时形象进度须为 100', 'When done, progress must be 100'],
  projectArchived: ['项目已归档，恢复后才能改动', 'The project is archived; restore it first'],
  projectClosed: ['项目已关闭，恢复后才能记支付或填报', 'The project is closed; reopen it first'],
  projectNameTaken: ['同一规划内已有同名项目', 'The plan already has a project of that name'],
  projectUnknown: ['找不到这个项目', 'That project does not exist'],
  reasonMissing: ['请填写原因', 'A reason is needed'],
  requestUnknown: ['没有这个请求：{name}', 'There is no such request: {name}'],
  reversalBeforePayment: [
    '冲销日期不能早于原支付日期（{paidOn}）',
    'The reversal cannot be before the payment ({paidOn})',
  ],
  roleForbidden: ['{role}不能做这项操作（需要：{needed}）', '{role} may not do this (needs: {needed})'],
  roleForbiddenField: ['{role}不能修改这一项', '{role} may not change this'],
  textMissing: ['此项必填', 'This is required'],
  textTooLong: ['最多 {max} 个字', 'At most {max} characters'],
  unknownField: ['多余的字段：{field}', 'Unknown field: {field}'],
  advanceRateOutside: ['预付款比例不在规定范围内', 'The advance lies outside the range that the rule sets'],
  amountNegative: ['金额不能为负', 'The amount cannot be negative'],
  amountZero: ['金额不能为零', 'The amount cannot be zero'],
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
  budgetLineUnknown: ['该项目没有这个科目', 'The project has no such budget line'],
  budgetOverEstimate: [
    '概算超过可研估算的比例达到须报告的幅度',
    'The budget passes the feasibility estimate by more than the share that must be reported',
  ],
  budgetPlanDerived: [
    '规划口径取自规划本身，不能另建或改动',
    'The plan’s figure comes from the plan itself; it cannot be entered or changed',
  ],
  budgetVersionApproved: [
    '该版本已批准，不能再改；请另建一版',
    'The version is approved and locked; make a new one',
  ],
  budgetVersionUnknown: ['找不到这个概算版本', 'That budget version does not exist'],
  budgetVersionsApart: ['两个版本不属于同一项目', 'The two versions belong to different projects'],
  contingencySpent: [
    '预备费本身不列支，应通过变更动用',
    'The contingency has no spend of its own; changes draw on it',
  ],
  contractChangeApproved: ['该变更已批准', 'That change is approved already'],
  contractChangeUnknown: ['找不到这项变更', 'That change does not exist'],
  contractNegative: ['合同价款不能小于零', 'The contract’s price cannot fall below zero'],
  contractNumberTaken: ['该项目已有这个合同编号', 'The project has a contract of that number already'],
  contractOfOtherProject: ['该合同属于另一项目', 'The contract belongs to another project'],
  contractSettled: ['合同已结算，不能再变更', 'The contract is settled; it takes no more changes'],
  contractUnknown: ['找不到这个合同', 'That contract does not exist'],
  correctionNotReversed: [
    '被更正的一笔尚未冲销，请先冲销',
    'The entry to be put right has not been reversed yet',
  ],
  correctionTaken: ['该笔已有更正分录', 'That entry has been put right already'],
  doneOverContract: [
    '累计完成投资超过合同价款与已批变更',
    'More work measured than the contract is worth with its approved changes',
  ],
  fundNameTaken: ['已有同名资金来源', 'There is a fund of that name already'],
  fundNegative: [
    '资金来源余额不足（{fund} 余额 {balance} 元）',
    'The fund’s balance is too small ({fund}: {balance} yuan)',
  ],
  fundSplitUnequal: [
    '资金来源拆分合计与支付金额不等（差 {gap} 元）',
    'The split over funds does not add up to the payment ({gap} yuan apart)',
  ],
  fundUnknown: ['找不到这个资金来源', 'That fund does not exist'],
  fundsShort: ['到位资金不足以支付', 'The funds received do not cover the payment'],
  lineSplitUnequal: [
    '科目拆分合计与金额不等（差 {gap} 元）',
    'The split over budget lines does not add up to the amount ({gap} yuan apart)',
  ],
  monthClosed: [
    '{month} 已结账，请记入未结账月份，或由财务反结账',
    '{month} is closed; enter it in an open month, or have finance reopen it',
  ],
  monthInFuture: ['该月尚未开始', 'That month has not begun'],
  monthInvalid: ['月份须写成 2026-03', 'Write the month as 2026-03'],
  monthNotClosed: ['该月未结账', 'That month is not closed'],
  overAdvance: ['预付款超过合同约定', 'The advance passes what the contract grants'],
  overBudget: [
    '超过经批准的概算；须先调整概算并落实资金',
    'Investment passes the approved budget; an adjusted budget with its funds comes first',
  ],
  overContract: [
    '超过合同价款（含已批变更），还可支付 {left} 元',
    'The payment passes the contract’s price with approved changes; {left} yuan can still be paid',
  ],
  overProgressRate: [
    '超过按已完成投资可付的进度款',
    'The payment passes what the work measured so far allows',
  ],
  overRetention: ['超过应扣质量保证金后的可付金额', 'The payment eats into the retention'],
  pctOutOfRange: ['比例须在 0 到 100 之间', 'The percentage must be from 0 to 100'],
  progressValueNegative: ['累计完成投资不能小于零', 'The cumulative value of work cannot fall below zero'],
  refundOverPaid: ['退款超过已支付金额', 'The refund is more than what was paid'],
  retentionOverRule: ['质量保证金比例超过规定上限', 'The retention is above the limit that the rule sets'],
  ruleThresholdUnknown: ['规则没有这个数值：{field}', 'The rule has no such number: {field}'],
  ruleUnknown: ['找不到这条规则', 'That rule does not exist'],
  smeTermTooLong: [
    '对中小企业的付款期限超过规定上限',
    'The term of payment to a small enterprise is longer than the rule allows',
  ],
  warningsNeedReason: ['请说明理由后再保存：{codes}', 'Give a reason to go on: {codes}'],
} as const satisfies Record<string, readonly [string, string]>
