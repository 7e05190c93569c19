import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { useRequest } from '../../api.ts'
import { Amount } from '../../parts/Amount.tsx'
import { CitationDrawer } from '../../parts/CitationDrawer.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'

/** 规划口径 in a list: opens the quote it was taken from; what lies in an envelope opens the envelope's. */
export function ProjectAmount({ project }: { readonly project: ProjectRow }) {
  const { t } = useTranslation(['overview', 'terms'])
  const [isOpen, setIsOpen] = useState(false)
  const isInEnvelope = project.amountFen === null && project.envelopeId !== null
  const origin =
    project.origin === 'hand'
      ? { to: `/projects/${encodeURIComponent(project.id)}` }
      : { open: () => setIsOpen(true) }
  return (
    <>
      {isInEnvelope ? (
        <button
          type="button"
          className="figure-origin figure is-unknown"
          title={t('inEnvelopeWhy')}
          onClick={() => setIsOpen(true)}
        >
          {t('inEnvelope')}
        </button>
      ) : (
        <>
          {project.isAmountDerived && <StatusTag tone="grey">{t('derived')}</StatusTag>}{' '}
          <Amount fen={project.amountFen} origin={origin} originName={t('terms:citationOpen')} />
        </>
      )}
      {isOpen && <Quotes project={project} onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** Asked for only when somebody wants to see it. */
function Quotes({ project, onClose }: { readonly project: ProjectRow; readonly onClose: () => void }) {
  const { data } = useRequest('getProject', { projectId: project.id })
  const own = data?.citations.filter(({ field }) => field.split(',').includes('amount')) ?? []
  return (
    <CitationDrawer
      subject={project.name}
      citations={own.length > 0 ? own : (data?.envelope?.citations ?? [])}
      isOpen={data !== undefined}
      onClose={onClose}
    />
  )
}
