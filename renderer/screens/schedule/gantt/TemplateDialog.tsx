import { Button, Checkbox, Form, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import { applyTemplateInput } from '../../../../db/domain/scheduleTemplate.ts'
import { useCommand, useRequest } from '../../../api.ts'
import { faultsOf } from '../../../fieldFault.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { ErrorNotice } from '../../../parts/ErrorNotice.tsx'
import { LoadState } from '../../../parts/LoadState.tsx'
import { useLanguage } from '../../../state.tsx'
import { DayInput } from '../../payment/DayInput.tsx'

interface TemplateDialogProps {
  readonly projectId: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onApplied: () => void
}

/** 套用模板: which steps, how long each, from which day; the plan is there in one step. */
export function TemplateDialog(props: TemplateDialogProps) {
  const { t } = useTranslation(['schedule', 'terms'])
  return (
    <Modal
      title={t('template')}
      open={props.isOpen}
      onCancel={props.onClose}
      closable={{ 'aria-label': t('terms:close') }}
      footer={null}
      width={720}
      destroyOnHidden
    >
      <TemplateForm {...props} />
    </Modal>
  )
}

/** Workdays by step, where they were typed. */
type Durations = Readonly<Record<string, number>>

function TemplateForm({ projectId, onClose, onApplied }: TemplateDialogProps) {
  const { t } = useTranslation('schedule')
  const language = useLanguage()
  const templates = useRequest('listTemplates', {})
  const apply = useCommand('applyTemplate')
  const [startOn, setStartOn] = useState(localDay(new Date()))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [durations, setDurations] = useState<Durations>({})
  const [fault, setFault] = useState<string | null>(null)
  const template = templates.data?.items[0]
  if (template === undefined) return <LoadState kind="loading" />
  const { steps } = template
  const chosen = steps.filter(({ key }) => !left.has(key))

  const submit = () => {
    const kept = Object.fromEntries(Object.entries(durations).filter(([key]) => !left.has(key)))
    const input = { projectId, templateId: template.id, startOn, omit: [...left], durations: kept }
    const broken = faultsOf(applyTemplateInput, input, language)[0]?.message ?? null
    setFault(broken)
    if (broken !== null) return
    apply.mutate(input, {
      onSuccess: () => {
        onApplied()
        onClose()
      },
    })
  }
  return (
    <Form layout="vertical" onFinish={submit}>
      <div className="template-head">
        <label className="schedule-tools-day">
          <span>{t('templateStart')}</span>
          <DayInput
            value={startOn}
            onChange={setStartOn}
            input={{ 'aria-label': t('templateStart'), autoFocus: true }}
          />
        </label>
        <Button
          size="small"
          onClick={() => setLeft(new Set(left.size === 0 ? steps.map(({ key }) => key) : []))}
        >
          {t(left.size === 0 ? 'chooseNone' : 'chooseAll')}
        </Button>
      </div>
      <div className="template-steps">
        {[...Map.groupBy(steps, ({ group }) => group)].map(([group, own]) => (
          <fieldset key={group}>
            <legend>{group}</legend>
            {own.map(({ key, name, durationDays }) => (
              <div key={key} className="template-step">
                <Checkbox checked={!left.has(key)} onChange={() => setLeft((before) => toggled(before, key))}>
                  {name}
                </Checkbox>
                {durationDays === null ? (
                  <span className="grey">{t('milestoneStep')}</span>
                ) : (
                  <InputNumber
                    size="small"
                    min={1}
                    max={10_000}
                    precision={0}
                    value={durations[key] ?? durationDays}
                    disabled={left.has(key)}
                    aria-label={t('durationOf', { name })}
                    suffix={t('workdays')}
                    onChange={(days) => setDurations({ ...durations, [key]: days ?? durationDays })}
                  />
                )}
              </div>
            ))}
          </fieldset>
        ))}
      </div>
      <p className="grey">
        {template.note} {t('templateWhy')}
      </p>
      {fault !== null && (
        <p className="red" role="alert">
          {fault}
        </p>
      )}
      {apply.error !== null && <ErrorNotice error={apply.error.error} />}
      <DialogButtons
        okText={t('applyTemplate', { steps: chosen.length })}
        isBusy={apply.isPending}
        onClose={onClose}
      />
    </Form>
  )
}

function toggled(before: ReadonlySet<string>, key: string) {
  const after = new Set(before)
  if (!after.delete(key)) after.add(key)
  return after
}
