import { useTranslation } from 'react-i18next'
import type { AdvanceRecovery } from '../../../../db/domain/advance.ts'
import { sumOf } from '../../../../db/domain/fenPart.ts'
import { useAllPages } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'

interface RecoveryEntriesProps {
  readonly contractId: string
  /** Of the contract, for the file that they are written to. */
  readonly number?: string
  /** Recovered by that day; null: all. */
  readonly to: string | null
}

/** 扣回记录 of a contract, newest first, with their sum. */
export function RecoveryEntries({ contractId, number, to }: RecoveryEntriesProps) {
  const { t } = useTranslation(['holding', 'money', 'terms'])
  const rows = useAllPages('listAdvanceRecoveries', { contractId, ...(to === null ? {} : { to }) }).data ?? []
  if (rows.length === 0) return null
  return (
    <>
      <p className="money-lead">
        {t('money:entriesSum', { count: rows.length })}{' '}
        <Amount fen={sumOf(rows)} unit="yuan" withUnit origin="listed" />{' '}
        <ExportTable
          name={t('recoveries')}
          unit="yuan"
          rows={rows}
          conditions={[number]}
          columns={[
            { title: t('recoveredOn'), kind: 'day', cell: ({ recoveredOn }) => recoveredOn },
            moneyColumn<AdvanceRecovery>(t('money:entryAmount'), ({ amountFen }) => amountFen, ''),
            { title: t('memo'), cell: ({ memo }) => memo },
            { title: t('terms:by'), cell: ({ actorName }) => actorName },
          ]}
        />
      </p>
      <table className="sheet" aria-label={t('recoveries')}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="is-nowrap">
                {row.recoveredOn}
              </th>
              <td className="is-figure">
                <Amount fen={row.amountFen} unit="yuan" withUnit origin="entered" />
              </td>
              <td>{row.memo}</td>
              <td>{row.actorName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
