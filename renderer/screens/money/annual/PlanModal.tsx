import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AnnualPlanRow } from '../../../../db/domain/annualPlan.ts'
import { localDay } from '../../../../db/domain/day.ts'
import type { ProjectRow } from '../../../../db/domain/project.ts'
import { useAllPages } from '../../../api.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { typedDay } from '../../payment/typedDay.ts'
import { DayField } from '../DayField.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { ProjectField } from '../ProjectField.tsx'
import { useEntry } from '../useEntry.ts'
import { PlanSources } from './PlanSources.tsx'
import { draftOfSources, readSources, type SourceDraft } from './sourceDraft.ts'

interface PlanModalProps {
  readonly year: number
  readonly projects: readonly ProjectRow[]
  readonly projectId: string | null
  /** The plan that is adjusted; null sets a new one. */
  readonly adjusting: AnnualPlanRow | null
  readonly onClose: () => void
}

/** 编制 or 调整: keyboard from field to field, Enter saves. */
export function PlanModal(props: PlanModalProps) {
  const { t } = useTranslation('annualPlan')
  const { adjusting, year } = props
  const title =
    adjusting === null ? t('setTitle', { year }) : t('adjustTitle', { year, name: adjusting.projectName })
  return (
    <EntryModal title={title} isOpen onClose={props.onClose}>
      <PlanForm {...props} />
    </EntryModal>
  )
}

interface PlanDraft {
  readonly projectId?: string
  readonly scope?: string
  readonly period?: string
  readonly documentNo?: string
  readonly issuedOn?: string
  readonly reason?: string
  readonly lines?: readonly SourceDraft[]
}

function PlanForm({ year, projects, projectId, adjusting, onClose }: PlanModalProps) {
  const { t } = useTranslation(['annualPlan', 'terms'])
  const { message } = App.useApp()
  const language = useLanguage()
  const [form] = Form.useForm<PlanDraft>()
  const funds = useAllPages('listFunds', {}).data ?? []
  const today = localDay(new Date())
  const saved = () => {
    void message.info(t(adjusting === null ? 'isSet' : 'isAdjusted', { year }))
    onClose()
  }
  const setting = useEntry('setAnnualPlan', { form, onSaved: saved })
  const adjustment = useEntry('adjustAnnualPlan', { form, onSaved: saved })
  const entry = adjusting === null ? setting : adjustment

  function save(draft: PlanDraft) {
    const { lines, faults } = readSources(draft.lines ?? [], language)
    const issuedOn = (draft.issuedOn ?? '').trim()
    const day = issuedOn === '' ? null : (typedDay(issuedOn, today) ?? issuedOn)
    const content = {
      year,
      lines,
      scope: draft.scope ?? null,
      period: draft.period ?? null,
    }
    if (adjusting === null)
      setting.save(
        {
          ...content,
          projectId: draft.projectId ?? '',
          documentNo: draft.documentNo ?? null,
          issuedOn: day,
        },
        faults,
      )
    else
      adjustment.save(
        {
          ...content,
          projectId: adjusting.projectId,
          documentNo: draft.documentNo ?? '',
          issuedOn: day ?? '',
          reason: draft.reason ?? '',
        },
        faults,
      )
  }

  return (
    <Form<PlanDraft>
      form={form}
      name="annualPlan"
      layout="vertical"
      initialValues={{
        projectId: adjusting?.projectId ?? projectId ?? '',
        period: adjusting?.period ?? '',
        issuedOn: adjusting === null ? '' : today,
        lines: adjusting === null ? [{}] : draftOfSources(adjusting.sources),
      }}
      onFinish={save}
    >
      <EntryNotices entry={entry} />
      {adjusting === null && (
        <Form.Item label={t('project')} name="projectId" required>
          <ProjectField projects={projects.filter(({ state }) => state === 'open')} />
        </Form.Item>
      )}
      <PlanSources funds={funds} />
      <div className="money-columns">
        <Form.Item label={t('documentNo')} name="documentNo" required={adjusting !== null}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('issuedOn')} name="issuedOn" required={adjusting !== null}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item label={t('scope')} name="scope" extra={t('asProject')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item label={t('period')} name="period" extra={t('asProject')}>
        <Input autoComplete="off" />
      </Form.Item>
      {adjusting !== null && (
        <Form.Item label={t('terms:reason')} name="reason" required>
          <Input.TextArea rows={2} placeholder={t('terms:reasonHint')} />
        </Form.Item>
      )}
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
