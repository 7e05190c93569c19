import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { type ColumnKey, columnKeys } from './useColumns.ts'

interface ColumnChoiceProps {
  readonly shown: readonly ColumnKey[]
  readonly onShow: (keys: readonly ColumnKey[]) => void
  readonly onReset: () => void
}

/** Which columns stand left of the chart. */
export function ColumnChoice({ shown, onShow, onReset }: ColumnChoiceProps) {
  const { t } = useTranslation('schedule')
  const others = columnKeys.filter((key) => key !== 'name')
  const content = (
    <div className="column-choice" role="group" aria-label={t('columns')}>
      {others.map((key) => (
        <Checkbox
          key={key}
          checked={shown.includes(key)}
          onChange={(event) =>
            onShow(event.target.checked ? [...shown, key] : shown.filter((own) => own !== key))
          }
        >
          {t(`column.${key}`)}
        </Checkbox>
      ))}
      <Button size="small" onClick={onReset}>
        {t('resetColumns')}
      </Button>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <Button>{t('columns')}</Button>
    </Popover>
  )
}
