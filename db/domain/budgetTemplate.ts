import type { CostClass } from './budget.ts'
import type { RuleCode } from './ruleText.ts'

/** One 科目 of the template with those below it. */
export interface TemplateLine {
  readonly code: string
  readonly name: string
  readonly costClass: CostClass | null
  readonly lines: readonly TemplateLine[]
}

/** 概算 = 工程费用 + 工程建设其他费用 + 预备费 (概算编制); cost classes by 财建〔2016〕504号, for a person to edit. */
export const budgetTemplate: readonly TemplateLine[] = [
  branch('1', '工程费用', [
    leaf('1.1', '建筑工程', 'construction'),
    leaf('1.2', '安装工程', 'construction'),
    leaf('1.3', '设备购置', 'equipment'),
  ]),
  branch(
    '2',
    '工程建设其他费用',
    [
      '建设用地费',
      '建设单位管理费',
      '可行性研究费',
      '勘察费',
      '设计费',
      '监理费',
      '环境影响评价费',
      '招标代理费',
      '造价咨询费',
      '施工图审查费',
      '检验监测费',
      '城市基础设施配套费',
      '工程保险费',
      '其他',
    ].map((name, index) => leaf(`2.${String(index + 1).padStart(2, '0')}`, name, 'deferred')),
  ),
  branch('3', '预备费', [leaf('3.1', '基本预备费', null), leaf('3.2', '价差预备费', null)]),
]

/** 预备费 has no spend of its own: changes draw on it. Its lines are known by their keys in the template. */
export function contingencyWarnings(lineKey: string): RuleCode[] {
  const contingency = templateKey('3')
  return lineKey === contingency || lineKey.startsWith(`${contingency}.`) ? ['contingencySpent'] : []
}

export function templateKey(code: string): string {
  return `template:${code}`
}

function branch(code: string, name: string, lines: readonly TemplateLine[]): TemplateLine {
  return { code, name, costClass: null, lines }
}

function leaf(code: string, name: string, costClass: CostClass | null): TemplateLine {
  return { code, name, costClass, lines: [] }
}
