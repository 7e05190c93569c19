import { App, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { editProjectInput } from '../../../db/domain/project.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { useCommand } from '../../api.ts'
import { faultsOf, faultsOfError } from '../../fieldFault.ts'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { useLanguage } from '../../state.tsx'
import { CitationFields } from './CitationFields.tsx'
import { ProjectFields } from './ProjectFields.tsx'
import type { ReadProject } from './ProjectPage.tsx'
import { changedFacts, draftOf, type ProjectDraft, readFacts } from './projectDraft.ts'
import { showProjectFaults } from './showProjectFaults.ts'

interface EditProjectProps {
  readonly project: ReadProject
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Changes facts of a project, with a reason that stays in the change record. */
export function EditProject({ project, isOpen, onClose }: EditProjectProps) {
  const { t } = useTranslation(['project', 'terms'])
  return (
    <Drawer
      title={`${t('editTitle')} · ${project.name}`}
      size={640}
      open={isOpen}
      onClose={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      destroyOnHidden
    >
      <EditForm project={project} onClose={onClose} />
    </Drawer>
  )
}

function EditForm({ project, onClose }: { readonly project: ReadProject; readonly onClose: () => void }) {
  const { t } = useTranslation(['project', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<ProjectDraft>()
  const command = useCommand('editProject')
  const [refused, setRefused] = useState<RequestError | null>(null)

  const save = (draft: ProjectDraft) => {
    setRefused(null)
    const { facts, citations, faults } = readFacts(draft, 'yuan', language)
    const input = {
      ...changedFacts(facts, project),
      citations,
      projectId: project.id,
      reason: draft.reason ?? '',
    }
    const broken = [...faults, ...faultsOf(editProjectInput, input, language)]
    if (broken.length > 0) {
      showProjectFaults(form, broken)
      return
    }
    command.mutate(input, {
      onSuccess: (saved) => {
        void message.info(t('edited', { name: saved.name }))
        onClose()
      },
      onError: ({ error }) => {
        const homeless = showProjectFaults(form, faultsOfError(error))
        if (error.fields.length === 0 || homeless.length > 0) setRefused(error)
      },
    })
  }
  return (
    <Form<ProjectDraft>
      form={form}
      name="project"
      layout="vertical"
      initialValues={draftOf(project, language)}
      onFinish={save}
    >
      {refused !== null && <ErrorNotice error={refused} />}
      <ProjectFields project={project} />
      <CitationFields />
      <Form.Item label={t('terms:reason')} name="reason" required>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} placeholder={t('terms:reasonHint')} />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={command.isPending} onClose={onClose} />
    </Form>
  )
}
