import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ProjectState } from '../../../db/domain/project.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { useCommand } from '../../api.ts'
import { ReasonModal } from '../../parts/ReasonModal.tsx'
import { useMay } from '../../state.tsx'
import { DossierButton } from '../attachment/DossierButton.tsx'
import { ChangeHistory } from '../change/ChangeHistory.tsx'
import { EditProject } from './EditProject.tsx'
import type { ReadProject } from './ProjectPage.tsx'

/** What can be done with a project, as far as this person may. */
export function ProjectActions({ project }: { readonly project: ReadProject }) {
  const { t } = useTranslation('project')
  const navigate = useNavigate()
  const mayEdit = useMay('editProject') && project.state !== 'archived'
  const mayRecord = useMay('recordPayment') && project.state === 'open'
  const maySetState = useMay('setProjectState')
  const [isEditing, setIsEditing] = useState(false)
  const [target, setTarget] = useState<ProjectState | null>(null)
  const query = new URLSearchParams({ projectId: project.id }).toString()
  return (
    <>
      {mayRecord && <Button onClick={() => void navigate(`/payments?${query}&new=1`)}>{t('record')}</Button>}
      <Button onClick={() => void navigate(`/schedule?${query}`)}>{t('toSchedule')}</Button>
      {mayEdit && <Button onClick={() => setIsEditing(true)}>{t('edit')}</Button>}
      {maySetState && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: targetsOf(project.state).map((state) => ({
              key: state,
              label: t(nameOf(project.state, state)),
              onClick: () => setTarget(state),
            })),
          }}
        >
          <Button aria-haspopup="menu">{t('more')}</Button>
        </Dropdown>
      )}
      <DossierButton projectId={project.id} look="button" />
      <ChangeHistory entityId={project.id} subject={project.name} />
      <EditProject project={project} isOpen={isEditing} onClose={() => setIsEditing(false)} />
      <SetState project={project} target={target} onClose={() => setTarget(null)} />
    </>
  )
}

interface SetStateProps {
  readonly project: ReadProject
  /** Null: closed. */
  readonly target: ProjectState | null
  readonly onClose: () => void
}

function SetState({ project, target, onClose }: SetStateProps) {
  const { t } = useTranslation(['project', 'terms'])
  const { message } = App.useApp()
  const command = useCommand('setProjectState')
  const [error, setError] = useState<RequestError | null>(null)
  const name = target === null ? '' : t(nameOf(project.state, target))
  const close = () => {
    setError(null)
    onClose()
  }
  return (
    <ReasonModal
      title={`${name} · ${project.name}`}
      isOpen={target !== null}
      okText={name}
      isBusy={command.isPending}
      error={error}
      onClose={close}
      onOk={(reason) => {
        if (target === null) return
        command.mutate(
          { projectId: project.id, state: target, reason },
          {
            onSuccess: (saved) => {
              void message.info(
                t('stateSet', { name: saved.name, state: t(`terms:projectState.${saved.state}`) }),
              )
              close()
            },
            onError: (failed) => setError(failed.error),
          },
        )
      }}
    >
      {target !== null && <p className="project-why">{t(whyOf(target))}</p>}
    </ReasonModal>
  )
}

function targetsOf(state: ProjectState): readonly ProjectState[] {
  switch (state) {
    case 'open':
      return ['closed', 'archived']
    case 'closed':
      return ['open', 'archived']
    case 'archived':
      return ['open', 'closed']
  }
}

function nameOf(from: ProjectState, to: ProjectState) {
  if (to === 'closed') return 'close'
  if (to === 'archived') return 'archive'
  return from === 'archived' ? 'unarchive' : 'reopen'
}

function whyOf(to: ProjectState) {
  return to === 'closed' ? 'closeWhy' : to === 'archived' ? 'archiveWhy' : 'reopenWhy'
}
