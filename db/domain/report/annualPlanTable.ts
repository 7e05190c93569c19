import type { AnnualPlanRow } from '../annualPlan.ts'
import { type AmountUnit, formatFen } from '../fen.ts'
import { periodInWords } from '../period.ts'
import type { Language } from '../ruleText.ts'
import { plainRow } from '../table.ts'
import { type ReportBody, reportColumn, speaking } from './report.ts'

/** 年度投资计划表: the six columns of 政府投资条例 第十六条. */
export function annualPlanTable(
  plans: readonly AnnualPlanRow[],
  year: number,
  unit: AmountUnit,
  language: Language,
): ReportBody {
  const say = speaking(language)
  const unsettled = say(['未落实', 'not settled'])
  const unknown = say(['未录入', 'Not entered'])
  const partly = plans.filter(({ planFen, unknownCount }) => planFen !== null && unknownCount > 0)
  return {
    period: language === 'en' ? String(year) : `${year}年度`,
    rowCount: plans.length,
    inWords: null,
    notes: [
      say([
        '依据：《政府投资条例》第十六条。总投资：有批准概算的取概算，否则取规划口径。',
        'Basis: Government Investment Regulation, article 16. Total investment: the approved budget, else the figure of the plan.',
      ]),
      ...partly.map(({ projectName, unknownCount }) =>
        language === 'en'
          ? `${projectName}: ${unknownCount} source(s) without an amount are not in the annual figure.`
          : `${projectName}：年度投资额不含 ${unknownCount} 项未录入金额的来源。`,
      ),
    ],
    columns: [
      reportColumn('place', say(['序号', 'No.']), 'count'),
      reportColumn('project', say(['项目名称', 'Project'])),
      reportColumn('scope', say(['建设内容及规模', 'Content and scale'])),
      reportColumn('period', say(['建设工期', 'Construction period'])),
      reportColumn('total', say(['项目总投资', 'Total investment']), 'money', { isSummed: true }),
      reportColumn('year', say(['年度投资额', 'Investment of the year']), 'money', { isSummed: true }),
      reportColumn('sources', say(['资金来源', 'Sources of funds'])),
    ],
    rows: plans.map((plan, place) =>
      plainRow(
        [
          place + 1,
          plan.projectName,
          plan.scope ?? unknown,
          plan.period ?? periodInWords(plan.plannedStart, plan.plannedFinish, language) ?? unknown,
          plan.totalFen ?? say(['未公布', 'Not published']),
          plan.planFen ?? unknown,
          plan.sources
            // What paid without a plan is no source of the plan.
            .filter(({ planFen, fundId }) => planFen !== null || fundId !== null)
            .map(
              ({ fundName, planFen }) =>
                `${fundName ?? unsettled} ${planFen === null ? unknown : formatFen(planFen, unit)}`,
            )
            .join(language === 'en' ? '; ' : '；'),
        ],
        0,
        { projectId: plan.projectId },
      ),
    ),
  }
}
