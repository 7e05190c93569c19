import { Checkbox, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { EntryModal } from '../money/EntryModal.tsx'
import { EntryNotices } from '../money/EntryNotices.tsx'
import { useEntry } from '../money/useEntry.ts'
import type { CalendarRow } from './calendarChoice.ts'

interface CalendarFormProps {
  /** Null: a new one. */
  readonly calendar: CalendarRow | null
  readonly projectId: string | null
  /** The library's or the project's own, which needs not be chosen. */
  readonly isDefault: boolean
  readonly onSaved: (text: string) => void
  readonly onClose: () => void
}

export function CalendarForm(props: CalendarFormProps) {
  const { t } = useTranslation('calendar')
  return (
    <EntryModal title={t('form')} isOpen onClose={props.onClose}>
      <Fields {...props} />
    </EntryModal>
  )
}

interface Draft {
  readonly name?: string
  readonly week?: 'follows' | 'own'
  readonly workingWeekdays?: readonly string[]
  readonly holidays?: 'follows' | 'keeps' | 'ignores'
}

function Fields({ calendar, projectId, isDefault, onSaved, onClose }: CalendarFormProps) {
  const { t } = useTranslation(['calendar', 'terms'])
  const [form] = Form.useForm<Draft>()
  const week: unknown = Form.useWatch('week', form)
  const entry = useEntry('setCalendar', {
    form,
    onSaved: ({ name }) => {
      onSaved(t('saved', { name }))
      onClose()
    },
  })
  const names = t('weekday', { returnObjects: true })
  return (
    <Form<Draft>
      form={form}
      name="calendar"
      layout="vertical"
      initialValues={startOf(
        calendar,
        isDefault ? t(projectId === null ? 'defaultOf.library' : 'defaultOf.project') : '',
      )}
      onFinish={(draft) =>
        entry.save({
          ...(calendar === null ? { projectId, isDefault } : { calendarId: calendar.id }),
          name: draft.name ?? '',
          workingWeekdays: draft.week === 'own' ? (draft.workingWeekdays ?? []).toSorted().join('') : null,
          keepsHolidays: draft.holidays === 'follows' ? null : draft.holidays === 'keeps',
        })
      }
    >
      <EntryNotices entry={entry} />
      <Form.Item label={t('name')} name="name" required>
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item label={t('weekdays')} name="week">
        <Radio.Group
          options={[
            { value: 'follows', label: t('follows') },
            { value: 'own', label: t('ownWeekdays') },
          ]}
        />
      </Form.Item>
      <Form.Item name="workingWeekdays" hidden={week !== 'own'}>
        <Checkbox.Group
          options={names.map((day, index) => ({ value: String(index + 1), label: t('weekdayOf', { day }) }))}
        />
      </Form.Item>
      <Form.Item label={t('holidays')} name="holidays">
        <Radio.Group
          options={(['follows', 'keeps', 'ignores'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}

function startOf(calendar: CalendarRow | null, name: string): Draft {
  if (calendar === null)
    return { name, week: 'follows', workingWeekdays: ['1', '2', '3', '4', '5'], holidays: 'follows' }
  const { workingWeekdays, keepsHolidays } = calendar
  return {
    name: calendar.name,
    week: workingWeekdays === null ? 'follows' : 'own',
    workingWeekdays: Array.from(workingWeekdays ?? '12345'),
    holidays: keepsHolidays === null ? 'follows' : keepsHolidays ? 'keeps' : 'ignores',
  }
}
