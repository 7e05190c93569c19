import { Button, Popover, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type ListPayments, paymentKinds, paymentLacks } from '../../../db/domain/payment.ts'
import { useAllPages, useRequest } from '../../api.ts'
import type { PaymentFilter } from './paymentView.ts'

interface Props {
  readonly view: ListPayments
  readonly onFilter: (change: Partial<PaymentFilter>) => void
}

/** 款项性质, 合同, 科目, 资金来源, 待补: chosen here, and named in the bar while they are set. */
export function MoreFilters({ view, onFilter }: Props) {
  const { t } = useTranslation('ledger')
  const { kind, contractId, budgetLineId, fundId, lacks } = view
  const n = [kind, contractId, budgetLineId, fundId, lacks].filter((value) => value !== undefined).length
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<Choices view={view} onFilter={onFilter} />}
    >
      <Button size="small" type={n === 0 ? 'default' : 'primary'} ghost={n > 0}>
        {n === 0 ? t('more') : t('moreOf', { n })}
      </Button>
    </Popover>
  )
}

function Choices({ view, onFilter }: Props) {
  const { t } = useTranslation(['ledger', 'payment', 'money'])
  const { projectId } = view
  const ofProject = projectId === undefined ? {} : { projectId }
  const contracts = useAllPages('listContracts', ofProject).data
  const funds = useAllPages('listFunds', ofProject).data
  const books = useRequest('fourBooks', ofProject, { isEnabled: projectId !== undefined }).data
  const lines = books?.items.map(({ lineId, code, name, depth }) => ({
    value: lineId ?? 'none',
    label: lineId === null ? t('money:unclassified') : `${code ?? ''} ${name ?? ''}`.trim(),
    depth: lineId === null ? 0 : depth,
  }))
  return (
    <div className="more-filters" role="group" aria-label={t('more')}>
      <Choice
        label={t('payment:kind')}
        value={view.kind}
        options={paymentKinds.map((value) => ({ value, label: t(`money:paymentKind.${value}`) }))}
        onChoose={(kind) => onFilter({ kind })}
      />
      <Choice
        label={t('payment:contract')}
        value={view.contractId}
        none={t('noContract')}
        options={contracts?.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
        onChoose={(contractId) => onFilter({ contractId })}
      />
      <Choice
        label={t('payment:budgetLine')}
        value={view.budgetLineId}
        none={t('lineNeedsProject')}
        options={projectId === undefined ? [] : lines}
        onChoose={(budgetLineId) => onFilter({ budgetLineId })}
      />
      <Choice
        label={t('payment:fund')}
        value={view.fundId}
        none={t('noFund')}
        options={funds?.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(fundId) => onFilter({ fundId })}
      />
      <Choice
        label={t('lacks')}
        value={view.lacks}
        options={paymentLacks.map((value) => ({ value, label: t(`lackOf.${value}`) }))}
        onChoose={(lacks) => onFilter({ lacks })}
      />
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | undefined
  /** Said where there is nothing to choose from. */
  readonly none?: string
  /** Undefined while it is not known. */
  readonly options: readonly ChoiceOption<Value>[] | undefined
  readonly onChoose: (value: Value | undefined) => void
}

interface ChoiceOption<Value> {
  readonly value: Value
  readonly label: string
  /** Of a tree: how far it stands in. */
  readonly depth?: number
}

function Choice<Value extends string>({ label, value, none, options, onChoose }: ChoiceProps<Value>) {
  const { t } = useTranslation('ledger')
  const isNone = options?.length === 0 && value === undefined
  return (
    <label>
      <span>{label}</span>
      <Select<Value, ChoiceOption<Value>>
        allowClear
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        disabled={isNone}
        loading={options === undefined}
        placeholder={isNone ? none : t('any')}
        value={value ?? null}
        onChange={(chosen: Value | undefined) => onChoose(chosen)}
        options={[...(options ?? [])]}
        optionRender={({ data }) => (
          <span style={{ paddingLeft: `${String((data.depth ?? 0) * 12)}px` }}>{data.label}</span>
        )}
      />
    </label>
  )
}
