import { App, Drawer, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { createProjectInput } from '../../../db/domain/project.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { useAllPages, useCommand } from '../../api.ts'
import { faultsOf, faultsOfError } from '../../fieldFault.ts'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { useLanguage } from '../../state.tsx'
import { CitationFields } from './CitationFields.tsx'
import { ProjectFields } from './ProjectFields.tsx'
import { type ProjectDraft, readFacts } from './projectDraft.ts'
import { showProjectFaults } from './showProjectFaults.ts'

interface CreateProjectProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A project entered by hand, under a plan or none, with its own citations. */
export function CreateProject({ isOpen, onClose }: CreateProjectProps) {
  const { t } = useTranslation(['project', 'terms'])
  return (
    <Drawer
      title={t('createTitle')}
      size={640}
      open={isOpen}
      onClose={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      destroyOnHidden
    >
      <CreateForm onClose={onClose} />
    </Drawer>
  )
}

function CreateForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['project', 'terms'])
  const language = useLanguage()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [form] = Form.useForm<ProjectDraft>()
  const command = useCommand('createProject')
  const plans = useAllPages('listPlans', {}).data ?? []
  const [refused, setRefused] = useState<RequestError | null>(null)

  const save = (draft: ProjectDraft) => {
    setRefused(null)
    const { facts, citations, faults } = readFacts(draft, 'yuan', language)
    const input = {
      ...facts,
      citations,
      planId: draft.planId === undefined || draft.planId === '' ? null : draft.planId,
    }
    const broken = [...faults, ...faultsOf(createProjectInput, input, language)]
    if (broken.length > 0) {
      showProjectFaults(form, broken)
      return
    }
    command.mutate(input, {
      onSuccess: (saved) => {
        void message.info(t('created', { name: saved.name }))
        onClose()
        void navigate(`/projects/${encodeURIComponent(saved.id)}`)
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
      initialValues={{ planId: '', stage: '', citations: [] }}
      onFinish={save}
    >
      {refused !== null && <ErrorNotice error={refused} />}
      <Form.Item label={t('plan')} name="planId">
        <Select
          options={[
            { value: '', label: t('noPlan') },
            ...plans.map((plan) => ({ value: plan.id, label: plan.name })),
          ]}
        />
      </Form.Item>
      <ProjectFields project={null} />
      <CitationFields />
      <DialogButtons okText={t('terms:save')} isBusy={command.isPending} onClose={onClose} />
    </Form>
  )
}
