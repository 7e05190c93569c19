import { Fragment, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { WeekTaskRow } from '../../../db/domain/week.ts'
import type { useWeekSheet } from './useWeekSheet.ts'
import { WeekRow } from './WeekRow.tsx'
import { weekColumns } from './weekColumns.ts'
import { withCopied } from './weekSheet.ts'

interface WeekTableProps {
  readonly tasks: readonly WeekTaskRow[]
  readonly sheet: ReturnType<typeof useWeekSheet>
  readonly mayReport: boolean
}

/** The week's tasks, site by site; several sites are typed in on this one screen. */
export function WeekTable({ tasks, sheet, mayReport }: WeekTableProps) {
  const { t } = useTranslation('progress')
  const groups = [...Map.groupBy(tasks, ({ projectId }) => projectId)]
  // A reviewer has no field in it: the table scrolls by keyboard all the same.
  return (
    <section className="week-scroll" aria-label={t('table')} tabIndex={0}>
      <table className="sheet week-sheet" aria-label={t('table')} onKeyDown={onKey}>
        <colgroup>
          <col className="week-col-include" />
          {weekColumns.map((column) => (
            <col key={column} className={`week-col-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('include')}</th>
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
                <th scope="rowgroup" colSpan={12}>
                  {own[0]?.projectName}
                </th>
              </tr>
              {own.map((task) => (
                <WeekRow
                  key={task.id}
                  task={task}
                  draft={sheet.draftOf(task)}
                  isTyped={sheet.isTyped(task)}
                  faults={sheet.faultsOf(task)}
                  mayReport={mayReport}
                  onChange={(draft) => sheet.put(task.id, draft)}
                  onInclude={(isIncluded) => sheet.include(task, isIncluded)}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )

  function onKey(event: KeyboardEvent<HTMLTableElement>) {
    const isSave = (event.ctrlKey || event.metaKey) && event.key === 's'
    const isCopy = (event.ctrlKey || event.metaKey) && event.key === 'd'
    const isDown = event.key === 'Enter' && !event.ctrlKey && event.target instanceof HTMLInputElement
    if (!isSave && !isCopy && !isDown) return
    event.preventDefault()
    if (isSave) sheet.save()
    if (isDown) cellBeside(event.target, 1)?.focus()
    if (isCopy) copyDown(event.target)
  }

  /** What the row above says in the same column. */
  function copyDown(target: EventTarget) {
    const above = cellBeside(target, -1)
    const task = tasks[placeOf(target)]
    const cell = target instanceof HTMLElement ? target.dataset['cell'] : undefined
    if (above === undefined || task === undefined || cell === undefined) return
    const source = tasks[placeOf(above)]
    if (source === undefined) return
    sheet.put(task.id, withCopied(sheet.draftOf(task), sheet.draftOf(source), cell))
  }
}

/** The cell of the same column so many rows further on. */
function cellBeside(target: EventTarget, step: number): HTMLElement | undefined {
  if (!(target instanceof HTMLElement)) return undefined
  const cell = target.dataset['cell'] ?? ''
  const cells = columnOf(target, cell)
  return cells[cells.indexOf(target) + step]
}

/** Which of the tasks the cell belongs to: each row has a status cell. */
function placeOf(target: EventTarget): number {
  if (!(target instanceof HTMLElement)) return -1
  const status = target.closest('tr')?.querySelector<HTMLElement>('[data-cell="status"]')
  return status === null || status === undefined ? -1 : columnOf(target, 'status').indexOf(status)
}

function columnOf(target: HTMLElement, cell: string): HTMLElement[] {
  return [...(target.closest('table')?.querySelectorAll<HTMLElement>(`[data-cell="${cell}"]`) ?? [])]
}
