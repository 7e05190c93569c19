import { DownloadOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ListPayments } from '../../../db/domain/payment.ts'
import { fileName } from '../../parts/fileName.ts'
import { useLanguage } from '../../state.tsx'
import { useTask } from '../../task.ts'
import { filterOf } from './paymentView.ts'

/** Exports exactly the filtered set in the order shown; says how far it is and what came of it. */
export function ExportPayments({
  view,
  isEmpty,
}: {
  readonly view: ListPayments
  readonly isEmpty: boolean
}) {
  const { t } = useTranslation('payment')
  const language = useLanguage()
  const { state, run, cancel } = useTask('exportPayments')
  return (
    <span className="payment-export">
      <span role="status" className="export-state">
        {state.kind === 'running' && (
          <>
            <span>
              {state.total === 0
                ? t('exporting')
                : t('exportProgress', { done: state.done, total: state.total })}
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
        )}
        {state.kind === 'done' && (
          <span title={state.value.file}>
            {t('exported', { n: state.value.rowCount, file: fileName(state.value.file) })}
          </span>
        )}
        {state.kind === 'failed' && <span className="red">{state.error.message}</span>}
      </span>
      {state.kind === 'running' ? (
        <Button onClick={cancel}>{t('cancel')}</Button>
      ) : (
        <Button
          icon={<DownloadOutlined aria-hidden />}
          disabled={isEmpty}
          onClick={() => void run({ ...filterOf(view), sort: view.sort, language })}
        >
          {t('export')}
        </Button>
      )}
    </span>
  )
}
