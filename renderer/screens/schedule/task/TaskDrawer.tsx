import './task.css'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
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
      extra={target.kind === 'edit' && <ChangeHistory entityId={target.line.task.id} subject={name} />}
      destroyOnHidden
    >
      <TaskForm {...props} />
    </Drawer>
  )
}
