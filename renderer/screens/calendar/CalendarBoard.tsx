import './calendar.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarException } from '../../../db/domain/calendar.ts'
import { useCommand, useRequest } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { ReasonModal } from '../../parts/ReasonModal.tsx'
import { CalendarForm } from './CalendarForm.tsx'
import { CalendarTable } from './CalendarTable.tsx'
import { type CalendarRow, defaultCalendar, ownCalendars } from './calendarChoice.ts'
import { ExceptionForm } from './ExceptionForm.tsx'
import { ExceptionTable } from './ExceptionTable.tsx'
import { useUndoToast } from './useUndoToast.tsx'
import { YearDays } from './YearDays.tsx'

interface CalendarBoardProps {
  /** Null: the library's. */
  readonly projectId: string | null
  /** One column. */
  readonly isNarrow?: boolean
}

type Edited =
  | { readonly kind: 'calendar'; readonly calendar: CalendarRow | null; readonly isDefault: boolean }
  | { readonly kind: 'exception'; readonly exception: CalendarException | null }
  | { readonly kind: 'remove'; readonly calendar: CalendarRow }

/** The calendars of one scope, their exceptions, and what a year looks like by them. */
export function CalendarBoard({ projectId, isNarrow = false }: CalendarBoardProps) {
  const { t } = useTranslation('calendar')
  const answer = useRequest('listCalendars', projectId === null ? {} : { projectId })
  const remove = useCommand('removeCalendar')
  const [edited, setEdited] = useState<Edited | null>(null)
  const tell = useUndoToast(projectId)
  const close = () => {
    remove.reset()
    setEdited(null)
  }
  return (
    <Loaded answer={answer}>
      {({ items }) => (
        <div className={isNarrow ? 'calendar-board is-narrow' : 'calendar-board'}>
          <div>
            <CalendarTable
              calendars={items}
              projectId={projectId}
              onAdd={() => setEdited({ kind: 'calendar', calendar: null, isDefault: false })}
              onEdit={(calendar) => setEdited({ kind: 'calendar', calendar, isDefault: true })}
              onRemove={(calendar) => setEdited({ kind: 'remove', calendar })}
            />
            <ExceptionTable
              calendars={items}
              projectId={projectId}
              onAdd={() => setEdited({ kind: 'exception', exception: null })}
              onEdit={(exception) => setEdited({ kind: 'exception', exception })}
              onDone={tell}
            />
          </div>
          <YearDays projectId={projectId} />
          {edited?.kind === 'calendar' && (
            <CalendarForm
              calendar={edited.calendar ?? (edited.isDefault ? defaultCalendar(items, projectId) : null)}
              projectId={projectId}
              isDefault={edited.isDefault}
              onSaved={tell}
              onClose={close}
            />
          )}
          {edited?.kind === 'exception' && (
            <ExceptionForm
              exception={edited.exception}
              calendars={ownCalendars(items, projectId)}
              projectId={projectId}
              onSaved={tell}
              onClose={close}
            />
          )}
          <ReasonModal
            title={t('removeTitle')}
            isOpen={edited?.kind === 'remove'}
            okText={t('remove')}
            isBusy={remove.isPending}
            error={remove.error?.error ?? null}
            onClose={close}
            onOk={(reason) => {
              if (edited?.kind !== 'remove') return
              const { id, name } = edited.calendar
              remove.mutate(
                { calendarId: id, reason },
                {
                  onSuccess: () => {
                    tell(t('removed', { name }))
                    close()
                  },
                },
              )
            }}
          >
            {edited?.kind === 'remove' && <p>{t('removeWhat', { name: edited.calendar.name })}</p>}
          </ReasonModal>
        </div>
      )}
    </Loaded>
  )
}
