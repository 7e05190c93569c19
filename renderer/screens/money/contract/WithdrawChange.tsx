import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractChange } from '../../../../db/domain/contract.ts'
import type { RequestError } from '../../../../db/requests/wire.ts'
import { useCommand } from '../../../api.ts'
import { ReasonModal } from '../../../parts/ReasonModal.tsx'

interface WithdrawChangeProps {
  readonly change: ContractChange
  readonly onClose: () => void
}

/** A pending 签证 that came to nothing. */
export function WithdrawChange({ change, onClose }: WithdrawChangeProps) {
  const { t } = useTranslation('money')
  const { message } = App.useApp()
  const command = useCommand('withdrawContractChange')
  const [refused, setRefused] = useState<RequestError | null>(null)
  return (
    <ReasonModal
      title={t('withdrawNamed', { number: change.number })}
      isOpen
      okText={t('withdraw')}
      isBusy={command.isPending}
      error={refused}
      onClose={onClose}
      onOk={(reason) =>
        command.mutate(
          { changeId: change.id, reason },
          {
            onSuccess: () => {
              void message.info(t('withdrawn', { number: change.number }))
              onClose()
            },
            onError: ({ error }) => setRefused(error),
          },
        )
      }
    />
  )
}
