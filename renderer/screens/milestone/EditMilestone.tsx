import './milestone.css'
import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  addMilestoneInput,
  editMilestoneInput,
  type Milestone,
  type MilestoneRow,
} from '../../../db/domain/milestone.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { type RequestFailed, useCommand } from '../../api.ts'
import { faultsOf, faultsOfError, showFaults } from '../../fieldFault.ts'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { useLanguage } from '../../state.tsx'
import { PlanDateInput } from './PlanDateInput.tsx'
import { planDateAsTyped, typedPlanDate } from './typedPlanDate.ts'

export type MilestoneTarget =
  | { readonly kind: 'add'; readonly projectId: string }
  | { readonly kind: 'edit'; readonly milestone: MilestoneRow }

interface EditMilestoneProps {
  /** Null: closed. */
  readonly target: MilestoneTarget | null
  readonly onClose: () => void
}

/** Adds a milestone, or changes the name, target or responsible body of one, with a reason. */
export function EditMilestone({ target, onClose }: EditMilestoneProps) {
  const { t } = useTranslation(['milestone', 'terms'])
  return (
    <Modal
      title={t(target?.kind === 'edit' ? 'edit' : 'add')}
      open={target !== null}
      onCancel={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      footer={null}
      destroyOnHidden
    >
      {target !== null && <MilestoneForm target={target} onClose={onClose} />}
    </Modal>
  )
}

interface Draft {
  readonly name?: string
  readonly due?: string
  readonly responsible?: string
  readonly note?: string
  readonly reason?: string
}

function MilestoneForm({
  target,
  onClose,
}: {
  readonly target: MilestoneTarget
  readonly onClose: () => void
}) {
  const { t } = useTranslation(['milestone', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<Draft>()
  const add = useCommand('addMilestone')
  const edit = useCommand('editMilestone')
  const [refused, setRefused] = useState<RequestError | null>(null)
  const ends = {
    onSuccess: (saved: Milestone) => {
      void message.info(t(target.kind === 'add' ? 'added' : 'edited', { name: saved.name }))
      onClose()
    },
    onError: ({ error }: RequestFailed) => {
      const homeless = showFaults(form, faultsOfError(error))
      if (error.fields.length === 0 || homeless.length > 0) setRefused(error)
    },
  }

  const save = (draft: Draft) => {
    setRefused(null)
    const facts = {
      name: draft.name ?? '',
      due: typedPlanDate(draft.due),
      responsible: draft.responsible ?? null,
    }
    if (target.kind === 'add') {
      const input = { ...facts, projectId: target.projectId, note: draft.note ?? null }
      const faults = faultsOf(addMilestoneInput, input, language)
      if (faults.length > 0) showFaults(form, faults)
      else add.mutate(input, ends)
      return
    }
    const input = { ...facts, milestoneId: target.milestone.id, reason: draft.reason ?? '' }
    const faults = faultsOf(editMilestoneInput, input, language)
    if (faults.length > 0) showFaults(form, faults)
    else edit.mutate(input, ends)
  }

  return (
    <Form<Draft>
      form={form}
      name="milestone"
      layout="vertical"
      initialValues={startOf(target, language)}
      onFinish={save}
    >
      {refused !== null && <ErrorNotice error={refused} />}
      <Form.Item label={t('name')} name="name" required>
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item label={t('due')} name="due" extra={t('dueHint')}>
        <PlanDateInput />
      </Form.Item>
      <Form.Item label={t('responsible')} name="responsible">
        <Input autoComplete="off" />
      </Form.Item>
      {target.kind === 'add' ? (
        <Form.Item label={t('note')} name="note">
          <Input.TextArea rows={2} />
        </Form.Item>
      ) : (
        <Form.Item label={t('terms:reason')} name="reason" required>
          <Input.TextArea rows={2} placeholder={t('terms:reasonHint')} />
        </Form.Item>
      )}
      <DialogButtons okText={t('terms:save')} isBusy={add.isPending || edit.isPending} onClose={onClose} />
    </Form>
  )
}

function startOf(target: MilestoneTarget, language: 'zh-CN' | 'en'): Draft {
  if (target.kind === 'add') return { name: '', due: '', responsible: '', note: '' }
  const { name, due, responsible } = target.milestone
  return { name, due: planDateAsTyped(due, language), responsible: responsible ?? '', reason: '' }
}
