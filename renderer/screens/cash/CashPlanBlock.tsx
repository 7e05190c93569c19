import '../money/money.css'
import './cash.css'
import { Switch } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../db/domain/day.ts'
import { useAllPages, useRequest } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { AdjustCash, type CashCell } from './AdjustCash.tsx'
import { CashEntries } from './CashEntries.tsx'
import { CashSourceTable } from './CashSourceTable.tsx'
import { CashTable } from './CashTable.tsx'
import { CashUndated } from './CashUndated.tsx'
import type { CashFigure } from './cashFigure.ts'
import { sourceRows } from './sourceRows.ts'
import { useCashColumns } from './useCashColumns.ts'

interface CashPlanBlockProps {
  readonly title: string
  readonly year: number
  readonly projectId: string | null
  /** Left out: from the beginning of the year. */
  readonly asOf: Day | undefined
  readonly actions?: ReactNode
}

/** 用款计划 and its forecast: what is to be paid month by month, from where, and whether the year's plan and the funds cover it. */
export function CashPlanBlock({ title, year, projectId, asOf, actions }: CashPlanBlockProps) {
  const { t } = useTranslation('cash')
  const [cell, setCell] = useState<CashCell | null>(null)
  const [showsSources, setShowsSources] = useState(projectId !== null)
  const [figure, setFigure] = useState<CashFigure | null>(null)
  const scope = {
    year,
    ...(asOf === undefined ? {} : { asOf }),
    ...(projectId === null ? {} : { projectId }),
  }
  const plan = useRequest('cashPlan', { ...scope, pageSize: 1 }, { keepsPrevious: true })
  const rows = useAllPages('cashPlan', scope, { keepsPrevious: true })
  const columns = useCashColumns(year)
  return (
    <>
      <Block
        title={title}
        lead={plan.data === undefined ? undefined : t('lead', { asOf: plan.data.asOf })}
        actions={
          <>
            <label className="money-switch">
              <Switch
                size="small"
                checked={showsSources}
                onChange={setShowsSources}
                aria-label={t('showSources')}
              />
              {t('showSources')}
            </label>
            {actions}
            <ExportTable name={title} columns={columns} rows={(rows.data ?? []).flatMap(sourceRows)} />
          </>
        }
      >
        <Loaded answer={plan}>
          {(cash) => (
            <Loaded answer={rows}>
              {(items) =>
                items.length === 0 && cash.sources.length === 0 ? (
                  <p className="money-empty grey">{t('cashNone')}</p>
                ) : (
                  <>
                    <CashTable
                      plan={cash}
                      rows={items}
                      projectId={projectId}
                      showsSources={showsSources}
                      onOpen={setFigure}
                    />
                    {cash.uncostedCount > 0 && (
                      <p className="cash-notes">{t('uncosted', { count: cash.uncostedCount })}</p>
                    )}
                  </>
                )
              }
            </Loaded>
          )}
        </Loaded>
      </Block>
      {plan.data !== undefined && plan.data.sources.length > 0 && (
        <CashSourceTable sources={plan.data.sources} year={year} projectId={projectId} onOpen={setFigure} />
      )}
      {rows.data !== undefined && <CashUndated rows={rows.data} onOpen={setFigure} />}
      {figure !== null && (
        <CashEntries
          figure={figure}
          scope={scope}
          onAdjust={(chosen) => {
            setFigure(null)
            setCell(chosen)
          }}
          onClose={() => setFigure(null)}
        />
      )}
      {cell !== null && <AdjustCash cell={cell} year={year} onClose={() => setCell(null)} />}
    </>
  )
}
