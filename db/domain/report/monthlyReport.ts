import type { Fen } from '../fen.ts'
import { pctIn } from '../fenPart.ts'
import type { Language } from '../ruleText.ts'
import { plainRow, type RowSubject, type TableCell, type TableRow } from '../table.ts'
import { type PlanGapNote, type ReportBody, reportColumn, speaking } from './report.ts'

/** Up to the end of the month; null: nobody recorded any of it. */
export interface MonthFigures {
  readonly monthFen: Fen
  readonly yearFen: Fen
  readonly wholeFen: Fen
}

export interface ProjectMonth {
  readonly projectId: string
  readonly planId: string | null
  readonly planName: string | null
  readonly projectName: string
  /** 概算 where one is approved, else 规划口径; null: 未公布. */
  readonly totalFen: Fen | null
  /** Reckoned from a rate that the plan names, not printed in it. */
  readonly isTotalDerived: boolean
  /** 年度投资计划; null where none is recorded. */
  readonly yearPlanFen: Fen | null
  readonly done: MonthFigures | null
  readonly paid: MonthFigures | null
}

/** 投资完成情况月报: this month, this year and in all, done and paid, by project under its plan, against the year's plan. */
export function monthlyReport(
  projects: readonly ProjectMonth[],
  gaps: readonly PlanGapNote[],
  month: string,
  language: Language,
): ReportBody {
  const say = speaking(language)
  const rows: TableRow[] = []
  for (const [plan, own] of Map.groupBy(projects, ({ planName }) => planName)) {
    const first = rows.length + 1
    const cells = own.map((project) => cellsOf(project, language))
    rows.push({
      cells: sumCells(plan ?? say(['规划外项目', 'Projects of no plan']), cells),
      level: 0,
      sums: cells.map((_, place) => first + place),
      ...(typeof own[0]?.planId === 'string' ? { of: { planId: own[0].planId } } : {}),
    })
    rows.push(...cells.map((figures, place) => plainRow(figures, 1, subjectOf(own[place]))))
  }
  const done = say(['完成投资', 'Work done'])
  const paid = say(['支付', 'Paid'])
  const money = (id: string, title: readonly [string, string], group?: string) =>
    reportColumn(id, say(title), 'money', { isSummed: true, ...(group === undefined ? {} : { group }) })
  const [year = '', number = ''] = month.split('-')
  return {
    period: language === 'en' ? month : `${year}年${Number(number)}月`,
    rowCount: rows.length,
    rows,
    inWords: null,
    gaps,
    notes: [
      ...derivedNote(projects, language),
      say([
        '总投资：有批准概算的取概算，否则取规划口径；规划未公布的为“未公布”，不是零。完成投资为计量入账数，支付为出账数，两者不相抵。',
        'Total investment: the approved budget, else the figure of the plan; what the plan does not publish is unknown, not zero. Done is work measured, paid is cash out; neither stands for the other.',
      ]),
      say([
        '年度计划为该年现行（最近一次调整后）计划；占计划为本年数占年度计划的百分比。合计不含未公布、未录入的项目。',
        'The annual plan is the newest one of that year; shares are of the year in it. Sums leave out what is unknown.',
      ]),
    ],
    columns: [
      reportColumn('project', say(['项目', 'Project'])),
      money('total', ['总投资', 'Total investment']),
      money('yearPlan', ['年度计划', 'Annual plan']),
      money('doneMonth', ['本月', 'Month'], done),
      money('doneYear', ['本年', 'Year'], done),
      money('doneWhole', ['累计', 'In all'], done),
      reportColumn('donePct', say(['占计划', 'Of plan']), 'pct', { group: done }),
      money('paidMonth', ['本月', 'Month'], paid),
      money('paidYear', ['本年', 'Year'], paid),
      money('paidWhole', ['累计', 'In all'], paid),
      reportColumn('paidPct', say(['占计划', 'Of plan']), 'pct', { group: paid }),
    ],
  }
}

function subjectOf(project: ProjectMonth | undefined): RowSubject {
  return project === undefined ? {} : { projectId: project.projectId }
}

function derivedNote(projects: readonly ProjectMonth[], language: Language): readonly string[] {
  const names = projects.filter(({ isTotalDerived }) => isTotalDerived).map(({ projectName }) => projectName)
  if (names.length === 0) return []
  return language === 'en'
    ? [`Derived from a rate in the plan, not printed in it: total investment of ${names.join(', ')}.`]
    : [`总投资为推算数（按规划所列标准计算，规划未列总额）：${names.join('、')}。`]
}

function cellsOf(project: ProjectMonth, language: Language): readonly TableCell[] {
  const say = speaking(language)
  const unknown = say(['未录入', 'Not entered'])
  const { done, paid, totalFen, yearPlanFen } = project
  const share = (figures: MonthFigures | null) =>
    figures === null || yearPlanFen === null ? null : pctIn(figures.yearFen, yearPlanFen)
  return [
    project.projectName,
    totalFen ?? say(['未公布', 'Not published']),
    yearPlanFen ?? unknown,
    done?.monthFen ?? unknown,
    done?.yearFen ?? unknown,
    done?.wholeFen ?? unknown,
    share(done),
    paid?.monthFen ?? unknown,
    paid?.yearFen ?? unknown,
    paid?.wholeFen ?? unknown,
    share(paid),
  ]
}

/** What is known, added up; a word where nothing is. */
function sumCells(name: string, rows: readonly (readonly TableCell[])[]): readonly TableCell[] {
  return (rows[0] ?? []).map((first, place) => {
    if (place === 0) return name
    if (shares.has(place)) return null
    const known = rows.map((cells) => cells[place]).filter((cell) => typeof cell === 'number')
    return known.length === 0 ? first : known.reduce((sum, cell) => sum + cell, 0)
  })
}

/** Places of the percentages: those of several projects are no sum. */
const shares: ReadonlySet<number> = new Set([6, 10])
