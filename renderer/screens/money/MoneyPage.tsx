import './money.css'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { type ProjectRow, whyNotOpen } from '../../../db/domain/project.ts'
import { ruleText } from '../../../db/domain/ruleText.ts'
import { useAllPages } from '../../api.ts'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { useLanguage } from '../../state.tsx'
import { ProjectPicker } from '../payment/ProjectPicker.tsx'
import { OpenReports } from '../report/OpenReports.tsx'
import { AnnualTab } from './annual/AnnualTab.tsx'
import { BookEntries } from './books/BookEntries.tsx'
import { BookTab } from './books/BookTab.tsx'
import { BudgetTab } from './budget/BudgetTab.tsx'
import { ChartTab } from './chart/ChartTab.tsx'
import { ContractTab } from './contract/ContractTab.tsx'
import { DueTab } from './due/DueTab.tsx'
import { FundTab } from './fund/FundTab.tsx'
import { HoldingTab } from './holding/HoldingTab.tsx'
import { PeriodTab } from './period/PeriodTab.tsx'
import { type MoneyTab, type MoneyView, moneyTabs, useMoneyView } from './useMoneyView.ts'
import { WorkTab } from './work/WorkTab.tsx'

/** 资金: the four books and what stands behind them, of one project or of all. */
export function MoneyPage() {
  const { t } = useTranslation('money')
  const [view, show] = useMoneyView()
  const language = useLanguage()
  const projects = useAllPages('listProjects', { state: 'any' }).data ?? noProjects
  const chosen = projects.find(({ id }) => id === view.projectId)
  const rule = chosen === undefined ? null : whyNotOpen(chosen.state)
  const closedWhy = rule === null ? null : ruleText(rule, {}, language)
  return (
    <ScreenFrame
      title={t('title')}
      lead={closedWhy === null ? t(`lead.${view.tab}`) : <span className="amber">{closedWhy}</span>}
      actions={
        <>
          {view.tab !== 'periods' && (
            <div className="money-project">
              <ProjectPicker
                projects={projects}
                value={view.projectId ?? ''}
                canClear
                onChange={(projectId) => {
                  show({ ...closed, projectId: projectId === '' ? null : projectId })
                }}
                select={{ 'aria-label': t('project'), placeholder: t('allProjects') }}
              />
            </div>
          )}
          <OpenReports report="monthlyReport" />
        </>
      }
    >
      <BookEntries view={view} show={show} />
      <Tabs
        className="money-tabs"
        size="small"
        activeKey={view.tab}
        onChange={(key) => {
          const tab = moneyTabs.find((known) => known === key) ?? 'books'
          show({ ...closed, tab, text: null })
        }}
        destroyOnHidden
        items={moneyTabs.map((tab) => ({
          key: tab,
          label: t(`tab.${tab}`),
          children: <Shown tab={tab} view={view} show={show} projects={projects} closedWhy={closedWhy} />,
        }))}
      />
    </ScreenFrame>
  )
}

export interface MoneyTabProps {
  readonly view: MoneyView
  readonly show: (changes: Partial<MoneyView>) => void
  readonly projects: readonly ProjectRow[]
  /** Why nothing more goes into the books of the chosen project: it is closed. */
  readonly closedWhy: string | null
}

function Shown({ tab, ...props }: MoneyTabProps & { readonly tab: MoneyTab }) {
  switch (tab) {
    case 'books':
      return <BookTab {...props} />
    case 'charts':
      return <ChartTab {...props} />
    case 'contracts':
      return <ContractTab {...props} />
    case 'work':
      return <WorkTab {...props} />
    case 'budgets':
      return <BudgetTab {...props} />
    case 'funds':
      return <FundTab {...props} />
    case 'annual':
      return <AnnualTab {...props} />
    case 'holdings':
      return <HoldingTab {...props} />
    case 'dues':
      return <DueTab {...props} />
    case 'periods':
      return <PeriodTab />
  }
}

/** What is open of one project is none of another's. */
const closed = {
  contractId: null,
  versionId: null,
  againstId: null,
  fundId: null,
  year: null,
  entryKind: null,
  lineKey: null,
  entries: null,
  entriesOf: null,
  planId: null,
  from: null,
  to: null,
}
const noProjects: readonly ProjectRow[] = []
