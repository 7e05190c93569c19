import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestInput } from '../../../db/requests/requests.ts'
import { useTask } from '../../task.ts'
import { ExportState } from '../export/ExportState.tsx'

interface ExportReportProps {
  readonly input: RequestInput<'getReport'>
  readonly paper: 'A4' | 'A3'
}

/** The table as a workbook, with live sums, for the paper that is chosen. */
export function ExportReport({ input, paper }: ExportReportProps) {
  const { t } = useTranslation(['export', 'terms'])
  const { state, run, cancel } = useTask('exportReport')
  return (
    <span className="export-choice is-screen-only">
      <span role="status" className="export-state">
        <ExportState state={state} />
      </span>
      {state.kind === 'running' ? (
        <Button onClick={cancel}>{t('terms:cancel')}</Button>
      ) : (
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => void run({ ...input, paper })}>
          {t('exportExcel')}
        </Button>
      )}
    </span>
  )
}
