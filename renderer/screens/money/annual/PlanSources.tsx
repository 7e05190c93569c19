import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../MoneyInput.tsx'

interface PlanSourcesProps {
  readonly funds: readonly { readonly id: string; readonly name: string }[]
}

/** 资金来源 with their amounts of the year, a row for each. */
export function PlanSources({ funds }: PlanSourcesProps) {
  const { t } = useTranslation('annualPlan')
  return (
    <fieldset className="split-fields">
      <legend>{t('sources')}</legend>
      <Form.List name="lines">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="split-row">
                <Form.Item name={[name, 'fundId']}>
                  <Select
                    aria-label={t('sourceNo', { n: name + 1 })}
                    placeholder={t('source')}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={[
                      ...funds.map((fund) => ({ value: fund.id, label: fund.name })),
                      { value: '', label: t('unsettled') },
                    ]}
                  />
                </Form.Item>
                <Form.Item name={[name, 'amount']}>
                  <MoneyInput sign="notNegative" aria-label={t('amountNo', { n: name + 1 })} />
                </Form.Item>
                <Button
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('removeNo', { n: name + 1 })}
                  disabled={fields.length === 1}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <div className="split-foot">
              <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
                {t('addSource')}
              </Button>
              <span className="grey">{t('emptyIsUnknown')}</span>
            </div>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
