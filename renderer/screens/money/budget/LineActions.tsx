import { EllipsisOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BudgetLineRow } from '../../../../db/domain/budget.ts'

interface LineActionsProps {
  readonly line: BudgetLineRow
  readonly onAddBelow: () => void
  readonly onEdit: () => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** What can be done with one line of a draft. */
export function LineActions({ line, onAddBelow, onEdit, onMove, onRemove }: LineActionsProps) {
  const { t } = useTranslation('money')
  const items = [
    { key: 'below', label: t('addBelow'), disabled: line.amountFen !== null, onClick: onAddBelow },
    { key: 'edit', label: t('editLine'), onClick: onEdit },
    { key: 'up', label: t('moveUp'), onClick: () => onMove(-1) },
    { key: 'down', label: t('moveDown'), onClick: () => onMove(1) },
    { key: 'remove', label: t('remove'), danger: true, onClick: onRemove },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button
        type="text"
        size="small"
        icon={<EllipsisOutlined aria-hidden />}
        aria-label={t('actionsOf', { name: line.name })}
        aria-haspopup="menu"
      />
    </Dropdown>
  )
}
