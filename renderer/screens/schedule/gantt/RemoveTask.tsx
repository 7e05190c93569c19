import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../api.ts'
import { ReasonModal } from '../../../parts/ReasonModal.tsx'
import type { TaskLine } from './taskLine.ts'

interface RemoveTaskProps {
  /** Null: closed. */
  readonly line: TaskLine | null
  readonly onClose: () => void
  readonly onRemoved: (line: TaskLine) => void
}

/** Asks why a task goes, with all below it; it can be undone. */
export function RemoveTask({ line, onClose, onRemoved }: RemoveTaskProps) {
  const { t } = useTranslation('schedule')
  const remove = useCommand('removeTask')
  const close = () => {
    remove.reset()
    onClose()
  }
  return (
    <ReasonModal
      title={t('removeTask')}
      isOpen={line !== null}
      okText={t('remove')}
      isBusy={remove.isPending}
      error={remove.error?.error ?? null}
      onClose={close}
      onOk={(reason) => {
        if (line === null) return
        const input = { taskId: line.task.id, reason, withBelow: line.task.childCount > 0 }
        remove.mutate(input, {
          onSuccess: () => {
            onRemoved(line)
            close()
          },
        })
      }}
    >
      {line !== null && (
        <p>
          {line.task.childCount > 0
            ? t('removeWithBelow', { name: line.task.name, count: line.task.childCount })
            : t('removeOne', { name: line.task.name })}
        </p>
      )}
    </ReasonModal>
  )
}
