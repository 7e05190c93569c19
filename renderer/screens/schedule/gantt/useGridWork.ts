import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ruleText } from '../../../../db/domain/ruleText.ts'
import type { GridCommand, GridPlace } from '../../../parts/grid/gridColumn.ts'
import type { GridEdit } from '../../../parts/grid/TreeGrid.tsx'
import { useLanguage } from '../../../state.tsx'
import { type CellChange, cellChange } from './cellChange.ts'
import type { GridWork } from './GanttFrame.tsx'
import type { ScheduleRow } from './scheduleRows.ts'
import type { TaskLine } from './taskLine.ts'
import { isTypedColumn } from './typedCell.ts'

interface Work {
  readonly rows: readonly ScheduleRow[]
  readonly linesOf: ReadonlyMap<string, readonly TaskLine[]>
  /** Carries out what was typed; the answer is a sentence where it was refused. */
  readonly onChange: (change: CellChange, line: TaskLine) => Promise<string | null>
  readonly onCommand: (command: GridCommand, row: ScheduleRow) => void
}

/** Where the keyboard is in the table, and what is being typed there. */
export function useGridWork({ rows, linesOf, onChange, onCommand }: Work) {
  const { t } = useTranslation('schedule')
  const language = useLanguage()
  const [place, setPlace] = useState<GridPlace | null>(null)
  const [edit, setEdit] = useState<GridEdit | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const typed = async (done: GridEdit) => {
    const row = rows.find(({ id }) => id === done.rowId)
    if (row?.kind !== 'task' || !isTypedColumn(done.columnKey)) return
    const change = cellChange(
      done.columnKey,
      done.text,
      row.line,
      linesOf.get(row.project.id) ?? [],
      language,
    )
    if (change === null) {
      setEdit(null)
      return
    }
    if (change.kind === 'unreadable') {
      setEdit(done)
      setFault(change.code === null ? t('predecessorsUnreadable') : ruleText(change.code, {}, language))
      return
    }
    setEdit(null)
    const refused = await onChange(change, row.line)
    if (refused === null) return
    setEdit(done)
    setFault(refused)
  }
  const work: GridWork = {
    place,
    edit,
    fault,
    onPlace: (next) => {
      setPlace(next)
      if (edit !== null && (edit.rowId !== next.rowId || edit.columnKey !== next.columnKey)) setEdit(null)
    },
    onEdit: (next) => {
      setEdit(next)
      setFault(null)
    },
    onTyped: (done) => void typed(done),
    onCommand: (command, rowId) => {
      const row = rows.find(({ id }) => id === rowId)
      if (row !== undefined) onCommand(command, row)
    },
  }
  return { work, setPlace, setEdit }
}
