import './report.css'
import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { reportTitle } from '../../../db/domain/report/report.ts'
import { useRequest } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { useLanguage } from '../../state.tsx'
import { ExportReport } from './ExportReport.tsx'
import { PaperDesk } from './PaperDesk.tsx'
import { ReportSheet } from './ReportSheet.tsx'
import { ReportTools } from './ReportTools.tsx'
import { useReportChoice, useReportInput } from './useReportChoice.ts'

/** 报表: a fixed table as it will stand on paper, before it is printed or saved. */
export function ReportPage() {
  const { t } = useTranslation('report')
  const [choice, choose] = useReportChoice()
  const input = useReportInput(choice)
  const report = useRequest('getReport', input, { keepsPrevious: true })
  const print = usePrint()
  usePageTitle(input)
  return (
    <ScreenFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <ExportReport key={JSON.stringify([input, choice.paper])} input={input} paper={choice.paper} />
          <Button
            icon={<FilePdfOutlined aria-hidden />}
            disabled={!report.isSuccess}
            onClick={() => void print('pdf')}
          >
            {t('savePdf')}
          </Button>
          <Button
            type="primary"
            icon={<PrinterOutlined aria-hidden />}
            disabled={!report.isSuccess}
            onClick={() => void print('printer')}
          >
            {t('print')}
          </Button>
        </>
      }
    >
      {/* The paper that the person chose wins over the one that all screens print on. */}
      <style>{`@page { size: ${choice.paper} landscape; margin: 12mm 10mm 14mm; }`}</style>
      <ReportTools choice={choice} onChoose={choose} />
      <PaperDesk paper={choice.paper} label={t('preview')}>
        <Loaded answer={report}>
          {(table) => <ReportSheet input={input} report={table} paper={choice.paper} />}
        </Loaded>
      </PaperDesk>
    </ScreenFrame>
  )
}

function usePrint() {
  const { t } = useTranslation('report')
  const { message } = App.useApp()
  return async (target: 'pdf' | 'printer') => {
    const answer = await window.api.print(target)
    if (answer.ok) {
      if (target === 'pdf') void message.info(t('pdfSaved'))
    } else if (answer.error.code !== 'cancelled') void message.error(answer.error.message)
  }
}

/** The page's title is the PDF's, and the name that its file is offered. */
function usePageTitle({ report, month, year }: ReturnType<typeof useReportInput>) {
  const language = useLanguage()
  useEffect(() => {
    const before = document.title
    const of = report === 'monthlyReport' ? month : report === 'annualPlan' ? String(year) : undefined
    document.title = [reportTitle(report, language), ...(of === undefined ? [] : [of])].join('-')
    return () => {
      document.title = before
    }
  }, [report, month, year, language])
}
