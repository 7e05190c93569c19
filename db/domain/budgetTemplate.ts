import type { CostClass } from './costClass.ts'
import type { RuleCode } from './ruleText.ts'

/** One 科目 of the template with those below it. */
export interface TemplateLine {
  readonly code: string
  /** Stays when the template gains lines and the codes move on. */
  readonly key: string
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
      ['01', '建设用地费（含土地征用及拆迁补偿）'],
      ['02', '建设单位管理费'],
      ['03', '可行性研究费'],
      ['04', '勘察费'],
      ['05', '设计费'],
      ['06', '监理费'],
      ['07', '环境影响评价费'],
      ['08', '招标代理费'],
      ['09', '造价咨询费'],
      ['10', '施工图审查费'],
      ['11', '检验检测费'],
      ['12', '城市基础设施配套费'],
      ['13', '工程保险费'],
      ['15', '场地准备及临时设施费'],
      ['16', '人防易地建设费'],
      ['17', '水土保持费'],
      ['18', '联合试运转费'],
      ['19', '生产准备及开办费'],
      ['14', '其他费用'],
    ].map(([key = '', name = ''], index) =>
      leaf(`2.${String(index + 1).padStart(2, '0')}`, name, 'deferred', `2.${key}`),
    ),
  ),
  branch('3', '预备费', [leaf('3.1', '基本预备费', null), leaf('3.2', '价差预备费', null)]),
]

/** 预备费 has no spend of its own: changes draw on it. Its lines are known by their keys in the template. */
export function contingencyWarnings(lineKey: string): RuleCode[] {
  return isContingency(lineKey) ? ['contingencySpent'] : []
}

export function isContingency(lineKey: string): boolean {
  const contingency = templateKey('3')
  return lineKey === contingency || lineKey.startsWith(`${contingency}.`)
}

export function templateKey(code: string): string {
  return `template:${code}`
}

function branch(code: string, name: string, lines: readonly TemplateLine[]): TemplateLine {
  return { code, key: code, name, costClass: null, lines }
}

function leaf(code: string, name: string, costClass: CostClass | null, key = code): TemplateLine {
  return { code, key, name, costClass, lines: [] }
}
