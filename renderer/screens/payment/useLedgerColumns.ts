import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { z } from 'zod'
import { remembered } from '../../parts/remembered.ts'

/** The columns of the 台账, in their order. */
export const ledgerColumns = [
  'paidOn',
  'projectName',
  'payee',
  'kind',
  'contractNumber',
  'lineName',
  'purpose',
  'amountFen',
  'fundPart',
  'funds',
  'voucherNo',
  'invoiceNo',
  'memo',
  'recordedAt',
] as const
export type LedgerColumn = (typeof ledgerColumns)[number]

/** Without these a row does not say what was paid. */
const always: readonly LedgerColumn[] = ['paidOn', 'payee', 'purpose', 'amountFen']
export const optionalColumns = ledgerColumns.filter(
  (column) => column !== 'fundPart' && !always.includes(column),
)

/** Which columns are shown: as chosen last on this machine, and before that as many as the window has room for. */
export function useLedgerColumns(fundId: string | undefined) {
  const [chosen, setChosen] = useState(lastChosen)
  const isWide = useSyncExternalStore(onWidth, isWideNow)
  const shown = useMemo(() => {
    const columns = chosen ?? (isWide ? wide : narrow)
    if (fundId === undefined) return inOrder(columns)
    // What a source bears of each entry stands beside it while it is filtered by; of a narrow window it takes the memo's room.
    const own = columns === narrow ? narrow.filter((column) => column !== 'memo') : columns
    return inOrder([...own, 'fundPart'])
  }, [chosen, isWide, fundId])
  const show = useCallback((columns: readonly LedgerColumn[]) => {
    const kept = inOrder(columns.filter((column) => column !== 'fundPart'))
    localStorage.setItem(storedUnder, JSON.stringify(kept))
    setChosen(kept)
  }, [])
  const reset = useCallback(() => {
    localStorage.removeItem(storedUnder)
    setChosen(null)
  }, [])
  return { shown, show, reset }
}

const narrow: readonly LedgerColumn[] = ['projectName', 'voucherNo', 'memo', 'recordedAt']
const wide: readonly LedgerColumn[] = [...narrow, 'kind', 'contractNumber', 'lineName', 'funds']

const storedUnder = 'ledger.columns'
const stored = z.array(z.enum(ledgerColumns))

/** Null where nothing was chosen. */
function lastChosen(): readonly LedgerColumn[] | null {
  const parsed = stored.safeParse(remembered(storedUnder))
  return parsed.success ? inOrder(parsed.data) : null
}

function inOrder(columns: readonly LedgerColumn[]) {
  return ledgerColumns.filter((column) => always.includes(column) || columns.includes(column))
}

const width = window.matchMedia('(min-width: 1600px)')

function isWideNow() {
  return width.matches
}

function onWidth(onChange: () => void) {
  width.addEventListener('change', onChange)
  return () => {
    width.removeEventListener('change', onChange)
  }
}
