import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'

interface TaskProgressProps {
  readonly label: string
  readonly done: number
  /** 0 while it is not known. */
  readonly total: number
  readonly onCancel: () => void
}

/** Long work: how far it is, and the button that stops it. */
export function TaskProgress({ label, done, total, onCancel }: TaskProgressProps) {
  const { t } = useTranslation('terms')
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100)
  return (
    <div className="task-progress" role="status">
      <span>{label}</span>
      <Progress percent={percent} status="normal" size="small" aria-label={label} />
      {total > 0 && (
        <span className="figure grey">
          {t('progressOf', { done: done.toLocaleString('en-US'), total: total.toLocaleString('en-US') })}
        </span>
      )}
      <Button size="small" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  )
}
