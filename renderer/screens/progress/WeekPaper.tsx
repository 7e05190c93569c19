import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { periodInWords } from '../../../db/domain/period.ts'
import { delayReasons } from '../../../db/domain/progressReport.ts'
import type { WeekTaskRow } from '../../../db/domain/week.ts'
import { useLanguage } from '../../state.tsx'
import { draftOf } from '../milestone/reportDraft.ts'
import { weekColumns } from './weekColumns.ts'

interface WeekPaperProps {
  readonly tasks: readonly WeekTaskRow[]
  /** Over the heads, on each page. */
  readonly above: ReactNode
}

/** The week's tasks as they are reported, site by site; a cell without a report is left to be written in by hand. */
export function WeekPaper({ tasks, above }: WeekPaperProps) {
  const { t } = useTranslation('progress')
  const groups = [...Map.groupBy(tasks, ({ projectId }) => projectId)]
  const reported = tasks.filter(({ isReported }) => isReported).length
  return (
    <table className="sheet board-sheet week-paper" aria-label={t('table')}>
      <colgroup>
        {weekColumns.map((column) => (
          <col key={column} className={`week-paper-${column}`} />
        ))}
      </colgroup>
      <thead>
        <tr className="board-above">
          <td colSpan={weekColumns.length}>{above}</td>
        </tr>
        <tr>
          {weekColumns.map((column) => (
            <th key={column} scope="col" className={column === 'progressPct' ? 'is-figure' : undefined}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(([projectId, own]) => (
          <Fragment key={projectId}>
            <tr className="group">
              <th scope="rowgroup" colSpan={weekColumns.length}>
                {own[0]?.projectName}
              </th>
            </tr>
            {own.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </Fragment>
        ))}
      </tbody>
      <tfoot>
        <tr className="board-below">
          <td colSpan={weekColumns.length}>{t('counted', { total: tasks.length, reported })}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function TaskLine({ task }: { readonly task: WeekTaskRow }) {
  const { t } = useTranslation(['progress', 'terms'])
  const language = useLanguage()
  const draft = draftOf(task, language)
  const delay = delayReasons.find((known) => known === draft.delayReason)
  const start = task.kind === 'milestone' ? null : task.plannedStart
  return (
    <tr>
      <th scope="row">
        {task.kind === 'milestone' ? '◆ ' : ''}
        {task.name}
      </th>
      <td>{task.responsible}</td>
      <td>{periodInWords(start, task.due ?? task.plannedFinish, language) ?? t('terms:undated')}</td>
      <td>{task.isReported ? `✓ ${t('reported')}` : t(`why.${task.reason}`)}</td>
      <td>{t(`terms:milestoneStatus.${draft.status}`)}</td>
      <td>{draft.actualStartOn}</td>
      <td>{draft.actualOn}</td>
      <td className="is-figure">{draft.progressPct}</td>
      <td>{draft.forecast}</td>
      <td>{delay === undefined ? '' : t(`delayReason.${delay}`)}</td>
      <td>{draft.note}</td>
    </tr>
  )
}
