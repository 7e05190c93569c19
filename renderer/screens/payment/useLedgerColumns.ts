import { useCallback, useState } from 'react'
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
  'funds',
  'voucherNo',
  'invoiceNo',
  'memo',
  'recordedAt',
] as const
export type LedgerColumn = (typeof ledgerColumns)[number]

/** Without these a row does not say what was paid. */
const always: readonly LedgerColumn[] = ['paidOn', 'payee', 'purpose', 'amountFen']
export const optionalColumns = ledgerColumns.filter((column) => !always.includes(column))

/** Which columns are shown, as chosen last on this machine; before that as many as the window has room for. */
export function useLedgerColumns() {
  const [shown, setShown] = useState(lastShown)
  const show = useCallback((columns: readonly LedgerColumn[]) => {
    const chosen = inOrder(columns)
    localStorage.setItem(storedUnder, JSON.stringify(chosen))
    setShown(chosen)
  }, [])
  const reset = useCallback(() => {
    localStorage.removeItem(storedUnder)
    setShown(byRoom())
  }, [])
  return { shown, show, reset }
}

const storedUnder = 'ledger.columns'
const stored = z.array(z.enum(ledgerColumns))

function lastShown(): readonly LedgerColumn[] {
  const parsed = stored.safeParse(remembered(storedUnder))
  return parsed.success ? inOrder(parsed.data) : byRoom()
}

function byRoom() {
  const narrow: readonly LedgerColumn[] = ['projectName', 'voucherNo', 'memo', 'recordedAt']
  const wide: readonly LedgerColumn[] = [...narrow, 'kind', 'contractNumber', 'lineName', 'funds']
  return inOrder(innerWidth < 1600 ? narrow : wide)
}

function inOrder(columns: readonly LedgerColumn[]) {
  return ledgerColumns.filter((column) => always.includes(column) || columns.includes(column))
}
