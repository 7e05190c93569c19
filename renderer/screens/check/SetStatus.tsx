import { App, Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DiscrepancyRow, discrepancyStatuses } from '../../../db/domain/discrepancy.ts'
import { useCommand } from '../../api.ts'
import { ReasonModal } from '../../parts/ReasonModal.tsx'

interface SetStatusProps {
  /** Null while the dialog is closed. */
  readonly discrepancy: DiscrepancyRow | null
  readonly onClose: () => void
}

type Status = DiscrepancyRow['status']

/** Asks for the new status and the reason for it. */
export function SetStatus({ discrepancy, onClose }: SetStatusProps) {
  const { t } = useTranslation(['check', 'terms'])
  const { message } = App.useApp()
  const command = useCommand('setDiscrepancyStatus')
  const [chosen, setChosen] = useState<Status | null>(null)
  const status = chosen ?? discrepancy?.status ?? 'open'
  function close() {
    setChosen(null)
    command.reset()
    onClose()
  }
  return (
    <ReasonModal
      title={t('setStatusTitle')}
      isOpen={discrepancy !== null}
      okText={t('terms:save')}
      isBusy={command.isPending}
      error={command.error?.error ?? null}
      onClose={close}
      onOk={(reason) => {
        if (discrepancy === null) return
        command.mutate(
          { discrepancyId: discrepancy.id, status, reason },
          {
            onSuccess: () => {
              void message.info(t('statusSaved', { status: t(`terms:discrepancyStatus.${status}`) }))
              close()
            },
          },
        )
      }}
    >
      <p lang="zh-CN">{discrepancy?.text}</p>
      <Form.Item label={t('newStatus')} extra={t('statusHint')}>
        <Radio.Group
          aria-label={t('newStatus')}
          value={status}
          options={discrepancyStatuses.map((value) => ({
            value,
            label: t(`terms:discrepancyStatus.${value}`),
          }))}
          onChange={(event) => {
            const found = discrepancyStatuses.find((value) => value === event.target.value)
            if (found !== undefined) setChosen(found)
          }}
        />
      </Form.Item>
    </ReasonModal>
  )
}
