import { useTranslation } from 'react-i18next'
import type { ContractRow } from '../../../../db/domain/contract.ts'
import { type ExportColumn, moneyColumn } from '../../export/exportColumn.ts'

/** The columns of ContractTable as they are written out. */
export function useContractExport(isOfAll: boolean): readonly ExportColumn<ContractRow>[] {
  const { t } = useTranslation(['money', 'terms'])
  const figure = (title: string, fenOf: (row: ContractRow) => number | null) =>
    moneyColumn(title, fenOf, t('terms:notEntered'))
  return [
    { title: t('number'), cell: (row) => row.number },
    { title: t('contractName'), cell: (row) => row.name },
    ...(isOfAll ? [{ title: t('project'), cell: (row: ContractRow) => row.projectName }] : []),
    { title: t('counterparty'), cell: (row) => row.counterparty },
    { title: t('kind'), cell: (row) => t(`contractKind.${row.kind}`) },
    { title: t('signedOn'), kind: 'day', cell: (row) => row.signedOn },
    figure(t('amount'), (row) => row.amountFen),
    figure(t('settlement'), (row) => row.settlementFen),
    figure(t('approvedChange'), (row) => row.approvedChangeFen),
    figure(t('pendingChange'), (row) => row.pendingChangeFen),
    figure(t('done'), (row) => row.doneFen),
    figure(t('paid'), (row) => row.paidFen),
    figure(t('unpaid'), (row) => row.committedFen - row.paidFen),
    { title: t('retentionPct'), kind: 'pct', cell: (row) => row.retentionPct ?? t('none') },
    { title: t('state'), cell: (row) => (row.state === 'settled' ? t('settled') : null) },
  ]
}
