import type { Sentences } from './sentences.ts'

/** Of projects, milestones and discrepancies. */
export const projectSentences = {
  discrepancyUnknown: ['找不到这项差异', 'That discrepancy does not exist'],
  milestoneActualMissing: ['状态为“已完成”时须填实际日期', 'A milestone that is done needs its actual date'],
  milestoneActualNotDone: ['填了实际日期，状态应为“已完成”', 'With an actual date the status must be “done”'],
  milestoneUnknown: ['找不到这个里程碑', 'That milestone does not exist'],
  planAmountFixed: [
    '规划公布的金额（含“未公布”）不能改动；请在核对中记录差异',
    'The amount as published (or not published) by the plan cannot be changed; record a discrepancy instead',
  ],
  planUnknown: ['找不到这份规划', 'That plan does not exist'],
  progressNotStarted: ['状态为“未开始”时不填形象进度', 'A milestone that has not started has no progress'],
  progressOutOfRange: ['形象进度须在 0 到 100 之间', 'Progress must be from 0 to 100'],
  progressNotWhole: ['状态为“已完成”时形象进度须为 100', 'When done, progress must be 100'],
  projectArchived: ['项目已归档，恢复后才能改动', 'The project is archived; restore it first'],
  projectClosed: ['项目已关闭，恢复后才能记支付或填报', 'The project is closed; reopen it first'],
  projectNameTaken: ['同一规划内已有同名项目', 'The plan already has a project of that name'],
  projectUnknown: ['找不到这个项目', 'That project does not exist'],
  reportOlder: [
    '已有截至 {reportedOn} 的填报，不能再补更早的一天',
    'There is a report as of {reportedOn} already; an earlier day cannot follow it',
  ],
} as const satisfies Sentences
