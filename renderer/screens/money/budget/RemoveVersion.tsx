import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetVersionRow } from '../../../../db/domain/budget.ts'
import type { RequestError } from '../../../../db/requests/wire.ts'
import { useCommand } from '../../../api.ts'
import { ReasonModal } from '../../../parts/ReasonModal.tsx'

interface RemoveVersionProps {
  readonly version: BudgetVersionRow
  readonly onClose: () => void
  readonly onRemoved: () => void
}

/** A draft that came to nothing; an approved version is never taken out. */
export function RemoveVersion({ version, onClose, onRemoved }: RemoveVersionProps) {
  const { t } = useTranslation('money')
  const { message } = App.useApp()
  const command = useCommand('removeBudgetVersion')
  const [refused, setRefused] = useState<RequestError | null>(null)
  return (
    <ReasonModal
      title={t('removeDraft')}
      isOpen
      okText={t('remove')}
      isBusy={command.isPending}
      error={refused}
      onClose={onClose}
      onOk={(reason) =>
        command.mutate(
          { versionId: version.id, reason },
          {
            onSuccess: () => {
              void message.info(t('draftRemoved'))
              onRemoved()
            },
            onError: ({ error }) => setRefused(error),
          },
        )
      }
    >
      <p className="money-lead">{t('removeDraftWhy')}</p>
    </ReasonModal>
  )
}
