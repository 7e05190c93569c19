import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alert } from '../../../db/domain/alert.ts'
import { parseDay } from '../../../db/domain/day.ts'
import { ruleText } from '../../../db/domain/ruleText.ts'
import { useCommand } from '../../api.ts'
import { ReasonModal } from '../../parts/ReasonModal.tsx'
import { useLanguage } from '../../state.tsx'
import { DayField } from '../money/DayField.tsx'

interface AcknowledgeAlertProps {
  readonly alert: Alert
  readonly sentence: string
  readonly onClose: () => void
}

/** 已阅 with a reason, for a time or until its figures change; or 恢复 of one that was acknowledged. */
export function AcknowledgeAlert({ alert, sentence, onClose }: AcknowledgeAlertProps) {
  const { t } = useTranslation('alert')
  const language = useLanguage()
  const [until, setUntil] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const acknowledge = useCommand('acknowledgeAlert')
  const reopen = useCommand('reopenAlert')
  if (alert.acknowledged !== null)
    return (
      <ReasonModal
        title={t('reopenTitle')}
        isOpen
        okText={t('reopen')}
        isBusy={reopen.isPending}
        error={reopen.error?.error ?? null}
        onOk={(reason) => reopen.mutate({ alertId: alert.id, reason }, { onSuccess: onClose })}
        onClose={onClose}
      >
        <p>{sentence}</p>
      </ReasonModal>
    )
  const refused = acknowledge.error?.error ?? null
  const isDayRefused = refused?.fields.includes('until') === true
  const shown = fault ?? (isDayRefused ? refused.message : null)
  return (
    <ReasonModal
      title={t('acknowledgeTitle')}
      isOpen
      okText={t('acknowledge')}
      isBusy={acknowledge.isPending}
      error={isDayRefused ? null : refused}
      onOk={(reason) => {
        const day = until.trim() === '' ? null : parseDay(until)
        setFault(day === null && until.trim() !== '' ? ruleText('dateInvalid', {}, language) : null)
        if (day === null && until.trim() !== '') return
        acknowledge.mutate({ alertId: alert.id, reason, until: day }, { onSuccess: onClose })
      }}
      onClose={onClose}
    >
      <p>{sentence}</p>
      <p className="grey">{t('acknowledgeWhy')}</p>
      <Form.Item
        label={t('until')}
        htmlFor="alert-until"
        {...(shown === null
          ? {}
          : { validateStatus: 'error' as const, help: <span role="alert">{shown}</span> })}
      >
        <DayField isAnyDay id="alert-until" value={until} onChange={setUntil} />
      </Form.Item>
    </ReasonModal>
  )
}
