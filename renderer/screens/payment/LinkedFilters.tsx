import { useTranslation } from 'react-i18next'
import type { ListPayments } from '../../../db/domain/payment.ts'
import { useAllPages, useRequest } from '../../api.ts'
import { FilterChip } from '../../parts/FilterChip.tsx'
import type { PaymentFilter } from './paymentView.ts'

interface Props {
  readonly view: ListPayments
  readonly onFilter: (change: Partial<PaymentFilter>) => void
}

/** The filters that a link sets: contract, 科目, source, import, kind, what is lacking. Each is named and can be taken away. */
export function LinkedFilters({ view, onFilter }: Props) {
  const { t } = useTranslation('payment')
  return useLinked(view).map(({ field, label, name }) => (
    <FilterChip
      key={field}
      text={t('linkedFilter', { label, name })}
      onRemove={() => onFilter({ [field]: undefined })}
    />
  ))
}

/** Those that are set, each by the name of its record once that is known. */
function useLinked({
  contractId,
  budgetLineId,
  fundId,
  importId,
  kind,
  refundOf,
  lacks,
  projectId,
}: ListPayments) {
  const { t } = useTranslation(['payment', 'money', 'import', 'ledger'])
  const contract = useRequest(
    'getContract',
    { contractId: contractId ?? '' },
    { isEnabled: contractId !== undefined },
  ).data
  const books = useRequest('fourBooks', projectId === undefined ? {} : { projectId }, {
    isEnabled: budgetLineId !== undefined,
  }).data
  const funds = useAllPages('listFunds', {}, { isEnabled: fundId !== undefined }).data
  const batch = useRequest(
    'listImportEntries',
    { importId: importId ?? '', pageSize: 1 },
    { isEnabled: importId !== undefined },
  ).data?.batch
  const lineName =
    budgetLineId === 'none'
      ? t('money:unclassified')
      : books?.items.find((item) => item.lineId === budgetLineId)?.name
  const chips = [
    {
      field: 'contractId',
      id: contractId,
      label: t('contract'),
      name: contract && `${contract.number} ${contract.name}`,
    },
    { field: 'budgetLineId', id: budgetLineId, label: t('budgetLine'), name: lineName },
    { field: 'fundId', id: fundId, label: t('fund'), name: funds?.find(({ id }) => id === fundId)?.name },
    {
      field: 'importId',
      id: importId,
      label: t('import:title'),
      name: batch && (batch.source ?? t('import:pastedSource')),
    },
    { field: 'kind', id: kind, label: t('kind'), name: kind && t(`money:paymentKind.${kind}`) },
    {
      field: 'refundOf',
      id: refundOf,
      label: t('refundOf'),
      name: refundOf && t(`refundOfKind.${refundOf}`),
    },
    { field: 'lacks', id: lacks, label: t('ledger:lacks'), name: lacks && t(`ledger:lackOf.${lacks}`) },
  ] as const
  return chips.flatMap(({ field, id, label, name }) =>
    id === undefined ? [] : [{ field, label, name: name ?? id }],
  )
}
