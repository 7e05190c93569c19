import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ruleText } from '../../../db/domain/ruleText.ts'
import { useAllPages } from '../../api.ts'
import { useLanguage } from '../../state.tsx'
import { PlanDateInput } from '../milestone/PlanDateInput.tsx'
import { typedPeriod } from '../milestone/typedPlanDate.ts'
import { ProjectPicker } from '../payment/ProjectPicker.tsx'
import { ExportDossier } from './ExportDossier.tsx'

interface DossierFormProps {
  readonly projectId: string
  readonly period: string
}

/** Which attachments go into the package: of one project or of all, of any time or of a period. */
export function DossierForm(first: DossierFormProps) {
  const { t } = useTranslation('attachment')
  const language = useLanguage()
  const [projectId, setProjectId] = useState(first.projectId)
  const [period, setPeriod] = useState(first.period)
  const projects = useAllPages('listProjects', { state: 'any' }).data ?? []
  const read = typedPeriod(period)
  return (
    <Form layout="vertical">
      <p className="dialog-lead grey">{t('dossierWhat')}</p>
      <Form.Item label={t('project')} htmlFor="dossier-project">
        <ProjectPicker
          projects={projects}
          value={projectId}
          canClear
          onChange={setProjectId}
          select={{ id: 'dossier-project', placeholder: t('allProjects') }}
        />
      </Form.Item>
      <Form.Item
        label={t('period')}
        htmlFor="dossier-period"
        extra={t('periodHint')}
        {...(read === 'unreadable'
          ? {
              validateStatus: 'error' as const,
              help: <span role="alert">{ruleText('planDateInvalid', {}, language)}</span>,
            }
          : {})}
      >
        <PlanDateInput id="dossier-period" value={period} onChange={setPeriod} />
      </Form.Item>
      <div className="dialog-buttons dossier-buttons">
        <ExportDossier
          scope={{
            ...(projectId === '' ? {} : { projectId }),
            ...(read === null || read === 'unreadable' ? {} : { from: read.first, to: read.last }),
          }}
          isOff={read === 'unreadable'}
          isMain
        />
      </div>
    </Form>
  )
}
