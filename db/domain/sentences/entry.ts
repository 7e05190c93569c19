import type { Sentences } from './sentences.ts'

/** Of what is typed in, whatever it is for. */
export const entrySentences = {
  amountEmpty: ['请填写金额', 'Enter an amount'],
  amountNotNumber: ['金额须为数字，例如 1,234.56 或 12.5万', 'The amount must be a number, such as 1,234.56'],
  amountFormula: [
    '算式只能用数字、+ − × ÷ 和括号，例如 1200*3+50 或 (3+2)万',
    'A sum takes figures, + - * / and brackets, such as 1200*3+50 or (3+2)万',
  ],
  nameUnknown: ['没有“{text}”', 'There is no “{text}”'],
  nameAmbiguous: ['“{text}”可指 {count} 项：{like}', '“{text}” can mean {count}: {like}'],
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
  dateInFuture: ['日期不能晚于今天（{today}）', 'The date cannot be after today ({today})'],
  dateInvalid: ['日期须为真实的日历日，例如 2024-03-05', 'The date must be a real day, such as 2024-03-05'],
  dateTooEarly: ['日期早于 {earliest}，请核对年份', 'The date is before {earliest}; check the year'],
  planDateInvalid: [
    '日期须写成 2024、2024年下半年、2024年3月、2024-03-05 或 2021/2025',
    'Write the date as 2024, 2024-03, 2024-03-05, 2024 H2 or 2021/2025',
  ],
  planDateReversed: ['结束早于开始', 'The finish lies before the start'],
  idempotencyKeyReused: [
    '同一幂等键已用于另一笔内容不同的操作',
    'That idempotency key was used for a different input',
  ],
  inputMalformed: ['输入不符合要求：{field}', 'The input is not of the required form: {field}'],
  internal: ['出错了（编号 {incident}）', 'Something went wrong (id {incident})'],
  nothingChanged: ['没有改动', 'Nothing was changed'],
  noteMissing: ['请填写说明', 'A note is needed'],
  reasonMissing: ['请填写原因', 'A reason is needed'],
  requestUnknown: ['没有这个请求：{name}', 'There is no such request: {name}'],
  roleForbidden: ['{role}不能做这项操作（需要：{needed}）', '{role} may not do this (needs: {needed})'],
  roleForbiddenField: ['{role}不能修改这一项', '{role} may not change this'],
  textMissing: ['此项必填', 'This is required'],
  textTooLong: ['最多 {max} 个字', 'At most {max} characters'],
  unknownField: ['多余的字段：{field}', 'Unknown field: {field}'],
  amountNegative: ['金额不能为负', 'The amount cannot be negative'],
  amountZero: ['金额不能为零', 'The amount cannot be zero'],
  monthInFuture: ['该月尚未开始', 'That month has not begun'],
  cashSubjectMissing: ['须指明一份合同或一项任务', 'Name one contract or one task'],
  cashTaskOfContract: [
    '“{task}”已有合同，请调整合同的用款',
    '“{task}” has a contract; set the months of the contract',
  ],
  monthInvalid: ['月份须写成 2026-03', 'Write the month as 2026-03'],
  pctOutOfRange: ['比例须在 0 到 100 之间', 'The percentage must be from 0 to 100'],
  warningsNeedReason: ['请说明理由后再保存：{codes}', 'Give a reason to go on: {codes}'],
} as const satisfies Sentences
