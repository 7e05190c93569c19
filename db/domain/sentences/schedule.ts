import type { Sentences } from './sentences.ts'

/** Of tasks, their links, calendars and baselines. */
export const scheduleSentences = {
  baselineDerived: [
    '基线“规划”取自规划本身，不能改动',
    'The baseline of the plan comes from the plan itself; it cannot be changed',
  ],
  baselineEmpty: ['项目还没有任务，不能设立基线', 'The project has no tasks to keep a baseline of'],
  baselineNameTaken: ['已有同名基线', 'There is a baseline of that name already'],
  baselineUnknown: ['找不到这条基线', 'That baseline does not exist'],
  calendarDefault: [
    '“{name}”是默认日历，不能移除；可改回沿用上级',
    '“{name}” is the default calendar and stays; let it follow what is above it instead',
  ],
  calendarNameTaken: ['已有同名日历', 'There is a calendar of that name already'],
  calendarNoWorkday: ['日历须至少有一个工作日', 'A calendar needs at least one working day a week'],
  calendarPeriodReversed: ['终止日早于起始日', 'The last day lies before the first'],
  calendarUnknown: ['找不到这个日历', 'That calendar does not exist'],
  calendarUsed: [
    '“{name}”有 {count} 项任务采用，请先改用别的日历再移除：{tasks}',
    '“{name}” is used by {count} tasks; give them another calendar first: {tasks}',
  ],
  calendarExceptionUnknown: ['找不到这条日历例外', 'That calendar exception does not exist'],
  constraintDayMissing: ['约束须同时有类型和日期', 'A constraint needs both its kind and its day'],
  costOriginTwice: [
    '费用只能取自科目或合同之一',
    'The cost comes from a budget line or a contract, not both',
  ],
  costOriginUnknown: ['来源没有金额，请直接填写费用', 'Its origin has no amount; enter the cost itself'],
  durationDiffers: [
    '与起止日期不符：按日历为 {days} 天；只填其中两项即可',
    'The dates span {days} days; give two of start, finish and duration',
  ],
  durationInvalid: [
    '工期须为 1 到 10000 的整数天',
    'The duration must be a whole number of days from 1 to 10,000',
  ],
  lagInvalid: [
    '搭接须为整数工作日（−3650 到 3650）',
    'The lag must be a whole number of workdays (−3650 to 3650)',
  ],
  linkAcrossProjects: ['只能连接同一项目的任务', 'Only tasks of one project can be linked'],
  linkLoop: ['连接会形成循环：{loop}', 'The link would close a loop: {loop}'],
  linkToItself: ['任务不能连接自身', 'A task cannot be linked to itself'],
  linkToSummary: ['“{task}”是摘要任务，请连接其下的任务', '“{task}” is a summary; link the tasks below it'],
  linkTwice: ['“{task}”列了两次', '“{task}” is listed twice'],
  linkUnknown: ['找不到这条连接', 'That link does not exist'],
  milestoneDuration: ['里程碑没有工期', 'A milestone has no duration'],
  milestoneParent: [
    '“{task}”是里程碑，其下不能有任务',
    '“{task}” is a milestone; nothing can stand below it',
  ],
  moveEmpty: ['请给出新的开始或完成日期', 'Give a new start or finish'],
  moveFixed: ['“{task}”已完成，不能移动', '“{task}” is done and cannot be moved'],
  moveStarted: ['“{task}”已开始，不能改开始日期', '“{task}” has begun; its start cannot be moved'],
  moveSummary: ['“{task}”是摘要任务，请移动其下的任务', '“{task}” is a summary; move the tasks below it'],
  scheduleTooLong: [
    '工期推算超出 2199 年，请核对工期与搭接',
    'The schedule runs past 2199; check durations and lags',
  ],
  stepUnknown: ['没有可撤销的进度操作', 'There is no schedule step to undo'],
  stepOvertaken: ['“{task}”之后又有改动，不能撤销', '“{task}” was changed since; the step cannot be undone'],
  taskBelowItself: ['任务不能放在自己之下', 'A task cannot stand below itself'],
  taskHasBelow: [
    '“{task}”之下还有任务，请选择一并移除',
    '“{task}” has tasks below it; choose to remove them too',
  ],
  taskKindFixed: [
    '“{task}”之下有任务，不能改类型',
    '“{task}” has tasks below it; its kind cannot be changed',
  ],
  taskKindLinked: [
    '“{task}”有前后连接，请先取消连接再改为摘要任务',
    '“{task}” has links; remove them before it becomes a summary',
  ],
  taskOfPlan: ['“{task}”取自规划，不能移除', '“{task}” comes from the plan and cannot be removed'],
  taskParentLinked: [
    '“{task}”有连接，请先取消连接再放下级任务',
    '“{task}” has links; remove them before putting tasks below it',
  ],
  taskParentReported: [
    '“{task}”已有填报，其下不能放任务',
    '“{task}” has reports; nothing can be put below it',
  ],
  taskReported: [
    '“{task}”已有填报，不能移除；可将其状态改为“已取消”',
    '“{task}” has reports and cannot be removed; report it as cancelled instead',
  ],
  taskUnknown: ['找不到这个任务', 'That task does not exist'],
  templateEmpty: ['没有选择任何步骤', 'No step is chosen'],
  templateUnknown: ['找不到这个模板', 'That template does not exist'],
  weightInvalid: ['权重须大于零', 'The weight must be above zero'],
  workdayRangeTooLong: ['起止不能超过 30 年', 'The range cannot be longer than 30 years'],
} as const satisfies Sentences
