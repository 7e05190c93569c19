import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'

/** Where the facts come from: any number of quotes, each for one field. */
export function CitationFields() {
  const { t } = useTranslation('project')
  return (
    <fieldset className="citation-fields">
      <legend className="citation-legend">{t('citations')}</legend>
      <Form.List name="citations">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="citation-row">
                <Form.Item label={t('citationField')} name={[row.name, 'field']}>
                  <Select
                    options={citedFields.map((value) => ({ value, label: t(`citationFields.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item label={t('citationSource')} name={[row.name, 'source']} required>
                  <Input autoComplete="off" />
                </Form.Item>
                <Form.Item label={t('citationSection')} name={[row.name, 'section']}>
                  <Input autoComplete="off" />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('citationRemove')}
                  onClick={() => remove(row.name)}
                />
                <Form.Item
                  className="citation-quote"
                  label={t('citationQuote')}
                  name={[row.name, 'quote']}
                  required
                >
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
                </Form.Item>
              </div>
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ field: 'amount' })}>
              {t('citationAdd')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

const citedFields = ['amount', 'dates', 'scope', 'name', 'status', 'owner'] as const
