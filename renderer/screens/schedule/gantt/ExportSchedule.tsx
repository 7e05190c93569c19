import { useTranslation } from 'react-i18next'
import { ExportTable } from '../../export/ExportTable.tsx'
import type { ScheduleSources } from '../useScheduleSources.ts'
import type { ScheduleChoice } from './scheduleChoice.ts'
import type { ScheduleRow } from './scheduleRows.ts'
import type { ColumnKey } from './useColumns.ts'
import { useScheduleExport } from './useScheduleExport.ts'

interface ExportScheduleProps {
  readonly sources: ScheduleSources
  readonly choice: ScheduleChoice
  readonly columns: readonly ColumnKey[]
  readonly rows: readonly ScheduleRow[]
}

/** 导出: the table as it stands, with what it is filtered by. */
export function ExportSchedule({ sources, choice, columns, rows }: ExportScheduleProps) {
  const { plans, projects } = sources
  const { t } = useTranslation('schedule')
  const exported = useScheduleExport(columns)
  return (
    <ExportTable
      name={t('table')}
      isSmall={false}
      columns={exported}
      rows={rows}
      depthOf={({ level }) => level - 1}
      conditions={[
        choice.projectId !== null && projects.find(({ id }) => id === choice.projectId)?.name,
        plans.find(({ id }) => id === choice.planId)?.name,
        choice.text,
        choice.standing !== null && t(`standing.${choice.standing}`),
        choice.responsible,
        choice.only !== null && t(choice.only === 'late' ? 'onlyLate' : 'onlyCritical'),
      ]}
    />
  )
}
