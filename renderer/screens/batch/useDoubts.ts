import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { send } from '../../api.ts'
import type { BatchRow } from './batchRow.ts'
import type { RowReading } from './readBatchRow.ts'

/** What a row may be a second entry of: another row of the batch (from 1), or payments of the ledger. */
export type Doubt =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'ledger'; readonly like: string }

/** By row id: the possible duplicates of what can be saved so far, told before it is. */
export function useDoubts(
  rows: readonly BatchRow[],
  readings: readonly RowReading[],
): ReadonlyMap<string, Doubt> {
  const entries = rows.flatMap((row, index) => {
    const reading = readings[index]
    return reading?.kind === 'entry' ? [{ row, index, entry: reading.entry }] : []
  })
  const found = useQueries({
    queries: entries.map(({ entry: { projectId, paidOn, amountFen, payee, voucherNo } }) => {
      const input = { projectId, paidOn, amountFen, payee, voucherNo }
      return { queryKey: ['listDuplicates', input], queryFn: () => send('listDuplicates', input) }
    }),
    combine: (answers) => answers.map(({ data }) => data?.items ?? none),
  })
  return useMemo(() => {
    const doubts = new Map<string, Doubt>()
    const seen = new Map<string, number>()
    for (const [place, { row, index, entry }] of entries.entries()) {
      const keys = [
        JSON.stringify([entry.projectId, entry.paidOn, entry.amountFen, entry.payee]),
        ...(entry.voucherNo === null ? [] : [entry.voucherNo]),
      ]
      const above = keys.map((key) => seen.get(key)).find((known) => known !== undefined)
      for (const key of keys) seen.set(key, index)
      const [known] = found[place] ?? none
      if (above !== undefined) doubts.set(row.id, { kind: 'row', row: above + 1 })
      else if (known !== undefined)
        doubts.set(row.id, {
          kind: 'ledger',
          like: [known.paidOn, known.payee, known.voucherNo].filter((part) => part !== null).join(' '),
        })
    }
    return doubts
  }, [entries, found])
}

const none: Awaited<ReturnType<typeof send<'listDuplicates'>>>['items'] = []
