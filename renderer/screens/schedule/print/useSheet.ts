import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAmountUnit, useAppState, useLanguage } from '../../../state.tsx'
import { useScheduleChoice } from '../gantt/scheduleChoice.ts'
import { scheduleColumns } from '../gantt/scheduleColumns.tsx'
import { useChart } from '../gantt/useChart.ts'
import { useColumns } from '../gantt/useColumns.ts'
import { useGanttRows } from '../gantt/useGanttRows.ts'
import { useVariances } from '../gantt/useVariances.ts'
import { yearsText } from '../gantt/YearsMissing.tsx'
import type { ScheduleSources } from '../useScheduleSources.ts'
import type { Sheet } from './SheetPage.tsx'

/** The schedule as it is filtered and opened on the screen, for paper: the same rows, columns and marks. */
export function useSheet(sources: ScheduleSources) {
  const { t } = useTranslation(['schedule', 'terms', 'calendar'])
  const language = useLanguage()
  const unit = useAmountUnit()
  const { library, settings } = useAppState()
  const { timeline, projects, today } = sources
  const [choice] = useScheduleChoice()
  const chosen = useColumns()
  const variances = useVariances(choice.projectId, choice.baselineId)
  const { rows, span, tasks, yearsWithoutHolidays } = useGanttRows({ timeline, choice, variances, today })
  const { projectId, dataDate } = choice
  const chart = useChart({ rows, span, projectId, dataDate, today, mayMove: false, moves: undefined })
  const columns = useMemo(
    () =>
      scheduleColumns(chosen.shown, chosen.widthOf, {
        t,
        language,
        unit: t(`terms:${unit}`),
        mayEdit: false,
        onExpand: () => undefined,
        onReport: () => undefined,
        onDetail: () => undefined,
      }),
    [chosen, t, language, unit],
  )
  const name = projects.find(({ id }) => id === projectId)?.name ?? t('allProjectsTitle')
  const file = library.file?.split(/[\\/]/).at(-1) ?? ''
  const sheet: Sheet = {
    title: t('sheetTitle', { name }),
    lead: [
      dataDate === null ? t('asOf', { day: today }) : t('asOfDataDate', { day: dataDate }),
      settings.actor?.name ?? '',
      file,
      yearsWithoutHolidays.length === 0
        ? ''
        : t('calendar:yearsMissing', { years: yearsText(yearsWithoutHolidays) }),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    rows,
    columns,
    drawn: chart.drawn,
    links: chart.links,
    lines: chart.lines,
    offDays: chart.offDays,
  }
  return { sheet, span, isRead: tasks.data !== undefined }
}
