import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { fileName } from '../../parts/fileName.ts'
import type { TaskState } from '../../task.ts'

/** How far an export is, and what came of it. */
export function ExportState({ state }: { readonly state: TaskState<RequestOutput<'exportTable'>> }) {
  const { t } = useTranslation('export')
  switch (state.kind) {
    case 'running':
      return (
        <>
          <span>
            {state.total === 0 ? t('exporting') : t('progress', { done: state.done, total: state.total })}
          </span>
          {state.total > 0 && (
            <Progress
              size="small"
              percent={Math.floor((state.done / state.total) * 100)}
              showInfo={false}
              aria-label={t('exporting')}
            />
          )}
        </>
      )
    case 'done':
      return (
        <span title={state.value.file}>
          {t('exported', { n: state.value.rowCount, file: fileName(state.value.file) })}
        </span>
      )
    case 'failed':
      return <span className="red">{state.error.message}</span>
    case 'idle':
    case 'cancelled':
      return null
  }
}
