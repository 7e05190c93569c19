import { Form, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatFen } from '../../../../db/domain/fen.ts'
import { useAllPages, useRequest } from '../../../api.ts'
import { MoneyInput } from '../../money/MoneyInput.tsx'
import { moneyAddress } from '../../money/useMoneyView.ts'
import type { TaskRow } from '../gantt/taskLine.ts'
import { costOrigins } from './costDraft.ts'

interface CostFieldsProps {
  readonly projectId: string
  readonly task: TaskRow | null
  readonly isReadOnly: boolean
}

/** 费用: from a 科目, from a contract or typed; the sum opens where it comes from. */
export function CostFields({ projectId, task, isReadOnly }: CostFieldsProps) {
  const { t } = useTranslation(['task', 'terms'])
  const form = Form.useFormInstance()
  const watched: unknown = Form.useWatch('costOrigin', form)
  const origin = costOrigins.find((known) => known === watched) ?? 'none'
  const lineId: unknown = Form.useWatch('budgetLineId', form)
  const contractId: unknown = Form.useWatch('contractId', form)
  const books = useRequest('fourBooks', { projectId })
  const contracts = useAllPages('listContracts', { projectId })
  const lines = books.data?.items.filter((line) => line.lineId !== null) ?? []
  const line = lines.find((one) => one.lineId === lineId)
  const address = originAddress()
  return (
    <fieldset className="task-cost">
      <legend>{t('cost')}</legend>
      {isReadOnly && <p className="grey">{t('costByFinance')}</p>}
      <Form.Item label={t('costOrigin')} name="costOrigin" hidden={isReadOnly && origin === 'none'}>
        <Radio.Group
          optionType="button"
          disabled={isReadOnly}
          options={costOrigins.map((value) => ({ value, label: t(`costOrigins.${value}`) }))}
        />
      </Form.Item>
      <div className="task-pair">
        {origin === 'line' && (
          <Form.Item label={t('line')} name="budgetLineId" required>
            <Select
              disabled={isReadOnly}
              showSearch={{ optionFilterProp: 'label' }}
              options={lineOptions()}
            />
          </Form.Item>
        )}
        {origin === 'contract' && (
          <Form.Item label={t('contract')} name="contractId" required>
            <Select
              disabled={isReadOnly}
              showSearch={{ optionFilterProp: 'label' }}
              options={(contracts.data ?? []).map(({ id, number, name, amountFen }) => ({
                value: id,
                label: `${number} ${name} ${sumText(amountFen) ?? ''}`,
              }))}
            />
          </Form.Item>
        )}
        {origin !== 'none' && (
          <Form.Item
            label={t('amount')}
            name="costFen"
            required={origin === 'typed'}
            extra={origin === 'typed' ? null : t('wholeAmount')}
          >
            <MoneyInput sign="notNegative" disabled={isReadOnly} />
          </Form.Item>
        )}
      </div>
      {task !== null && address !== null && <Link to={address}>{t('openOrigin')}</Link>}
    </fieldset>
  )

  function originAddress() {
    if (origin === 'contract' && typeof contractId === 'string' && contractId !== '')
      return moneyAddress({ tab: 'contracts', projectId, contractId })
    if (origin !== 'line' || line === undefined) return null
    const versionId = books.data?.versionId ?? null
    return moneyAddress({ tab: 'budgets', projectId, versionId, lineKey: line.lineKey })
  }

  /** A line of an earlier version has no name here, but stays what was chosen. */
  function lineOptions() {
    const isEarlier = books.isSuccess && line === undefined && typeof lineId === 'string' && lineId !== ''
    const options = lines.map(({ lineId: value, code, name, budgetFen }) => ({
      value,
      label: [code, name, sumText(budgetFen)].filter((part) => part !== null).join(' '),
    }))
    return isEarlier ? [...options, { value: lineId, label: t('earlierLine') }] : options
  }

  function sumText(fen: number | null) {
    return fen === null ? null : `${formatFen(fen, 'wan')} ${t('terms:wan')}`
  }
}
