import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../../db/domain/fen.ts'
import type { RequestInput } from '../../../../db/requests/requests.ts'
import type { RequestError } from '../../../../db/requests/wire.ts'
import { useCommand } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { ReasonModal } from '../../../parts/ReasonModal.tsx'

/** An entry that is saved with its reason only. */
export interface AskedReason {
  readonly input: RequestInput<'recordProgressValue'>
  /** The cell. */
  readonly label: string
  readonly beforeFen: Fen | null
  readonly afterFen: Fen
  readonly why: string
}

interface WorkReasonProps {
  readonly asked: AskedReason
  readonly onClose: () => void
}

export function WorkReason({ asked, onClose }: WorkReasonProps) {
  const { t } = useTranslation('money')
  const command = useCommand('recordProgressValue')
  const [refused, setRefused] = useState<RequestError | null>(null)
  return (
    <ReasonModal
      title={t('gridReason')}
      isOpen
      okText={t('gridSave')}
      isBusy={command.isPending}
      error={refused}
      onClose={onClose}
      onOk={(overrideReason) =>
        command.mutate(
          { ...asked.input, overrideReason },
          { onSuccess: onClose, onError: ({ error }) => setRefused(error) },
        )
      }
    >
      <p className="money-lead">
        {asked.label}
        <br />
        <Amount fen={asked.beforeFen ?? 0} unit="yuan" origin="entered" /> →{' '}
        <Amount fen={asked.afterFen} unit="yuan" withUnit origin="entered" />（{t('gridDifference')}{' '}
        <Amount fen={asked.input.amountFen} unit="yuan" origin="entered" />）
      </p>
      <div className="notice">
        <span>{asked.why}</span>
      </div>
    </ReasonModal>
  )
}
