import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentRequirement } from '../../../db/domain/documentRequirement.ts'
import { useAllPages } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useMay } from '../../state.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { RequirementForm } from './RequirementForm.tsx'

/** 应附文件表: what each kind of record should have. */
export function RequirementSetting() {
  const { t } = useTranslation('attachment')
  const mayEdit = useMay('setDocumentRequirement')
  const requirements = useAllPages('listDocumentRequirements', {})
  const [edited, setEdited] = useState<DocumentRequirement | 'new' | null>(null)
  return (
    <Block
      title={t('table')}
      lead={t('tableLead')}
      actions={
        <>
          <ExportTable
            name={t('table')}
            rows={requirements.data ?? []}
            columns={[
              { title: t('situationTitle'), cell: ({ situation }) => t(`situation.${situation}`) },
              { title: t('document'), cell: ({ document }) => document },
              {
                title: t('basis'),
                cell: ({ basis, clause }) => (clause === null ? basis : `${basis} ${clause}`),
              },
              { title: t('statusTitle'), cell: ({ status }) => t(`status.${status}`) },
              { title: t('isActive'), cell: ({ isActive }) => t(isActive ? 'inUse' : 'notInUse') },
            ]}
          />
          {mayEdit && (
            <Button size="small" onClick={() => setEdited('new')}>
              {t('addRequirement')}
            </Button>
          )}
        </>
      }
    >
      <Loaded answer={requirements}>
        {(rows) => (
          <table className="sheet" aria-label={t('table')}>
            <thead>
              <tr>
                <th scope="col">{t('situationTitle')}</th>
                <th scope="col">{t('document')}</th>
                <th scope="col">{t('basis')}</th>
                <th scope="col">{t('statusTitle')}</th>
                <th scope="col">{t('isActive')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('editRequirement')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{t(`situation.${row.situation}`)}</td>
                  <th scope="row">{row.document}</th>
                  <td>{row.clause === null ? row.basis : `${row.basis} ${row.clause}`}</td>
                  <td>
                    <StatusTag tone={row.status === 'unchecked' ? 'amber' : 'grey'}>
                      {t(`status.${row.status}`)}
                    </StatusTag>
                  </td>
                  <td>{row.isActive ? t('inUse') : <span className="grey">{t('notInUse')}</span>}</td>
                  <td className="is-figure">
                    {mayEdit && (
                      <Button
                        type="link"
                        size="small"
                        aria-label={t('editNamed', {
                          document: row.document,
                          situation: t(`situation.${row.situation}`),
                        })}
                        onClick={() => setEdited(row)}
                      >
                        {t('editRequirement')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {edited !== null && (
        <RequirementForm requirement={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Block>
  )
}
