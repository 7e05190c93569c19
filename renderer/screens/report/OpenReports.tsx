import { FileTextOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ReportKind } from '../../../db/domain/report/report.ts'

/** Leads to the fixed tables, the one that belongs to the screen first. */
export function OpenReports({ report }: { readonly report: ReportKind }) {
  const { t } = useTranslation('report')
  const navigate = useNavigate()
  return (
    <Button
      icon={<FileTextOutlined aria-hidden />}
      onClick={() => void navigate(`/reports?report=${report}`)}
    >
      {t('open')}
    </Button>
  )
}
