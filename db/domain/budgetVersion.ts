import type { BudgetVersionRow } from './budget.ts'
import type { Day } from './day.ts'
import type { Fen } from './fen.ts'
import { pctOf } from './fenPart.ts'
import type { Project } from './project.ts'
import type { Rule } from './rule.ts'
import { ruleOn, thresholdOf } from './ruleTable.ts'
import type { RuleCode } from './ruleText.ts'

/** 规划口径: the plan's figure as a version, derived from the project and never copied. It approves nothing. */
export function planVersionOf(project: Project): BudgetVersionRow {
  return {
    id: `${planPrefix}${project.id}`,
    projectId: project.id,
    kind: 'plan',
    approvalNo: null,
    approvalBody: null,
    approvedOn: null,
    state: 'approved',
    copiedFromId: null,
    note: project.amountLabel,
    recordedAt: '',
    totalFen: project.amountFen,
    isCurrent: project.amountFen !== null,
    isLimit: false,
    isDerived: true,
  }
}

/** The project whose plan figure a version's id names; null for a version that is stored. */
export function planVersionId(versionId: string): string | null {
  return versionId.startsWith(planPrefix) ? versionId.slice(planPrefix.length) : null
}

/** 政府投资条例 第十二条: a 概算 above the 可研估算 by more than that share must be reported. */
export function overEstimateWarnings(
  budgetFen: Fen,
  estimateFen: Fen | null,
  rules: readonly Rule[],
  on: Day,
): RuleCode[] {
  if (estimateFen === null) return []
  const maxOverPct = thresholdOf(ruleOn(rules, 'budgetOverEstimate', on), 'maxOverPct', 10)
  return budgetFen > estimateFen + pctOf(estimateFen, maxOverPct) ? ['budgetOverEstimate'] : []
}

const planPrefix = 'plan:'
