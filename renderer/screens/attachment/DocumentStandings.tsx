import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { useCommand } from '../../api.ts'
import { ReasonModal } from '../../parts/ReasonModal.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useMay } from '../../state.tsx'

type Standing = RequestOutput<'documentsOf'>['items'][number]

interface DocumentStandingsProps {
  readonly standings: readonly Standing[]
  readonly subjectId: string
  /** The document that the next file will be. */
  readonly onChoose: (document: string) => void
}

/** What the record should have: missing ones can be marked as not needed, with a reason. */
export function DocumentStandings({ standings, subjectId, onChoose }: DocumentStandingsProps) {
  const { t } = useTranslation('attachment')
  const mayWaive = useMay('waiveDocument')
  const waive = useCommand('waiveDocument')
  const withdraw = useCommand('withdrawWaiver')
  const [asked, setAsked] = useState<Standing | null>(null)
  const command = asked?.waiver === null ? waive : withdraw
  if (standings.length === 0) return null
  const close = () => {
    setAsked(null)
    waive.reset()
    withdraw.reset()
  }
  return (
    <ul className="document-standings" aria-label={t('shouldHave')}>
      {standings.map((standing) => {
        const { requirementId, document, isThere, waiver } = standing
        return (
          <li key={requirementId} title={basisOf(standing)}>
            {isThere ? (
              <StatusTag tone="green">{t('isThere', { document })}</StatusTag>
            ) : waiver !== null ? (
              <StatusTag tone="grey">{t('notNeeded', { document, reason: waiver.reason })}</StatusTag>
            ) : (
              <button type="button" className="tag is-amber" onClick={() => onChoose(document)}>
                {t('isMissing', { document })}
              </button>
            )}
            {mayWaive && !isThere && (
              <button
                type="button"
                className="plain-button"
                aria-label={`${waiver === null ? t('waive') : t('withdraw')} ${document}`}
                onClick={() => setAsked(standing)}
              >
                {waiver === null ? t('waive') : t('withdraw')}
              </button>
            )}
          </li>
        )
      })}
      {asked !== null && (
        <ReasonModal
          title={asked.waiver === null ? t('waiveTitle', asked) : t('withdrawTitle', asked)}
          isOpen
          okText={asked.waiver === null ? t('waive') : t('withdraw')}
          isBusy={command.isPending}
          error={command.error?.error ?? null}
          onOk={(reason) => {
            if (asked.waiver === null)
              waive.mutate({ requirementId: asked.requirementId, subjectId, reason }, { onSuccess: close })
            else withdraw.mutate({ waiverId: asked.waiver.id, reason }, { onSuccess: close })
          }}
          onClose={close}
        />
      )}
    </ul>
  )
}

function basisOf({ basis, clause }: Standing): string {
  return clause === null ? basis : `${basis} ${clause}`
}
