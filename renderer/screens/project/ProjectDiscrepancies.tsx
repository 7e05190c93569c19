import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DiscrepancyRow } from '../../../db/domain/discrepancy.ts'
import { Block } from '../../parts/Block.tsx'
import { CitationButton } from '../../parts/CitationButton.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { AttachmentButton } from '../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../attachment/useAttachmentCounts.ts'

/** What the sources contradict about this project; it is dealt with in 核对. */
export function ProjectDiscrepancies({
  discrepancies,
}: {
  readonly discrepancies: readonly DiscrepancyRow[]
}) {
  const { t } = useTranslation(['project', 'terms'])
  const filesOf = useAttachmentCounts(discrepancies)
  if (discrepancies.length === 0) return null
  return (
    <Block title={t('discrepancies')}>
      <ul className="project-alerts">
        {discrepancies.map((discrepancy) => (
          <li key={discrepancy.id} className={discrepancy.status === 'corrected' ? 'is-green' : 'is-amber'}>
            <StatusTag tone={discrepancy.status === 'corrected' ? 'green' : 'amber'}>
              {t(`terms:discrepancyStatus.${discrepancy.status}`)}
            </StatusTag>{' '}
            {discrepancy.text}{' '}
            <CitationButton subject={t('discrepancies')} citations={discrepancy.citations} />{' '}
            <AttachmentButton
              subject="discrepancy"
              subjectId={discrepancy.id}
              title={discrepancy.text}
              count={filesOf(discrepancy.id)}
            />{' '}
            <Link to={`/checks#${discrepancy.id}`}>{t('toChecks')}</Link>
          </li>
        ))}
      </ul>
    </Block>
  )
}
