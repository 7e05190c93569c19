import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useRequest } from '../../../api.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { ErrorNotice } from '../../../parts/ErrorNotice.tsx'
import { useMay } from '../../../state.tsx'
import { EntryModal } from '../../money/EntryModal.tsx'

interface BaselineChoiceProps {
  readonly projectId: string
  readonly baselineId: string | null
  readonly onChoose: (baselineId: string | null) => void
}

/** 基线: which one the chart and the variance columns compare with, and a new one of the plan as it stands. */
export function BaselineChoice({ projectId, baselineId, onChoose }: BaselineChoiceProps) {
  const { t } = useTranslation('schedule')
  const { message } = App.useApp()
  const maySet = useMay('setBaseline')
  const baselines = useRequest('listBaselines', { projectId })
  const set = useCommand('setBaseline')
  const [isOpen, setIsOpen] = useState(false)
  const close = () => {
    set.reset()
    setIsOpen(false)
  }
  return (
    <>
      <Select
        className="schedule-tools-baseline"
        aria-label={t('baseline')}
        value={baselineId ?? ''}
        options={[
          { value: '', label: t('noBaseline') },
          ...(baselines.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => onChoose(id === '' ? null : id)}
      />
      {maySet && <Button onClick={() => setIsOpen(true)}>{t('setBaseline')}</Button>}
      <EntryModal title={t('setBaseline')} isOpen={isOpen} onClose={close}>
        <Form
          layout="vertical"
          onFinish={({ name }: { readonly name?: string }) => {
            set.mutate(
              { projectId, name: name ?? '' },
              {
                onSuccess: (made) => {
                  void message.success(t('baselineSet', { name: made.name }))
                  onChoose(made.id)
                  close()
                },
              },
            )
          }}
        >
          {set.error !== null && <ErrorNotice error={set.error.error} />}
          <Form.Item
            name="name"
            label={t('baselineName')}
            rules={[{ required: true, message: t('baselineName') }]}
          >
            <Input autoFocus maxLength={100} />
          </Form.Item>
          <DialogButtons okText={t('setBaseline')} isBusy={set.isPending} onClose={close} />
        </Form>
      </EntryModal>
    </>
  )
}
