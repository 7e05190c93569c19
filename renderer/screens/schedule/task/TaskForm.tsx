import { App, Form } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import type { RequestInput } from '../../../../db/requests/requests.ts'
import type { RequestError } from '../../../../db/requests/wire.ts'
import { useCommand } from '../../../api.ts'
import { faultsOfError, showFaults } from '../../../fieldFault.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { ErrorNotice } from '../../../parts/ErrorNotice.tsx'
import { useActor, useLanguage, useMay } from '../../../state.tsx'
import { ProposalPanel } from '../gantt/ProposalPanel.tsx'
import { useProposal } from '../gantt/useProposal.ts'
import { CostFields } from './CostFields.tsx'
import type { TaskFormProps } from './TaskDrawer.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import { TaskFields } from './TaskFields.tsx'
import { newTaskDraft, readNewTask, readTaskEdit, type TaskDraft, taskDraft } from './taskDraft.ts'
import { useEscape } from './useEscape.ts'

export function TaskForm({ projectId, target, lines, responsibles, ...on }: TaskFormProps) {
  const { t } = useTranslation(['task', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<TaskDraft>()
  const may = useMayEdit(target.kind)
  const add = useCommand('addTask')
  const [refused, setRefused] = useState<RequestError | null>(null)
  const task = target.kind === 'edit' ? target.line.task : null
  const done = (taskId: string, name: string) => {
    void message.info(t(task === null ? 'added' : 'saved', { name }))
    on.onSaved(taskId)
  }
  const proposal = useProposal((_proposal, taskId) => {
    const named: unknown = form.getFieldValue('name')
    done(taskId, typeof named === 'string' ? named : '')
  })

  const refuse = (error: RequestError) => {
    const homeless = showFaults(form, faultsOfError(error))
    if (error.fields.length === 0 || homeless.length > 0) setRefused(error)
  }
  const save = (draft: TaskDraft) => {
    setRefused(null)
    const reader = { today: localDay(new Date()), language }
    if (target.kind === 'add') {
      const reading = readNewTask(projectId, draft, may.cost, reader)
      if (!reading.ok) {
        showFaults(form, reading.faults)
        return
      }
      const afterId = reading.input.parentId === target.parentId ? target.afterId : null
      const input = { ...reading.input, ...(afterId === null ? {} : { afterId }) }
      add.mutate(input, {
        onSuccess: (made) => done(made.task.id, made.task.name),
        onError: ({ error }) => refuse(error),
      })
      return
    }
    const reading = readTaskEdit(target.line.task, draft, may, reader)
    if (reading.ok) void change(reading.input)
    else showFaults(form, reading.faults)
  }
  const change = async (input: RequestInput<'editTask'>) => {
    const error = await proposal.propose({ kind: 'edit', input }, input.taskId, false)
    if (error?.code === 'nothingChanged') on.onClose()
    else if (error !== null) refuse(error)
  }
  const press = (event: KeyboardEvent) => {
    const isSave = (event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter')
    if (!isSave) return
    event.preventDefault()
    form.submit()
  }
  // Who may write the cost alone finds it first.
  const parts = [
    <TaskFields
      key="plan"
      projectId={projectId}
      task={task}
      lines={lines}
      responsibles={responsibles}
      isReadOnly={!may.plan}
    />,
    <CostFields key="cost" projectId={projectId} task={task} isReadOnly={!may.cost} />,
  ]
  const isShown = proposal.open === null
  useEscape(isShown, on.onClose)
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isShown) shown.current?.querySelector<HTMLElement>('.ant-input:not([disabled])')?.focus()
  }, [isShown])
  return (
    <>
      {proposal.open !== null && (
        <ProposalPanel
          proposal={proposal.open.proposal}
          isBusy={proposal.isBusy}
          error={proposal.error}
          dropText={t('back')}
          onConfirm={proposal.confirm}
          onDrop={proposal.drop}
        />
      )}
      {/* What was typed stays while the proposal is looked at. */}
      <div ref={shown} hidden={!isShown}>
        <Form<TaskDraft>
          form={form}
          name="task"
          layout="vertical"
          size="small"
          className="task-form"
          initialValues={
            target.kind === 'add' ? newTaskDraft(target.parentId) : taskDraft(target.line.task, language)
          }
          onFinish={save}
          onKeyDown={press}
        >
          {refused !== null && <ErrorNotice error={refused} />}
          {target.kind === 'edit' && <TaskFacts line={target.line} lines={lines} {...on} />}
          {task !== null && !may.plan && may.cost && <p className="grey">{t('planByLiaison')}</p>}
          {may.cost && !may.plan ? parts.toReversed() : parts}
          {(may.plan || may.cost) && (
            <DialogButtons
              okText={t(task === null ? 'add' : 'save')}
              isBusy={add.isPending || proposal.isBusy}
              onClose={on.onClose}
            />
          )}
        </Form>
      </div>
    </>
  )
}

/** Finance enters the cost alone, the liaison all but the cost; a new task may be made by either. */
function useMayEdit(kind: 'add' | 'edit') {
  const isFinance = useActor()?.role === 'finance'
  const mayAdd = useMay('addTask')
  const mayEdit = useMay('editTask')
  return kind === 'add'
    ? { plan: mayAdd, cost: mayAdd && isFinance }
    : { plan: mayEdit && !isFinance, cost: mayEdit && isFinance }
}
