import './progress.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Day } from '../../../db/domain/day.ts'
import type { Plan } from '../../../db/domain/plan.ts'
import { dayAfter, type WeekTaskRow, weekOf } from '../../../db/domain/week.ts'
import { useAllPages, useRequest } from '../../api.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { useMay } from '../../state.tsx'
import { ExportWeek } from './ExportWeek.tsx'
import { useWeekSheet } from './useWeekSheet.ts'
import { WeekTable } from './WeekTable.tsx'
import { type WeekChoice, WeekTools } from './WeekTools.tsx'

/** 本周填报: what the week asks about, of all sites, reported on one screen and saved in one go. */
export function WeekTab({ plans, today }: { readonly plans: readonly Plan[]; readonly today: Day }) {
  const { t } = useTranslation('progress')
  const [choice, setChoice] = useState<WeekChoice>({ on: today, planId: null, responsible: null })
  const [typedAsOf, setTypedAsOf] = useState<string | null>(null)
  const week = weekOf(choice.on)
  const asOf = typedAsOf ?? (week.last < today ? week.last : today)
  const filter = {
    on: choice.on,
    ...(choice.planId === null ? {} : { planId: choice.planId }),
    ...(choice.responsible === null ? {} : { responsible: choice.responsible }),
  }
  const counts = useRequest('listWeekTasks', { ...filter, page: 1, pageSize: 1 }, { keepsPrevious: true })
  const tasks = useAllPages('listWeekTasks', filter, { keepsPrevious: true })
  const sheet = useWeekSheet(tasks.data ?? [], asOf, today)
  const mayReport = useMay('reportTasks')

  const step = (weeks: number) => {
    setTypedAsOf(null)
    setChoice({ ...choice, on: weeks === 0 ? today : dayAfter(choice.on, weeks * 7) })
  }

  return (
    <>
      <WeekTools
        plans={plans}
        choice={choice}
        first={week.first}
        last={week.last}
        isThisWeek={weekOf(today).first === week.first}
        responsibles={counts.data?.responsibles ?? []}
        asOf={asOf}
        onChoose={(changed) => setChoice({ ...choice, ...changed })}
        onStep={step}
        onAsOf={setTypedAsOf}
      />
      {sheet.refused !== null && <ErrorNotice error={sheet.refused} />}
      <Loaded answer={tasks}>
        {(items) =>
          items.length === 0 ? (
            <LoadState kind="empty" text={t('nothing')} />
          ) : (
            <WeekTable tasks={items} sheet={sheet} mayReport={mayReport} />
          )
        }
      </Loaded>
      <div className="week-foot">
        <span role="status">
          {t('counted', { total: counts.data?.total ?? 0, reported: counts.data?.reportedCount ?? 0 })}
        </span>
        <span className="grey">{mayReport ? t('keys') : t('nobodyMay')}</span>
        <PrintWeek filter={filter} isTyped={sheet.count > 0} tasks={tasks.data} />
        <ExportWeek tasks={tasks.data} week={week} choice={choice} plans={plans} />
        {mayReport && (
          <>
            <Button disabled={sheet.count === 0} onClick={sheet.clear}>
              {t('discard')}
            </Button>
            <Button type="primary" disabled={sheet.count === 0} loading={sheet.isBusy} onClick={sheet.save}>
              {sheet.count === 0 ? t('save') : t('saveCount', { count: sheet.count })}
            </Button>
          </>
        )}
      </div>
    </>
  )
}

interface PrintWeekProps {
  readonly filter: Readonly<Record<string, string>>
  readonly isTyped: boolean
  readonly tasks: readonly WeekTaskRow[] | undefined
}

/** What is typed and not saved would be lost on the way to the paper. */
function PrintWeek({ filter, isTyped, tasks = [] }: PrintWeekProps) {
  const { t } = useTranslation('progress')
  const navigate = useNavigate()
  return (
    <Button
      disabled={isTyped || tasks.length === 0}
      title={isTyped ? t('printAfterSave') : undefined}
      onClick={() => void navigate(`/schedule/week?${new URLSearchParams(filter).toString()}`)}
    >
      {t('printWeek')}
    </Button>
  )
}
