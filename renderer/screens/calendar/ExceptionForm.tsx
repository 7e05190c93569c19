import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type CalendarException, setCalendarExceptionInput } from '../../../db/domain/calendar.ts'
import { localDay } from '../../../db/domain/day.ts'
import { useCommand } from '../../api.ts'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { DayField } from '../money/DayField.tsx'
import { EntryModal } from '../money/EntryModal.tsx'
import { EntryNotices } from '../money/EntryNotices.tsx'
import { useEntry } from '../money/useEntry.ts'
import { typedDay } from '../payment/typedDay.ts'
import type { CalendarRow } from './calendarChoice.ts'

interface ExceptionFormProps {
  /** Null: a new one. */
  readonly exception: CalendarException | null
  /** Those of the scope; the first exception of a scope makes its default calendar. */
  readonly calendars: readonly CalendarRow[]
  readonly projectId: string | null
  readonly onSaved: (text: string) => void
  readonly onClose: () => void
}

export function ExceptionForm(props: ExceptionFormProps) {
  const { t } = useTranslation('calendar')
  return (
    <EntryModal title={t('editException')} isOpen onClose={props.onClose}>
      <Fields {...props} />
    </EntryModal>
  )
}

interface Draft {
  readonly calendarId?: string
  readonly name?: string
  readonly firstOn?: string
  readonly lastOn?: string
  readonly effect?: 'rest' | 'work'
}

function Fields({ exception, calendars, projectId, onSaved, onClose }: ExceptionFormProps) {
  const { t } = useTranslation(['calendar', 'terms'])
  const [form] = Form.useForm<Draft>()
  const makeDefault = useCommand('setCalendar')
  const entry = useEntry('setCalendarException', {
    form,
    onSaved: () => {
      const named: unknown = form.getFieldValue('name')
      onSaved(t('exceptionSaved', { name: typeof named === 'string' ? named : '' }))
      onClose()
    },
  })
  const defaultName = t(projectId === null ? 'defaultOf.library' : 'defaultOf.project')
  const own = calendars.find(({ isDefault }) => isDefault)
  const save = (draft: Draft) => {
    const input = {
      ...(exception === null ? {} : { exceptionId: exception.id }),
      name: draft.name ?? '',
      firstOn: dayTyped(draft.firstOn) ?? '',
      ...(dayTyped(draft.lastOn) === null ? {} : { lastOn: dayTyped(draft.lastOn) ?? '' }),
      isWork: draft.effect === 'work',
    }
    const calendarId = draft.calendarId ?? ''
    const isReadable = setCalendarExceptionInput.safeParse({ ...input, calendarId }).success
    if (calendarId !== '' || !isReadable) {
      entry.save({ ...input, calendarId })
      return
    }
    makeDefault.mutate(
      { projectId, name: defaultName },
      { onSuccess: ({ id }) => entry.save({ ...input, calendarId: id }) },
    )
  }
  return (
    <Form<Draft>
      form={form}
      name="exception"
      layout="vertical"
      initialValues={startOf(exception, own?.id ?? '')}
      onFinish={save}
    >
      <EntryNotices entry={entry} />
      {makeDefault.error !== null && <ErrorNotice error={makeDefault.error.error} />}
      <Form.Item label={t('exceptionName')} name="name" required>
        <Input autoFocus autoComplete="off" placeholder={t('exceptionHint')} />
      </Form.Item>
      <Form.Item label={t('calendar')} name="calendarId">
        <Select
          disabled={exception !== null}
          options={[
            ...(own === undefined ? [{ value: '', label: defaultName }] : []),
            ...calendars.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
      <div className="calendar-pair">
        <Form.Item label={t('firstOn')} name="firstOn" required>
          <DayField isAnyDay />
        </Form.Item>
        <Form.Item label={t('lastOn')} name="lastOn" extra={t('lastHint')}>
          <DayField isAnyDay />
        </Form.Item>
      </div>
      <Form.Item label={t('effect')} name="effect">
        <Radio.Group
          options={[
            { value: 'rest', label: t('isRest') },
            { value: 'work', label: t('isWork') },
          ]}
        />
      </Form.Item>
      <DialogButtons
        okText={t('terms:save')}
        isBusy={entry.isBusy || makeDefault.isPending}
        onClose={onClose}
      />
    </Form>
  )
}

function startOf(exception: CalendarException | null, calendarId: string): Draft {
  if (exception === null) return { calendarId, name: '', firstOn: '', lastOn: '', effect: 'rest' }
  return { ...exception, effect: exception.isWork ? 'work' : 'rest' }
}

/** Text that is no day is kept for the schema to refuse; null where the field is empty. */
function dayTyped(text: string | undefined): string | null {
  const typed = (text ?? '').trim()
  return typed === '' ? null : (typedDay(typed, localDay(new Date())) ?? typed)
}
