import { App, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../api.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { ReasonModal } from '../../../parts/ReasonModal.tsx'
import { EntryModal } from '../../money/EntryModal.tsx'
import { EntryNotices } from '../../money/EntryNotices.tsx'
import { useEntry } from '../../money/useEntry.ts'
import { type BaselineRow, BaselineTable } from './BaselineTable.tsx'

interface BaselineDialogProps {
  readonly projectId: string
  readonly baselines: readonly BaselineRow[]
  readonly onChoose: (baselineId: string) => void
  readonly onRemoved: (baselineId: string) => void
  readonly onClose: () => void
}

/** The baselines of a project, and a new one of the plan as it stands now. */
export function BaselineDialog({ projectId, baselines, onChoose, onRemoved, onClose }: BaselineDialogProps) {
  const { t } = useTranslation('schedule')
  const { message } = App.useApp()
  const [form] = Form.useForm<{ name?: string; note?: string }>()
  const [removing, setRemoving] = useState<BaselineRow | null>(null)
  const remove = useCommand('removeBaseline')
  const entry = useEntry('setBaseline', {
    form,
    onSaved: (made) => {
      void message.success(t('baselineSet', { name: made.name }))
      onChoose(made.id)
      onClose()
    },
  })
  const stay = () => {
    remove.reset()
    setRemoving(null)
  }
  return (
    <>
      <EntryModal title={t('setBaseline')} isOpen onClose={onClose}>
        <BaselineTable baselines={baselines} onRemove={setRemoving} />
        <Form
          form={form}
          name="baseline"
          layout="vertical"
          onFinish={({ name, note }) => entry.save({ projectId, name: name ?? '', note: note ?? null })}
        >
          <EntryNotices entry={entry} />
          <Form.Item name="name" label={t('baselineName')} required>
            <Input autoFocus autoComplete="off" />
          </Form.Item>
          <Form.Item name="note" label={t('baselineNote')}>
            <Input autoComplete="off" />
          </Form.Item>
          <DialogButtons okText={t('setBaseline')} isBusy={entry.isBusy} onClose={onClose} />
        </Form>
      </EntryModal>
      <ReasonModal
        title={removing === null ? '' : t('removeBaselineOf', { name: removing.name })}
        isOpen={removing !== null}
        okText={t('removeBaseline')}
        isBusy={remove.isPending}
        error={remove.error?.error ?? null}
        onClose={stay}
        onOk={(reason) => {
          if (removing === null) return
          remove.mutate(
            { baselineId: removing.id, reason },
            {
              onSuccess: ({ id }) => {
                onRemoved(id)
                stay()
              },
            },
          )
        }}
      />
    </>
  )
}
