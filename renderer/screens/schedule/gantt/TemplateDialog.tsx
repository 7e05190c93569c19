import { Button, Checkbox, Form, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import { applyTemplateInput, stageNames, templateSteps } from '../../../../db/domain/planTemplate.ts'
import { useCommand } from '../../../api.ts'
import { faultsOf } from '../../../fieldFault.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { ErrorNotice } from '../../../parts/ErrorNotice.tsx'
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

type Durations = Readonly<Record<string, number | null>>
const first: Durations = Object.fromEntries(templateSteps.map(({ key, durationDays }) => [key, durationDays]))

function TemplateForm({ projectId, onClose, onApplied }: TemplateDialogProps) {
  const { t } = useTranslation('schedule')
  const language = useLanguage()
  const named = language === 'en' ? 1 : 0
  const apply = useCommand('applyTemplate')
  const [startOn, setStartOn] = useState(localDay(new Date()))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [durations, setDurations] = useState(first)
  const [isGrouped, setIsGrouped] = useState(true)
  const [fault, setFault] = useState<string | null>(null)
  const chosen = templateSteps.filter(({ key }) => !left.has(key))

  const submit = () => {
    const input = {
      projectId,
      startOn,
      isGrouped,
      language,
      steps: chosen.map(({ key }) => ({ key, durationDays: durations[key] ?? null })),
    }
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
        <Checkbox checked={isGrouped} onChange={(event) => setIsGrouped(event.target.checked)}>
          {t('templateGrouped')}
        </Checkbox>
        <Button
          size="small"
          onClick={() => setLeft(new Set(left.size === 0 ? templateSteps.map(({ key }) => key) : []))}
        >
          {t(left.size === 0 ? 'chooseNone' : 'chooseAll')}
        </Button>
      </div>
      <div className="template-steps">
        {(['before', 'works', 'closing'] as const).map((stage) => (
          <fieldset key={stage}>
            <legend>{stageNames[stage][named]}</legend>
            {templateSteps
              .filter((step) => step.stage === stage)
              .map((step) => {
                const name = language === 'en' ? step.en : step.zh
                return (
                  <div key={step.key} className="template-step">
                    <Checkbox
                      checked={!left.has(step.key)}
                      onChange={() => setLeft((before) => toggled(before, step.key))}
                    >
                      {name}
                    </Checkbox>
                    {step.kind === 'milestone' ? (
                      <span className="grey">{t('milestoneStep')}</span>
                    ) : (
                      <InputNumber
                        size="small"
                        min={1}
                        max={10_000}
                        precision={0}
                        value={durations[step.key] ?? null}
                        disabled={left.has(step.key)}
                        aria-label={t('durationOf', { name })}
                        suffix={t(step.durationUnit === 'calendarDay' ? 'calendarDays' : 'workdays')}
                        onChange={(days) => setDurations({ ...durations, [step.key]: days })}
                      />
                    )}
                  </div>
                )
              })}
          </fieldset>
        ))}
      </div>
      <p className="grey">{t('templateWhy')}</p>
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
