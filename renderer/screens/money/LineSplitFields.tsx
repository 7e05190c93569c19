import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../db/domain/fen.ts'
import { useLanguage } from '../../state.tsx'
import { MoneyInput } from './MoneyInput.tsx'
import { remainingOf, type SplitDraft } from './splitDraft.ts'
import type { AmountSign } from './typedAmount.ts'

interface LineSplitFieldsProps {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly sign?: AmountSign
}

/** The split of the form's `amount` over 科目, with what is left to be split said while it is typed. */
export function LineSplitFields({ options, sign = 'positive' }: LineSplitFieldsProps) {
  const { t } = useTranslation('money')
  const language = useLanguage()
  const form = Form.useFormInstance()
  const amount: unknown = Form.useWatch('amount', form)
  const lines: unknown = Form.useWatch('lines', form)
  const left = remainingOf(amount, lines, sign, language)
  return (
    <fieldset className="split-fields">
      <legend>{t('split')}</legend>
      <Form.List name="lines">
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.length === 0 && (
              <p className="grey">{options.length === 0 ? t('splitNoLines') : t('splitNone')}</p>
            )}
            {fields.map(({ key, name }) => (
              <div key={key} className="split-row">
                <Form.Item name={[name, 'budgetLineId']}>
                  <Select
                    aria-label={t('splitLine', { n: name + 1 })}
                    placeholder={t('line')}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={[{ value: '', label: t('unclassified') }, ...options]}
                  />
                </Form.Item>
                <Form.Item name={[name, 'amount']}>
                  <MoneyInput sign={sign} aria-label={t('splitAmount', { n: name + 1 })} />
                </Form.Item>
                <Button
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('splitRemove', { n: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {left !== 0 && <Form.ErrorList errors={errors} />}
            <div className="split-foot">
              <Button
                size="small"
                icon={<PlusOutlined aria-hidden />}
                disabled={options.length === 0}
                onClick={() => {
                  const next: SplitDraft = {
                    amount: left === null || left === 0 ? '' : formatFen(left, 'yuan').replaceAll(',', ''),
                  }
                  add(next)
                }}
              >
                {t('splitAdd')}
              </Button>
              {fields.length > 0 && left !== null && (
                <span className={left === 0 ? 'green' : 'red'} role="status">
                  {left === 0 ? t('splitWhole') : t('splitLeft', { amount: formatFen(left, 'yuan') })}
                </span>
              )}
            </div>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
