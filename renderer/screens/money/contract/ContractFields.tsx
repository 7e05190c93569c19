import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { contractKinds } from '../../../../db/domain/contract.ts'
import { DayField } from '../DayField.tsx'
import { LineSplitFields } from '../LineSplitFields.tsx'
import { MoneyInput } from '../MoneyInput.tsx'

interface ContractFieldsProps {
  /** The 科目 that the price can be split over. */
  readonly leaves: readonly { readonly value: string; readonly label: string }[]
}

/** What stands in a contract, as fields of a form. */
export function ContractFields({ leaves }: ContractFieldsProps) {
  const { t } = useTranslation('money')
  return (
    <>
      <div className="money-columns">
        <Form.Item label={t('number')} name="number" required>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('kind')} name="kind" required>
          <Select options={contractKinds.map((value) => ({ value, label: t(`contractKind.${value}`) }))} />
        </Form.Item>
        <Form.Item label={t('contractName')} name="name" required>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('counterparty')} name="counterparty" required>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('signedOn')} name="signedOn" required>
          <DayField />
        </Form.Item>
        <Form.Item label={t('amount')} name="amount" required>
          <MoneyInput />
        </Form.Item>
        <Form.Item label={t('advancePct')} name="advancePct">
          <Input autoComplete="off" inputMode="decimal" suffix="%" placeholder={t('none')} />
        </Form.Item>
        <Form.Item label={t('progressPct')} name="progressPct">
          <Input autoComplete="off" inputMode="decimal" suffix="%" placeholder={t('none')} />
        </Form.Item>
        <Form.Item label={t('retentionPct')} name="retentionPct">
          <Input autoComplete="off" inputMode="decimal" suffix="%" placeholder={t('none')} />
        </Form.Item>
        <Form.Item label={t('paymentDays')} name="paymentDays">
          <Input autoComplete="off" inputMode="numeric" suffix={t('day')} placeholder={t('none')} />
        </Form.Item>
        <Form.Item label={t('smeLabel')} name="isSme" valuePropName="checked">
          <Checkbox>{t('isSme')}</Checkbox>
        </Form.Item>
      </div>
      <LineSplitFields options={leaves} />
      <Form.Item label={t('paymentTerms')} name="paymentTerms">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
    </>
  )
}
