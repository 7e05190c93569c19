import { App, Button, Form, Input, type InputRef, Radio, Select } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import { type MilestoneStatus, milestoneStatuses } from '../../../db/domain/milestone.ts'
import { delayReasons } from '../../../db/domain/progressReport.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { useCommand } from '../../api.ts'
import { faultsOfError, showFaults } from '../../fieldFault.ts'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { useLanguage } from '../../state.tsx'
import { PlanDateInput } from './PlanDateInput.tsx'
import { draftOf, type ReportDraft, readReport } from './reportDraft.ts'
import type { Reportable } from './useReporting.ts'

interface ReportFormProps {
  readonly milestone: Reportable
  readonly status: MilestoneStatus | null
  readonly onSaved: () => void
  readonly onClose: () => void
}

export function ReportForm({ milestone, status: asked, onSaved, onClose }: ReportFormProps) {
  const { t } = useTranslation(['milestone', 'progress', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<ReportDraft>()
  const [status, setStatus] = useState(asked ?? milestone.status)
  const command = useCommand('reportMilestone')
  const [refused, setRefused] = useState<RequestError | null>(null)
  const first = useRef<InputRef>(null)
  const today = localDay(new Date())
  const isDone = status === 'done'

  useEffect(() => {
    first.current?.focus()
  }, [isDone])

  const save = (draft: ReportDraft) => {
    setRefused(null)
    const reading = readReport(milestone.id, draft, today, language)
    if (!reading.ok) {
      showFaults(form, reading.faults)
      return
    }
    command.mutate(reading.input, {
      onSuccess: () => {
        void message.info(
          t('saved', { name: milestone.name, status: t(`terms:milestoneStatus.${draft.status}`) }),
        )
        onSaved()
      },
      onError: ({ error }) => {
        const homeless = showFaults(form, faultsOfError(error))
        if (error.fields.length === 0 || homeless.length > 0) setRefused(error)
      },
    })
  }
  const saveByKey = (event: KeyboardEvent) => {
    const isSave = (event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter')
    if (!isSave) return
    event.preventDefault()
    form.submit()
  }

  return (
    <Form<ReportDraft>
      form={form}
      name="report"
      layout="vertical"
      initialValues={draftOf(milestone, language, asked ?? milestone.status)}
      onFinish={save}
      onKeyDown={saveByKey}
      onValuesChange={(changed: Partial<ReportDraft>) => {
        if (changed.status !== undefined) setStatus(changed.status)
        if (changed.status === 'done') form.setFieldsValue({ progressPct: '100' })
      }}
    >
      {refused !== null && <ErrorNotice error={refused} />}
      <Form.Item label={t('status')} name="status">
        <Radio.Group
          optionType="button"
          options={milestoneStatuses.map((value) => ({ value, label: t(`terms:milestoneStatus.${value}`) }))}
        />
      </Form.Item>
      {milestone.kind === 'task' && status !== 'notStarted' && (
        <Form.Item label={t('actualStartOn')} name="actualStartOn">
          <Input className="report-date" autoComplete="off" placeholder={t('dayHint')} />
        </Form.Item>
      )}
      {isDone ? (
        <div className="report-day">
          <Form.Item label={t('actualOn')} name="actualOn" required>
            <Input ref={first} autoComplete="off" placeholder={t('dayHint')} />
          </Form.Item>
          <Button onClick={() => form.setFieldsValue({ actualOn: today })}>{t('today')}</Button>
        </div>
      ) : (
        <Form.Item label={t('forecast')} name="forecast">
          <PlanDateInput inputRef={first} />
        </Form.Item>
      )}
      {!isDone && (
        <Form.Item label={t('progress:column.delayReason')} name="delayReason">
          <Select
            options={[
              { value: '', label: t('progress:noDelay') },
              ...delayReasons.map((value) => ({ value, label: t(`progress:delayReason.${value}`) })),
            ]}
          />
        </Form.Item>
      )}
      <Form.Item label={t('progress')} name="progressPct">
        <Input className="report-percent" inputMode="decimal" autoComplete="off" />
      </Form.Item>
      <Form.Item label={t('progress:asOf')} name="asOf">
        <Input className="report-percent" autoComplete="off" placeholder={today} />
      </Form.Item>
      <Form.Item label={t('note')} name="note">
        <Input.TextArea rows={3} placeholder={t('noteHint')} />
      </Form.Item>
      <p className="grey report-keys">{t('keys')}</p>
      <DialogButtons okText={t('terms:save')} isBusy={command.isPending} onClose={onClose} />
    </Form>
  )
}
