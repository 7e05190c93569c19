import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ListPayments } from '../../../db/domain/payment.ts'
import { useAllPages, useRequest } from '../../api.ts'
import type { PaymentFilter } from './paymentView.ts'

interface Props {
  readonly view: ListPayments
  readonly onFilter: (change: Partial<PaymentFilter>) => void
}

/** The filters that only a link sets: contract, 科目, source, kind. Each is named and can be taken away. */
export function LinkedFilters({ view, onFilter }: Props) {
  const { t } = useTranslation(['payment', 'money'])
  const { contractId, budgetLineId, fundId, kind, projectId } = view
  const contract = useRequest(
    'getContract',
    { contractId: contractId ?? '' },
    { isEnabled: contractId !== undefined },
  ).data
  const books = useRequest('fourBooks', projectId === undefined ? {} : { projectId }, {
    isEnabled: budgetLineId !== undefined,
  }).data
  const funds = useAllPages('listFunds', {}, { isEnabled: fundId !== undefined }).data
  const line = books?.items.find((item) => item.lineId === budgetLineId)
  const fund = funds?.find((item) => item.id === fundId)
  return (
    <>
      {contractId !== undefined && (
        <Chip
          label={t('contract')}
          name={contract === undefined ? contractId : `${contract.number} ${contract.name}`}
          onRemove={() => {
            onFilter({ contractId: undefined })
          }}
        />
      )}
      {budgetLineId !== undefined && (
        <Chip
          label={t('budgetLine')}
          name={budgetLineId === 'none' ? t('money:unclassified') : (line?.name ?? budgetLineId)}
          onRemove={() => {
            onFilter({ budgetLineId: undefined })
          }}
        />
      )}
      {fundId !== undefined && (
        <Chip
          label={t('fund')}
          name={fund?.name ?? fundId}
          onRemove={() => {
            onFilter({ fundId: undefined })
          }}
        />
      )}
      {kind !== undefined && (
        <Chip
          label={t('kind')}
          name={t(`money:paymentKind.${kind}`)}
          onRemove={() => {
            onFilter({ kind: undefined })
          }}
        />
      )}
    </>
  )
}

interface ChipProps {
  readonly label: string
  readonly name: string
  readonly onRemove: () => void
}

function Chip({ label, name, onRemove }: ChipProps) {
  const { t } = useTranslation('payment')
  const text = t('linkedFilter', { label, name })
  return (
    <Button
      size="small"
      className="filter-chip"
      title={text}
      aria-label={t('removeFilter', { filter: text })}
      icon={<CloseOutlined aria-hidden />}
      iconPlacement="end"
      onClick={onRemove}
    >
      <span>{text}</span>
    </Button>
  )
}
