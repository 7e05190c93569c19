import { useTranslation } from 'react-i18next'
import { ColumnChoice } from '../../parts/ColumnChoice.tsx'
import { columnLooks } from './ledgerColumn.ts'
import { type LedgerColumn, optionalColumns } from './useLedgerColumns.ts'

interface LedgerColumnsProps {
  readonly shown: readonly LedgerColumn[]
  readonly show: (columns: readonly LedgerColumn[]) => void
  readonly reset: () => void
}

/** Which columns the ledger shows, and writes out. */
export function LedgerColumns({ shown, show, reset }: LedgerColumnsProps) {
  const { t } = useTranslation('payment')
  return (
    <span className="is-screen-only">
      <ColumnChoice
        columns={optionalColumns.map((key) => ({ key, label: t(columnLooks[key].title) }))}
        shown={shown}
        size="small"
        onShow={show}
        onReset={reset}
      />
    </span>
  )
}
