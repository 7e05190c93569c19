import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAllPages, useRequest } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { ProjectPicker } from '../payment/ProjectPicker.tsx'
import { DossierButton } from './DossierButton.tsx'
import { ExportMissing } from './ExportMissing.tsx'
import { MissingTable } from './MissingTable.tsx'

const pageSize = 20

/** 缺件: every record that lacks a document which it should have, by project and by document. */
export function MissingDocuments() {
  const { t } = useTranslation('attachment')
  const [projectId, setProjectId] = useState('')
  const [requirementId, setRequirementId] = useState('')
  const [page, setPage] = useState(1)
  const projects = useAllPages('listProjects', { state: 'any' }).data ?? []
  const filter = {
    ...(projectId === '' ? {} : { projectId }),
    ...(requirementId === '' ? {} : { requirementId }),
  }
  const missing = useRequest('listMissingDocuments', { page, pageSize, ...filter }, { keepsPrevious: true })
  const counts = missing.data?.counts.filter(({ missingCount }) => missingCount > 0) ?? []
  return (
    <Block
      title={t('missing')}
      lead={t('missingLead')}
      actions={
        <>
          <div className="missing-project">
            <ProjectPicker
              projects={projects}
              value={projectId}
              canClear
              onChange={(chosen) => {
                setProjectId(chosen)
                setPage(1)
              }}
              select={{ 'aria-label': t('project'), placeholder: t('allProjects'), size: 'small' }}
            />
          </div>
          <Select
            size="small"
            className="missing-document"
            aria-label={t('filterDocument')}
            value={requirementId}
            onChange={(chosen) => {
              setRequirementId(chosen)
              setPage(1)
            }}
            options={[
              { value: '', label: t('allDocuments') },
              ...counts.map(({ id, document, missingCount }) => ({
                value: id,
                label: `${document} ${String(missingCount)}`,
              })),
            ]}
          />
          {(missing.data?.total ?? 0) > 0 && (
            <ExportMissing
              filter={filter}
              conditions={[
                projects.find(({ id }) => id === projectId)?.name,
                counts.find(({ id }) => id === requirementId)?.document,
              ]}
            />
          )}
          <DossierButton key={projectId} projectId={projectId} look="small" />
        </>
      }
    >
      <Loaded answer={missing}>
        {({ items, total }) =>
          total === 0 ? (
            <p className="attachment-none grey">{t('missingNone')}</p>
          ) : (
            <>
              <MissingTable items={items} />
              <div className="missing-pages">
                <span className="grey">{t('page', { page, total })}</span>
                <Button size="small" disabled={page === 1} onClick={() => setPage(page - 1)}>
                  {t('previousPage')}
                </Button>
                <Button size="small" disabled={page * pageSize >= total} onClick={() => setPage(page + 1)}>
                  {t('nextPage')}
                </Button>
              </div>
            </>
          )
        }
      </Loaded>
    </Block>
  )
}
