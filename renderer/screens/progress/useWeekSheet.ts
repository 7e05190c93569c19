import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../db/domain/day.ts'
import type { WeekTaskRow } from '../../../db/domain/week.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { useCommand } from '../../api.ts'
import { useLanguage } from '../../state.tsx'
import { draftOf, type ReportDraft } from '../milestone/reportDraft.ts'
import { type CellFaults, draftIn, faultsOfReports, readSheet, type WeekSheet } from './weekSheet.ts'

/** What is typed and not saved yet, and its saving: all rows in one command, or none. */
export function useWeekSheet(tasks: readonly WeekTaskRow[], asOf: string, today: Day) {
  const { t } = useTranslation('progress')
  const language = useLanguage()
  const { message } = App.useApp()
  const command = useCommand('reportTasks')
  const [sheet, setSheet] = useState<WeekSheet>(new Map())
  const [faults, setFaults] = useState<CellFaults>(new Map())
  const [refused, setRefused] = useState<RequestError | null>(null)

  function put(taskId: string, draft: ReportDraft | null) {
    const next = new Map(sheet)
    if (draft === null) next.delete(taskId)
    else next.set(taskId, draft)
    setSheet(next)
    setFaults(new Map([...faults].filter(([id]) => id !== taskId)))
  }

  function clear() {
    setSheet(new Map())
    setFaults(new Map())
    setRefused(null)
  }

  function save() {
    const read = readSheet(sheet, tasks, asOf, today, language)
    setRefused(null)
    setFaults(read.faults)
    if (read.faults.size > 0 || read.reports.length === 0 || command.isPending) return
    command.mutate(
      { reports: [...read.reports] },
      {
        onSuccess: () => {
          void message.info(t('saved', { count: read.reports.length }))
          clear()
        },
        onError: ({ error }) => {
          const placed = faultsOfReports(error, read.reports)
          if (placed === null) setRefused(error)
          else setFaults(placed)
        },
      },
    )
  }

  return {
    count: sheet.size,
    refused,
    isBusy: command.isPending,
    draftOf: (task: WeekTaskRow) => draftIn(sheet, task, language),
    isTyped: (task: WeekTaskRow) => sheet.has(task.id),
    faultsOf: (task: WeekTaskRow) => faults.get(task.id) ?? [],
    put,
    /** Reports the task as it stands, or takes that back. */
    include: (task: WeekTaskRow, isIncluded: boolean) =>
      put(task.id, isIncluded ? draftOf(task, language) : null),
    clear,
    save,
  }
}
