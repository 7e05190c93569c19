import './task.css'
import { Dropdown } from 'antd'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../state.tsx'
import type { ScheduleRow } from '../gantt/scheduleRows.ts'

const actions = [
  'open',
  'link',
  'report',
  'add',
  'indent',
  'outdent',
  'moveUp',
  'moveDown',
  'remove',
] as const
export type RowAction = (typeof actions)[number]

export interface RowMenuPlace {
  readonly row: Extract<ScheduleRow, { kind: 'task' }>
  readonly x: number
  readonly y: number
}

interface RowMenuProps {
  readonly place: RowMenuPlace
  readonly onAction: (action: RowAction, row: RowMenuPlace['row']) => void
  readonly onClose: () => void
}

const keys: Readonly<Partial<Record<RowAction, string>>> = {
  open: 'Shift+F2',
  link: 'Ctrl+F2',
  add: 'Ins',
  indent: 'Alt+Shift+→',
  outdent: 'Alt+Shift+←',
  moveUp: 'Ctrl+↑',
  moveDown: 'Ctrl+↓',
  remove: 'Del',
}

/** What can be done with a task, where the pointer or the keyboard asked for it; each with its key. */
export function RowMenu({ place, onAction, onClose }: RowMenuProps) {
  const { t } = useTranslation('task')
  const mayPlan = useMay('moveTask')
  const mayReport = useMay('reportMilestone')
  const isSummary = place.row.line.task.kind === 'summary'
  const shown = actions.filter((action) => {
    if (action === 'open') return true
    if (action === 'report') return mayReport && !isSummary
    return mayPlan && !(action === 'link' && isSummary)
  })
  // The place is one of the window: what scrolls around the table must not move it.
  return createPortal(
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      menu={{
        'aria-label': t('menuOf', { name: place.row.line.task.name }),
        items: shown.map((key) => ({ key, label: t(`menu.${key}`), extra: keys[key] })),
        onClick: ({ key }) => {
          onClose()
          const action = actions.find((known) => known === key)
          if (action !== undefined) onAction(action, place.row)
        },
      }}
    >
      <span className="row-menu-place" style={{ left: place.x, top: place.y }} />
    </Dropdown>,
    document.body,
  )
}
