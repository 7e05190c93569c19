import { useCallback, useState } from 'react'
import { z } from 'zod'
import { remembered } from '../../../parts/remembered.ts'

/** The columns that can stand left of the chart; the name always does. */
export const columnKeys = [
  'name',
  'start',
  'finish',
  'duration',
  'actual',
  'progress',
  'float',
  'responsible',
  'predecessors',
  'due',
  'forecast',
  'cost',
  'startVariance',
  'finishVariance',
  'progressVariance',
  'costVariance',
] as const
export type ColumnKey = (typeof columnKeys)[number]
export const optionalColumns = columnKeys.filter((key) => key !== 'name')

interface ColumnChoice {
  readonly shown: readonly ColumnKey[]
  readonly widths: Readonly<Partial<Record<ColumnKey, number>>>
}

/** Which columns are shown and how wide they are, as chosen last on this machine. */
export function useColumns() {
  const [choice, setChoice] = useState(lastChoice)
  const change = useCallback((make: (before: ColumnChoice) => ColumnChoice) => {
    setChoice((before) => {
      const after = make(before)
      localStorage.setItem(storedUnder, JSON.stringify(after))
      return after
    })
  }, [])
  const show = useCallback(
    (keys: readonly ColumnKey[]) =>
      change((before) => ({
        ...before,
        shown: columnKeys.filter((key) => key === 'name' || keys.includes(key)),
      })),
    [change],
  )
  const resize = useCallback(
    (key: string, width: number) =>
      change((before) => ({ ...before, widths: { ...before.widths, [key]: width } })),
    [change],
  )
  const reset = useCallback(() => change(defaultChoice), [change])
  return {
    shown: choice.shown,
    widthOf: (key: ColumnKey) => choice.widths[key] ?? widths[key],
    show,
    resize,
    reset,
  }
}

const widths: Readonly<Record<ColumnKey, number>> = {
  name: 208,
  start: 86,
  finish: 86,
  duration: 52,
  actual: 122,
  progress: 46,
  float: 46,
  responsible: 88,
  predecessors: 76,
  due: 86,
  forecast: 86,
  cost: 96,
  startVariance: 60,
  finishVariance: 60,
  progressVariance: 60,
  costVariance: 104,
}

const storedUnder = 'schedule.columns'
const columnKey = z.enum(columnKeys)
const stored = z.object({
  shown: z.array(columnKey).min(1),
  widths: z.partialRecord(columnKey, z.number().min(32).max(640)),
})

function lastChoice(): ColumnChoice {
  const parsed = stored.safeParse(remembered(storedUnder))
  return parsed.success ? parsed.data : defaultChoice()
}

/** A window of 1280 leaves the chart its half. */
function defaultChoice(): ColumnChoice {
  const narrow: readonly ColumnKey[] = ['name', 'start', 'finish', 'actual', 'progress', 'float']
  const wide: readonly ColumnKey[] = [...narrow, 'duration', 'responsible', 'predecessors']
  const shown = innerWidth < 1600 ? narrow : wide
  return { shown: columnKeys.filter((key) => shown.includes(key)), widths: {} }
}
