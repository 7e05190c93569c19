import { App, Form, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type BudgetKind, type BudgetVersionRow, budgetKinds } from '../../../../db/domain/budget.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { useEntry } from '../useEntry.ts'
import { VersionFields } from './VersionFields.tsx'

interface CreateVersionProps {
  readonly projectId: string
  /** Those that can be copied. */
  readonly versions: readonly BudgetVersionRow[]
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onCreated: (version: BudgetVersionRow) => void
}

export function CreateVersion({ isOpen, ...form }: CreateVersionProps) {
  const { t } = useTranslation('money')
  return (
    <EntryModal title={t('createVersion')} isOpen={isOpen} onClose={form.onClose}>
      <VersionForm {...form} />
    </EntryModal>
  )
}

interface VersionDraft {
  readonly kind?: BudgetKind
  readonly start?: 'copy' | 'template' | 'blank'
  readonly copiedFromId?: string
  readonly approvalNo?: string
  readonly approvalBody?: string
  readonly note?: string
}

function VersionForm({ projectId, versions, onClose, onCreated }: Omit<CreateVersionProps, 'isOpen'>) {
  const { t } = useTranslation(['money', 'terms'])
  const { message } = App.useApp()
  const [form] = Form.useForm<VersionDraft>()
  const start: unknown = Form.useWatch('start', form)
  const entry = useEntry('createBudgetVersion', {
    form,
    onSaved: (version) => {
      void message.info(t('versionCreated', { kind: t(`budgetKind.${version.kind}`) }))
      onCreated(version)
    },
  })
  const newest = versions.at(-1)
  return (
    <Form<VersionDraft>
      form={form}
      name="version"
      layout="vertical"
      initialValues={{
        kind: newest === undefined ? 'preliminary' : 'adjusted',
        start: newest === undefined ? 'template' : 'copy',
        copiedFromId: newest?.id ?? '',
      }}
      onFinish={(draft) =>
        entry.save({
          projectId,
          kind: draft.kind ?? 'preliminary',
          start: draft.start ?? 'template',
          approvalNo: draft.approvalNo ?? null,
          approvalBody: draft.approvalBody ?? null,
          note: draft.note ?? null,
          ...(draft.start === 'copy' ? { copiedFromId: draft.copiedFromId ?? null } : {}),
        })
      }
    >
      <EntryNotices entry={entry} />
      <Form.Item label={t('versionKind')} name="kind" required>
        <Select
          options={budgetKinds
            .filter((kind) => kind !== 'plan')
            .map((value) => ({ value, label: t(`budgetKind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item label={t('versionStart')} name="start">
        <Radio.Group
          options={(['template', 'copy', 'blank'] as const).map((value) => ({
            value,
            label: t(`start.${value}`),
            disabled: value === 'copy' && newest === undefined,
          }))}
        />
      </Form.Item>
      {start === 'copy' && (
        <Form.Item label={t('copiedFrom')} name="copiedFromId">
          <Select
            options={versions.map((version, index) => ({
              value: version.id,
              label: `${String(index + 1)} · ${t(`budgetKind.${version.kind}`)} · ${t(`versionState.${version.state}`)}`,
            }))}
          />
        </Form.Item>
      )}
      <VersionFields />
      <DialogButtons okText={t('create')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
