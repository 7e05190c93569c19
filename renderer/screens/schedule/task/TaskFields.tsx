import { AutoComplete, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { constraintKinds, durationUnits, taskKinds } from '../../../../db/domain/task.ts'
import { useRequest } from '../../../api.ts'
import { PlanDateInput } from '../../milestone/PlanDateInput.tsx'
import { DayField } from '../../money/DayField.tsx'
import type { TaskLine, TaskRow } from '../gantt/taskLine.ts'
import { mayStandAbove } from './taskChoice.ts'

interface TaskFieldsProps {
  readonly projectId: string
  /** Null: a new one. */
  readonly task: TaskRow | null
  readonly lines: readonly TaskLine[]
  readonly responsibles: readonly string[]
  readonly isReadOnly: boolean
}

/** All of a task that the liaison plans; a milestone and a summary have fewer fields. */
export function TaskFields({ projectId, task, lines, responsibles, isReadOnly }: TaskFieldsProps) {
  const { t } = useTranslation('task')
  const form = Form.useFormInstance()
  const watched: unknown = Form.useWatch('kind', form)
  const kind = taskKinds.find((known) => known === watched) ?? task?.kind ?? 'task'
  const constraint: unknown = Form.useWatch('constraintKind', form)
  const calendars = useRequest('listCalendars', { projectId })
  return (
    <>
      <Form.Item label={t('name')} name="name" required>
        <Input autoComplete="off" disabled={isReadOnly} />
      </Form.Item>
      <div className="task-pair">
        <Form.Item label={t('kind')} name="kind">
          <Radio.Group
            optionType="button"
            disabled={isReadOnly}
            options={taskKinds.map((value) => ({ value, label: t(`kinds.${value}`) })).toReversed()}
          />
        </Form.Item>
        <Form.Item label={t('parent')} name="parentId">
          <Select
            disabled={isReadOnly}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: t('noParent') },
              ...mayStandAbove(task, lines).map(({ task: other, number }) => ({
                value: other.id,
                label: `${String(number)} ${other.name}`,
              })),
            ]}
          />
        </Form.Item>
      </div>
      {kind === 'summary' && <p className="grey">{t('summaryWhy')}</p>}
      {kind !== 'summary' && (
        <div className="task-pair">
          {kind === 'task' && (
            <Form.Item label={t('start')} name="start">
              <PlanDateInput isDisabled={isReadOnly} />
            </Form.Item>
          )}
          <Form.Item label={t(kind === 'task' ? 'finish' : 'milestoneDay')} name="finish">
            <PlanDateInput isDisabled={isReadOnly} />
          </Form.Item>
        </div>
      )}
      {kind !== 'summary' && (
        <div className="task-pair">
          {kind === 'task' && (
            <Form.Item label={t('duration')} htmlFor="task_durationDays">
              <div className="task-joined">
                <Form.Item name="durationDays" noStyle={false}>
                  <Input inputMode="numeric" autoComplete="off" disabled={isReadOnly} />
                </Form.Item>
                <Form.Item name="durationUnit">
                  <Select
                    aria-label={t('durationUnit')}
                    disabled={isReadOnly}
                    options={durationUnits.map((value) => ({ value, label: t(`units.${value}`) }))}
                  />
                </Form.Item>
              </div>
            </Form.Item>
          )}
          <Form.Item label={t('calendar')} name="calendarId">
            <Select
              disabled={isReadOnly}
              options={[
                { value: '', label: t('ownCalendar') },
                ...(calendars.data?.items ?? [])
                  .filter(({ isDefault }) => !isDefault)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Form.Item>
        </div>
      )}
      {kind !== 'summary' && (
        <div className="task-pair">
          <Form.Item label={t('constraint')} name="constraintKind">
            <Select
              disabled={isReadOnly}
              options={[
                { value: '', label: t('noConstraint') },
                ...constraintKinds.map((value) => ({ value, label: t(`constraints.${value}`) })),
              ]}
            />
          </Form.Item>
          {typeof constraint === 'string' && constraint !== '' && (
            <Form.Item label={t('constraintOn')} name="constraintOn" required>
              <DayField isAnyDay isDisabled={isReadOnly} />
            </Form.Item>
          )}
        </div>
      )}
      <div className="task-pair">
        <Form.Item label={t('due')} name="due">
          <PlanDateInput isDisabled={isReadOnly} />
        </Form.Item>
        <Form.Item label={t('weight')} name="weight" extra={t('weightHint')}>
          <Input inputMode="decimal" autoComplete="off" disabled={isReadOnly} />
        </Form.Item>
      </div>
      <Form.Item label={t('responsible')} name="responsible">
        <AutoComplete
          disabled={isReadOnly}
          options={responsibles.map((value) => ({ value }))}
          showSearch={{
            filterOption: (text, option) => option?.value.includes(text) === true && option.value !== text,
          }}
        />
      </Form.Item>
      <Form.Item label={t('note')} name="note">
        <Input.TextArea rows={2} disabled={isReadOnly} />
      </Form.Item>
    </>
  )
}
