import type { Day } from './day.ts'
import { type EditRule, type Rule, type RuleOf } from './rule.ts'
import { RuleBroken } from './ruleBroken.ts'

/** The rules as they ship; the library keeps those that somebody edited. */
export const shippedRules: readonly Rule[] = [
  shipped(
    'budgetOverEstimate',
    '初步设计概算超过可研估算 10% 的，应当报告，可要求重新报批可研',
    '政府投资条例',
    '第十二条',
    { maxOverPct: 10 },
  ),
  shipped(
    'overBudget',
    '投资原则上不得超过经批准的概算；确需调概的重新报批',
    '政府投资条例',
    '第二十三条',
    {},
  ),
  {
    ...shipped(
      'progressRate',
      '进度款不低于已完成工程价款的 80%（2022-08-01 起签订的合同）',
      '财建〔2022〕183号',
      null,
      {
        minPct: 80,
        maxPct: 100,
      },
    ),
    id: 'progressRate-2022',
    effectiveFrom: '2022-08-01',
  },
  {
    ...shipped('progressRate', '进度款为已完成工程价款的 60%—90%', '财建〔2004〕369号', null, {
      minPct: 60,
      maxPct: 90,
    }),
    id: 'progressRate-2004',
    status: 'unchecked',
  },
  {
    ...shipped('advanceRate', '预付款为合同价款的 10%—30%，分次抵扣', '财建〔2004〕369号', null, {
      minPct: 10,
      maxPct: 30,
    }),
    status: 'unchecked',
  },
  shipped('retentionRate', '质量保证金不超过结算价款的 3%', '建质〔2017〕138号', null, { maxPct: 3 }),
  shipped(
    'smeTerm',
    '对中小企业付款，合同约定期限最长 60 日',
    '保障中小企业款项支付条例（国令802号）',
    null,
    {
      maxDays: 60,
    },
  ),
  {
    ...shipped('contingencySpent', '预备费本身不列支，通过变更动用', '概算编制', null, {}),
    status: 'unchecked',
  },
  shipped('overContract', '累计支付不超过合同价款与已批变更，结算后不超过结算价', '合同', null, {}),
  shipped('fundsShort', '不得由施工单位垫资：支付以到位资金为限', '政府投资条例', '第二十二条', {}),
]

/** The row of a code that holds on a day: the newest in force. */
export function ruleOn(rules: readonly Rule[], code: RuleOf, on: Day): Rule {
  const [found] = rules
    .filter((rule) => rule.code === code && (rule.effectiveFrom ?? '') <= on)
    .toSorted((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1))
  const any = found ?? rules.find((rule) => rule.code === code)
  if (any === undefined) throw new Error(`no rule ${code}`)
  return any
}

/** A number of a rule; the fallback where the row does not name it. */
export function thresholdOf(rule: Rule, name: string, fallback: number): number {
  return rule.threshold[name] ?? fallback
}

/**
 * The rule with the fields of the edit.
 * @throws RuleBroken ruleThresholdUnknown, nothingChanged
 */
export function editedRule(rule: Rule, edit: EditRule): Rule {
  const unknown = Object.keys(edit.threshold ?? {}).find((name) => !(name in rule.threshold))
  if (unknown !== undefined) throw new RuleBroken('ruleThresholdUnknown', ['threshold'], { field: unknown })
  const edited: Rule = {
    ...rule,
    text: edit.text ?? rule.text,
    basis: edit.basis ?? rule.basis,
    clause: edit.clause === undefined ? rule.clause : edit.clause,
    region: edit.region ?? rule.region,
    effectiveFrom: edit.effectiveFrom === undefined ? rule.effectiveFrom : edit.effectiveFrom,
    threshold: { ...rule.threshold, ...edit.threshold },
    status: edit.status ?? rule.status,
    isEdited: true,
  }
  if (JSON.stringify({ ...edited, isEdited: rule.isEdited }) === JSON.stringify(rule))
    throw new RuleBroken('nothingChanged')
  return edited
}

function shipped(
  code: RuleOf,
  text: string,
  basis: string,
  clause: string | null,
  threshold: Record<string, number>,
): Rule {
  return {
    id: code,
    code,
    text,
    basis,
    clause,
    region: '全国',
    effectiveFrom: null,
    threshold,
    status: 'checked',
    isEdited: false,
  }
}
