import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

interface FilterChipProps {
  readonly text: string
  readonly onRemove: () => void
}

/** A filter that a link has set: named, and taken away by a click. */
export function FilterChip({ text, onRemove }: FilterChipProps) {
  const { t } = useTranslation('terms')
  return (
    <Button
      size="small"
      className="filter-chip"
      title={text}
      aria-label={t('removeFilter', { filter: text })}
      icon={<CloseOutlined aria-hidden />}
      iconPlacement="end"
      onClick={onRemove}
    >
      <span>{text}</span>
    </Button>
  )
}
