import { FileTextOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReportKind } from '../../../db/domain/report/report.ts'
import { useGo } from '../../go.tsx'

/** Leads to the fixed tables, the one that belongs to the screen first. */
export function OpenReports({ report }: { readonly report: ReportKind }) {
  const { t } = useTranslation('report')
  const go = useGo()
  return (
    <Button
      icon={<FileTextOutlined aria-hidden />}
      onClick={() => {
        go(`/reports?report=${report}`)
      }}
    >
      {t('open')}
    </Button>
  )
}
