import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { fieldsForbiddenTo, type Project, stages } from '../../../db/domain/project.ts'
import { ruleText } from '../../../db/domain/ruleText.ts'
import { useActor, useLanguage } from '../../state.tsx'
import { PlanDateInput } from '../milestone/PlanDateInput.tsx'

/** The fields of a project; what this role may not change is shown and locked, with the reason. */
export function ProjectFields({ project }: { readonly project: Project | null }) {
  const { t } = useTranslation(['project', 'terms'])
  const language = useLanguage()
  const role = useActor()?.role ?? 'reviewer'
  const forbidden = project === null ? [] : fieldsForbiddenTo(role)
  const areDatesLocked = forbidden.includes('plannedStart')
  const isAmountFixed = project?.origin === 'plan'
  const isAmountLocked = isAmountFixed || forbidden.includes('amountFen')
  const amountWhy = isAmountFixed
    ? ruleText('planAmountFixed', {}, language)
    : isAmountLocked
      ? t('amountForbidden')
      : t('amountHint')
  const dates = ['plannedStart', 'plannedFinish', 'actualStart', 'actualFinish'] as const
  return (
    <>
      <Form.Item label={t('name')} name="name" required>
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      {areDatesLocked && <p className="form-locked">{t('dateForbidden')}</p>}
      <div className="form-columns">
        <Form.Item label={t('code')} name="code">
          <Input autoComplete="off" placeholder={t('codePending')} />
        </Form.Item>
        <Form.Item label={t('kind')} name="kind">
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('amount')} name="amountFen" extra={amountWhy}>
          <Input
            autoComplete="off"
            disabled={isAmountLocked}
            placeholder={isAmountFixed ? t('terms:unpublished') : ''}
          />
        </Form.Item>
        <Form.Item label={t('stage')} name="stage">
          <Select
            disabled={areDatesLocked}
            options={['' as const, ...stages].map((value) => ({
              value,
              label: value === '' ? t('stageNone') : t(`terms:stage.${value}`),
            }))}
          />
        </Form.Item>
        {dates.map((name) => (
          <Form.Item key={name} label={t(name)} name={name}>
            <PlanDateInput isDisabled={areDatesLocked} />
          </Form.Item>
        ))}
        <Form.Item label={t('owner')} name="owner">
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('lead2')} name="lead">
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item label={t('aliases')} name="aliases" extra={t('aliasesHint')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item label={t('scope')} name="scope">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item label={t('note')} name="note">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </>
  )
}
