import './annual.css'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnnualPlanRow } from '../../../../db/domain/annualPlan.ts'
import { useRequest } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { LoadState } from '../../../parts/LoadState.tsx'
import { useMay } from '../../../state.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { AnnualPlanDrawer } from './AnnualPlanDrawer.tsx'
import { AnnualPlanTable } from './AnnualPlanTable.tsx'
import { PlanModal } from './PlanModal.tsx'
import { useAnnualColumns } from './useAnnualColumns.ts'
import { YearCash } from './YearCash.tsx'

/** 年度计划: the six columns of a year with its execution. */
export function AnnualTab({ view, show, projects, closedWhy }: MoneyTabProps) {
  const { t } = useTranslation('annualPlan')
  const maySet = useMay('setAnnualPlan') && closedWhy === null
  const columns = useAnnualColumns()
  const [isSetting, setIsSetting] = useState(false)
  const [adjusting, setAdjusting] = useState<AnnualPlanRow | null>(null)
  const [openedId, setOpenedId] = useState<string | null>(null)
  const year = yearOf(view.year)
  const { projectId } = view
  const plans = useRequest('listAnnualPlans', {
    year,
    pageSize: 100,
    ...(projectId === null ? {} : { projectId }),
  })
  const opened = plans.data?.items.find((row) => row.projectId === openedId)
  return (
    <>
      <Block
        title={t('titleOf', { year })}
        lead={t('lead')}
        actions={
          <>
            <InputNumber
              size="small"
              className="year-input"
              aria-label={t('year')}
              min={1990}
              max={2199}
              value={year}
              onChange={(chosen) => show({ year: chosen === null ? null : String(chosen) })}
            />
            {plans.data?.years.map((planned) => (
              <Button
                key={planned}
                size="small"
                type="text"
                aria-pressed={planned === year}
                onClick={() => show({ year: String(planned) })}
              >
                {planned}
              </Button>
            ))}
            <ExportTable<AnnualPlanRow>
              name={t('titleOf', { year })}
              columns={columns}
              rows={plans.data?.items ?? []}
              conditions={[projects.find(({ id }) => id === projectId)?.name]}
            />
            {maySet && (
              <Button size="small" type="primary" onClick={() => setIsSetting(true)}>
                {t('set')}
              </Button>
            )}
          </>
        }
      >
        <Loaded answer={plans}>
          {({ items, sums }) =>
            items.length === 0 ? (
              <LoadState kind="empty" text={t('none', { year })} />
            ) : (
              <AnnualPlanTable rows={items} sums={sums} onOpen={(row) => setOpenedId(row.projectId)} />
            )
          }
        </Loaded>
      </Block>
      <YearCash year={year} projectId={projectId} />
      {opened !== undefined && (
        <AnnualPlanDrawer
          row={opened}
          onAdjust={() => setAdjusting(opened)}
          onClose={() => setOpenedId(null)}
        />
      )}
      {(isSetting || adjusting !== null) && (
        <PlanModal
          year={year}
          projects={projects}
          projectId={projectId}
          adjusting={adjusting}
          onClose={() => {
            setIsSetting(false)
            setAdjusting(null)
          }}
        />
      )}
    </>
  )
}

function yearOf(text: string | null): number {
  const year = Number(text)
  return Number.isInteger(year) && year >= 1990 && year <= 2199 ? year : new Date().getFullYear()
}
