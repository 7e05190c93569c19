import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissingDocument } from '../../../db/domain/documentRequirement.ts'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { AttachmentButton } from './AttachmentButton.tsx'
import { recordAddress } from './recordAddress.ts'

/** Each record opens its attachments, so that what is missing is put there at once. */
export function MissingTable({ items }: { readonly items: readonly MissingDocument[] }) {
  const { t } = useTranslation('attachment')
  return (
    <table className="sheet" aria-label={t('missing')}>
      <thead>
        <tr>
          <th scope="col">{t('lacks')}</th>
          <th scope="col">{t('situationTitle')}</th>
          <th scope="col">{t('record')}</th>
          <th scope="col">{t('dated')}</th>
          <th scope="col">{t('project')}</th>
          <th scope="col">{t('basis')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('toRecord')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.requirementId} ${item.subjectId}`}>
            <td>
              <StatusTag tone="amber">{item.document}</StatusTag>
            </td>
            <td className="grey">{t(`situation.${item.situation}`)}</td>
            <th scope="row">
              <AttachmentButton subject={item.subject} subjectId={item.subjectId} title={item.title}>
                {item.title}
              </AttachmentButton>
            </th>
            <td className="is-nowrap">{item.dated}</td>
            <td>{item.projectName}</td>
            <td className="grey">{item.basis}</td>
            <td className="is-nowrap">
              <Link to={recordAddress(item)} aria-label={`${t('toRecord')} ${item.title}`}>
                {t('toRecord')}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
