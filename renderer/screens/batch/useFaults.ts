import { useCallback, useState } from 'react'
import { ruleText } from '../../../db/domain/ruleText.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { useLanguage } from '../../state.tsx'
import { type BatchColumn, type BatchRow, batchColumns } from './batchRow.ts'
import { columnOf, type RowReading } from './readBatchRow.ts'

/** What is wrong with a row, in words, at its cells. */
export type CellMessages = Readonly<Partial<Record<BatchColumn, string>>>

/**
 * What is wrong in each row: as it reads, or as the last attempt to save was answered; such an answer holds for the very
 * row that was sent.
 */
export function useFaults() {
  const language = useLanguage()
  const [answered, setAnswered] = useState<ReadonlyMap<BatchRow, CellMessages>>(new Map())

  const messagesOf = useCallback(
    (row: BatchRow, reading: RowReading): CellMessages => {
      if (reading.kind === 'entry') return answered.get(row) ?? none
      if (reading.kind === 'empty') return none
      const messages: Partial<Record<BatchColumn, string>> = {}
      for (const column of batchColumns) {
        const fault = reading.faults[column]
        if (fault !== undefined) messages[column] = ruleText(fault.code, fault.params, language)
      }
      return messages
    },
    [answered, language],
  )

  const take = useCallback((error: RequestError, sent: readonly BatchRow[]) => {
    const byRow = new Map<BatchRow, CellMessages>()
    for (const fault of error.rows ?? []) {
      const row = sent[fault.row]
      if (row !== undefined) byRow.set(row, { [columnOf(fault.fields[0] ?? '')]: fault.message })
    }
    setAnswered(byRow)
  }, [])

  return { messagesOf, take }
}

const none: CellMessages = {}
