import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../../db/domain/day.ts'
import type { TaskMove } from '../../../../db/domain/proposal.ts'
import type { ChartLine } from '../../../chart/ganttDrawing.ts'
import { keptRows } from '../../../chart/keptRows.ts'
import { useLanguage } from '../../../state.tsx'
import { chartLinks } from './chartLinks.ts'
import { chartRow } from './chartRows.ts'
import type { ScheduleRow } from './scheduleRows.ts'
import { useOffDays } from './useOffDays.ts'
import { withGhosts } from './withGhosts.ts'

interface Asked {
  readonly rows: readonly ScheduleRow[]
  readonly span: { readonly first: Day; readonly last: Day }
  readonly projectId: string | null
  readonly dataDate: Day | null
  readonly today: Day
  /** Whether bars can be taken by the pointer. */
  readonly mayMove: boolean
  /** Where a proposal would put bars. */
  readonly moves: readonly TaskMove[] | undefined
}

/** What the chart draws of the rows, on the screen and on paper. */
export function useChart({ rows, span, projectId, dataDate, today, mayMove, moves }: Asked) {
  const { t } = useTranslation(['schedule', 'terms'])
  const language = useLanguage()
  const { offDays } = useOffDays(projectId, span)
  const plain = useMemo(
    () => keptRows((row: ScheduleRow) => chartRow(row, mayMove, { t, language })),
    [mayMove, t, language],
  )
  const drawn = useMemo(
    () => (moves === undefined ? plain : keptRows((row: ScheduleRow) => withGhosts(plain(row), moves))),
    [plain, moves],
  )
  const links = useMemo(
    () =>
      chartLinks(rows, (predecessor, successor, link) => t('linkTitle', { predecessor, successor, link })),
    [rows, t],
  )
  const lines = useMemo((): readonly ChartLine[] => {
    const now: ChartLine = { kind: 'today', day: today, label: t('today') }
    return dataDate === null ? [now] : [now, { kind: 'dataDate', day: dataDate, label: t('dataDate') }]
  }, [today, dataDate, t])
  return { drawn, links, lines, offDays }
}
