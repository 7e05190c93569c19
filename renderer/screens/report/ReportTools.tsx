import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import { reportKinds, reportTitle } from '../../../db/domain/report/report.ts'
import { useAllPages, useRequest } from '../../api.ts'
import { useLanguage } from '../../state.tsx'
import { ProjectPicker } from '../payment/ProjectPicker.tsx'
import type { ReportChoice } from './useReportChoice.ts'

interface ReportToolsProps {
  readonly choice: ReportChoice
  readonly onChoose: (changes: Partial<ReportChoice>) => void
}

/** Which table, of which month or year, of which project, on which paper. */
export function ReportTools({ choice, onChoose }: ReportToolsProps) {
  const { t } = useTranslation('report')
  const language = useLanguage()
  const projects = useAllPages('listProjects', { state: 'any' }).data ?? []
  const { report, projectId, paper } = choice
  return (
    <div className="report-tools is-screen-only">
      <Select
        aria-label={t('which')}
        value={report}
        popupMatchSelectWidth={false}
        style={{ width: language === 'en' ? 240 : 180 }}
        options={reportKinds.map((kind) => ({ value: kind, label: reportTitle(kind, language) }))}
        onChange={(kind) => onChoose({ report: kind, period: null })}
      />
      <PeriodSelect choice={choice} onChoose={onChoose} />
      {report !== 'annualPlan' && (
        <span className="report-project">
          <ProjectPicker
            projects={projects}
            value={projectId ?? ''}
            canClear
            onChange={(id) => onChoose({ projectId: id === '' ? null : id })}
            select={{ 'aria-label': t('project'), placeholder: t('allProjects') }}
          />
        </span>
      )}
      <Segmented<'A4' | 'A3'>
        aria-label={t('paper')}
        name="paper"
        value={paper}
        options={[
          { value: 'A4', label: t('A4') },
          { value: 'A3', label: t('A3') },
        ]}
        onChange={(chosen) => onChoose({ paper: chosen })}
      />
    </div>
  )
}

/** The months and years that the books know; a ledger of contracts stands as it is today. */
function PeriodSelect({ choice: { report, period }, onChoose }: ReportToolsProps) {
  const { t } = useTranslation('report')
  const today = localDay(new Date())
  const known = useAllPages('listPeriods', {}).data ?? []
  const planned = useRequest('listAnnualPlans', { year: Number(today.slice(0, 4)) }).data?.years ?? []
  const months = newestFirst([today.slice(0, 7), ...known.map(({ month }) => month)])
  const years = newestFirst([...months.map((month) => month.slice(0, 4)), ...planned.map(String)])
  const choices = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  switch (report) {
    case 'contractLedger':
    case 'retentionLedger':
      return null
    case 'monthlyReport':
      return (
        <Select
          aria-label={t('month')}
          value={period ?? today.slice(0, 7)}
          style={{ width: 112 }}
          options={choices(months)}
          onChange={(chosen) => onChoose({ period: chosen })}
        />
      )
    case 'annualPlan':
      return (
        <Select
          aria-label={t('year')}
          value={period ?? today.slice(0, 4)}
          style={{ width: 96 }}
          options={choices(years)}
          onChange={(chosen) => onChoose({ period: chosen })}
        />
      )
    case 'paymentLedger':
      return (
        <Select
          aria-label={t('period')}
          value={period ?? ''}
          style={{ width: 128 }}
          options={[
            { value: '', label: t('allPeriods') },
            ...newestFirst([...years, ...months]).map((value) => ({ value, label: value })),
          ]}
          onChange={(chosen) => onChoose({ period: chosen === '' ? null : chosen })}
        />
      )
  }
}

function newestFirst(values: readonly string[]) {
  return [...new Set(values)].toSorted((a, b) => b.localeCompare(a))
}
