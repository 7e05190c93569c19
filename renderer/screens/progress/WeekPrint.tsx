import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { localDay, parseDay } from '../../../db/domain/day.ts'
import { weekOf } from '../../../db/domain/week.ts'
import { useAllPages } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { TablePaper } from './TablePaper.tsx'
import { WeekPaper } from './WeekPaper.tsx'

/** 本周填报 for paper, as it is filtered: what is reported so far, and what is still asked. */
export function WeekPrint() {
  const { t } = useTranslation('progress')
  const [query] = useSearchParams()
  const on = parseDay(query.get('on') ?? '') ?? localDay(new Date())
  const planId = query.get('planId')
  const responsible = query.get('responsible')
  const plans = useAllPages('listPlans', {}).data ?? []
  const tasks = useAllPages('listWeekTasks', {
    on,
    ...(planId === null ? {} : { planId }),
    ...(responsible === null ? {} : { responsible }),
  })
  const plan = plans.find(({ id }) => id === planId)?.name ?? t('allPlans')
  const of = responsible === null ? plan : `${plan} · ${responsible}`
  return (
    <TablePaper title={t('weekTitle', { ...weekOf(on), of })}>
      {(above) => <Loaded answer={tasks}>{(items) => <WeekPaper tasks={items} above={above} />}</Loaded>}
    </TablePaper>
  )
}
