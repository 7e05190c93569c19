import './columnChoice.css'
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'

interface ColumnChoiceProps<Key extends string> {
  /** Those that may stand or not, in their order. */
  readonly columns: readonly { readonly key: Key; readonly label: string }[]
  readonly shown: readonly Key[]
  readonly size?: 'small'
  readonly onShow: (keys: readonly Key[]) => void
  readonly onReset: () => void
}

/** Which columns a table shows. */
export function ColumnChoice<Key extends string>(props: ColumnChoiceProps<Key>) {
  const { columns, shown, size, onShow, onReset } = props
  const { t } = useTranslation('terms')
  const content = (
    <div className="column-choice" role="group" aria-label={t('columns')}>
      {columns.map(({ key, label }) => (
        <Checkbox
          key={key}
          checked={shown.includes(key)}
          onChange={(event) =>
            onShow(event.target.checked ? [...shown, key] : shown.filter((own) => own !== key))
          }
        >
          {label}
        </Checkbox>
      ))}
      <Button size="small" onClick={onReset}>
        {t('resetColumns')}
      </Button>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <Button {...(size === undefined ? {} : { size })}>{t('columns')}</Button>
    </Popover>
  )
}
