import './task.css'
import { Drawer } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { AttachmentButton } from '../../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../../attachment/useAttachmentCounts.ts'
import { ChangeHistory } from '../../change/ChangeHistory.tsx'
import type { TaskLine } from '../gantt/taskLine.ts'
import { TaskForm } from './TaskForm.tsx'

/** A task that is looked at or edited, or a new one and where it stands. */
export type TaskTarget =
  | { readonly kind: 'edit'; readonly line: TaskLine }
  | { readonly kind: 'add'; readonly parentId: string | null; readonly afterId: string | null }

export interface TaskFormProps {
  readonly projectId: string
  readonly target: TaskTarget
  /** Of the same project. */
  readonly lines: readonly TaskLine[]
  readonly responsibles: readonly string[]
  readonly onClose: () => void
  readonly onSaved: (taskId: string) => void
  readonly onReport: (taskId: string) => void
  readonly onLinks: (taskId: string) => void
}

/** 任务信息: all that is planned of one task; what else a change moves is shown before it is done. */
export function TaskDrawer(props: TaskFormProps) {
  const { target } = props
  const { t } = useTranslation(['task', 'terms'])
  const name = target.kind === 'edit' ? target.line.task.name : ''
  return (
    <Drawer
      title={target.kind === 'edit' ? t('of', { name }) : t('new')}
      size={600}
      open
      onClose={props.onClose}
      closable={{ 'aria-label': t('terms:close') }}
      autoFocus={false}
      keyboard={false}
      extra={
        target.kind === 'edit' && (
          <>
            <TaskFiles taskId={target.line.task.id} name={name} />
            <ChangeHistory entityId={target.line.task.id} subject={name} />
          </>
        )
      }
      destroyOnHidden
    >
      <TaskForm {...props} />
    </Drawer>
  )
}

function TaskFiles({ taskId, name }: { readonly taskId: string; readonly name: string }) {
  const row = useMemo(() => [{ id: taskId }], [taskId])
  const filesOf = useAttachmentCounts(row)
  return <AttachmentButton subject="milestone" subjectId={taskId} title={name} count={filesOf(taskId)} />
}
