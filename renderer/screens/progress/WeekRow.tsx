import { useTranslation } from 'react-i18next'
import { milestoneStatuses } from '../../../db/domain/milestone.ts'
import { periodInWords } from '../../../db/domain/period.ts'
import { delayReasons } from '../../../db/domain/progressReport.ts'
import type { WeekTaskRow } from '../../../db/domain/week.ts'
import type { FieldFault } from '../../fieldFault.ts'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useLanguage } from '../../state.tsx'
import type { ReportDraft } from '../milestone/reportDraft.ts'
import { isDelayed, type TextCell, withCell } from './weekSheet.ts'

interface WeekRowProps {
  readonly task: WeekTaskRow
  readonly draft: ReportDraft
  readonly isTyped: boolean
  readonly faults: readonly FieldFault[]
  readonly mayReport: boolean
  readonly onChange: (draft: ReportDraft) => void
  readonly onInclude: (isIncluded: boolean) => void
}

/** One task of the week: what the plan says, and the cells in which it is reported. */
export function WeekRow({ task, draft, isTyped, faults, mayReport, onChange, onInclude }: WeekRowProps) {
  const { t } = useTranslation(['progress', 'terms'])
  const language = useLanguage()
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  const named = (column: 'status' | 'delayReason' | TextCell) =>
    t('cell', { name: task.name, column: t(`column.${column}`) })
  const planned = task.kind === 'milestone' ? periodOf(null) : periodOf(task.plannedStart)

  return (
    <>
      <tr className={isTyped ? 'is-typed' : undefined}>
        <td className="week-include">
          <input
            type="checkbox"
            aria-label={t('includeOf', { name: task.name })}
            checked={isTyped}
            disabled={!mayReport}
            onChange={(event) => onInclude(event.target.checked)}
          />
        </td>
        <th scope="row" title={task.name}>
          {task.kind === 'milestone' ? '◆ ' : ''}
          {task.name}
        </th>
        <td title={task.responsible ?? ''}>{task.responsible ?? <span className="grey">—</span>}</td>
        <td title={planned ?? ''}>{planned ?? <span className="grey">{t('terms:undated')}</span>}</td>
        <td>
          <WhyAsked task={task} />
        </td>
        <td>
          <select
            data-cell="status"
            aria-label={named('status')}
            value={draft.status}
            disabled={!mayReport}
            onChange={(event) => {
              const status = milestoneStatuses.find((known) => known === event.target.value) ?? draft.status
              onChange({ ...draft, status, ...(status === 'done' ? { progressPct: '100' } : {}) })
            }}
          >
            {milestoneStatuses.map((status) => (
              <option key={status} value={status}>
                {t(`terms:milestoneStatus.${status}`)}
              </option>
            ))}
          </select>
        </td>
        {textCell('actualStartOn', task.kind === 'milestone')}
        {textCell('actualOn')}
        {textCell('progressPct')}
        {textCell('forecast', draft.status === 'done')}
        <td className={isDelayed(task, draft) && (draft.delayReason ?? '') === '' ? 'is-wanted' : undefined}>
          <select
            data-cell="delayReason"
            aria-label={named('delayReason')}
            title={isDelayed(task, draft) ? t('delayHint') : undefined}
            value={draft.delayReason ?? ''}
            disabled={!mayReport}
            onChange={(event) =>
              onChange({
                ...draft,
                delayReason: delayReasons.find((known) => known === event.target.value) ?? '',
              })
            }
          >
            <option value="">{t('noDelay')}</option>
            {delayReasons.map((reason) => (
              <option key={reason} value={reason}>
                {t(`delayReason.${reason}`)}
              </option>
            ))}
          </select>
        </td>
        {textCell('note')}
      </tr>
      {faults.length > 0 && (
        <tr className="week-fault" id={`fault-${task.id}`}>
          <td />
          <td colSpan={11} role="alert">
            {[...new Set(faults.map(({ message }) => message))].join('；')}
          </td>
        </tr>
      )}
    </>
  )

  function periodOf(start: string | null) {
    return periodInWords(start, task.due ?? task.plannedFinish, language)
  }

  function textCell(cell: TextCell, isOff = false) {
    return (
      <td className={faultOf(cell) === undefined ? undefined : 'is-wrong'}>
        {!isOff && (
          <input
            data-cell={cell}
            className={cell === 'progressPct' ? 'is-figure' : undefined}
            aria-label={named(cell)}
            aria-invalid={faultOf(cell) !== undefined}
            aria-describedby={faults.length > 0 ? `fault-${task.id}` : undefined}
            autoComplete="off"
            value={draft[cell] ?? ''}
            disabled={!mayReport}
            onChange={(event) => onChange(withCell(draft, cell, event.target.value))}
          />
        )}
      </td>
    )
  }
}

function WhyAsked({ task }: { readonly task: WeekTaskRow }) {
  const { t } = useTranslation('progress')
  if (task.isReported) return <StatusTag tone="green">✓ {t('reported')}</StatusTag>
  const tone = task.reason === 'late' ? 'red' : task.reason === 'periodPassed' ? 'amber' : 'grey'
  return <StatusTag tone={tone}>{t(`why.${task.reason}`)}</StatusTag>
}
