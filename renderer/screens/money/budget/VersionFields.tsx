import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** 批文文号, 机关 and 说明 of a version that is not approved yet. */
export function VersionFields() {
  const { t } = useTranslation('money')
  return (
    <>
      <div className="money-columns">
        <Form.Item label={t('approvalNo')} name="approvalNo">
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('approvalBody')} name="approvalBody">
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item label={t('note')} name="note">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </>
  )
}
