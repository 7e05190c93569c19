import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsOf, type ImportField, recordField, requiredFields } from '../../../db/domain/import/field.ts'
import type { ImportPreview, ImportRow } from '../../../db/domain/import/importPreview.ts'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { rowName } from './importRowText.ts'

interface MendRowProps {
  readonly row: ImportRow
  readonly preview: ImportPreview
  readonly isBusy: boolean
  readonly onMend: (values: Partial<Record<ImportField, string>>) => Promise<void>
  readonly onClose: () => void
}

/** The fields of one row as text, to be typed right; the sheet itself stays as it is. */
export function MendRow({ row, preview, isBusy, onMend, onClose }: MendRowProps) {
  const { t } = useTranslation(['import', 'terms'])
  const shown = row.state === 'leftOut' ? {} : row.cells
  const [values, setValues] = useState<Partial<Record<ImportField, string>>>({})
  // A row without any amount is none of its entries yet: their own columns are offered.
  const hasEntries = row.part === null && preview.partsFen.length > 0
  const mapped = new Set(
    preview.mapping.columns?.map(({ field }) => (hasEntries ? field : recordField(preview.kind, field))),
  )
  const required = requiredFields(preview.kind)
  const fields = fieldsOf(preview.kind).filter(
    (field) => mapped.has(field) || (required.includes(field) && !hasEntries),
  )
  return (
    <Modal
      open
      title={t('mendRow', { row: rowName(row, t) })}
      footer={null}
      closable={{ 'aria-label': t('terms:close') }}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form layout="vertical" className="import-mend" onFinish={() => void onMend(values)}>
        {fields.map((field) => {
          const why = row.reasons.filter((reason) => reason.field === field).map(({ message }) => message)
          return (
            <Form.Item
              key={field}
              label={t(`fields.${field}`)}
              htmlFor={`mend-${field}`}
              {...(why.length === 0 || values[field] !== undefined
                ? {}
                : { validateStatus: 'error' as const, help: why.join('；') })}
            >
              <Input
                id={`mend-${field}`}
                value={values[field] ?? shown[field] ?? ''}
                onChange={(event) => {
                  setValues((before) => ({ ...before, [field]: event.target.value }))
                }}
              />
            </Form.Item>
          )
        })}
        <DialogButtons okText={t('mend')} isBusy={isBusy} onClose={onClose} />
      </Form>
    </Modal>
  )
}
