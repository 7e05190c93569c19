import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportBatch } from '../../../db/domain/import/importBatch.ts'
import { ReasonModal } from '../../parts/ReasonModal.tsx'
import { TaskProgress } from '../../parts/TaskProgress.tsx'
import { useTask } from '../../task.ts'
import { DayField } from '../money/DayField.tsx'

interface UndoImportProps {
  readonly batch: ImportBatch
  readonly onUndone: () => void
  readonly onClose: () => void
}

/** Takes a whole import back, with the reason that every cancelling entry keeps. */
export function UndoImport({ batch, onUndone, onClose }: UndoImportProps) {
  const { t } = useTranslation('import')
  const { state, run, cancel } = useTask('undoImport')
  const [undoneOn, setUndoneOn] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const isDated = batch.kind === 'payments' || batch.kind === 'funds'
  return (
    <ReasonModal
      title={t('undoTitle', { source: batch.source ?? t('pastedSource') })}
      isOpen
      okText={t('undo')}
      isBusy={state.kind === 'running'}
      error={state.kind === 'failed' ? state.error : null}
      onClose={onClose}
      onOk={(reason) => {
        const on = undoneOn === '' ? {} : { undoneOn }
        void run({ importId: batch.id, reason, ...on, idempotencyKey: `${key} ${reason} ${undoneOn}` }).then(
          (undone) => {
            if (undone !== null) onUndone()
          },
        )
      }}
    >
      <p>{t(`undoLead.${batch.kind}`)}</p>
      {isDated && (
        <Form.Item label={t('undoneOn')} extra={t('undoneOnHint')} htmlFor="undone-on">
          <DayField id="undone-on" value={undoneOn} onChange={setUndoneOn} />
        </Form.Item>
      )}
      {state.kind === 'running' && (
        <TaskProgress label={t('applying')} done={state.done} total={state.total} onCancel={cancel} />
      )}
    </ReasonModal>
  )
}
