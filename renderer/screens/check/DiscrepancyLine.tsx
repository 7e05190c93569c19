import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DiscrepancyRow } from '../../../db/domain/discrepancy.ts'
import type { Fen } from '../../../db/domain/fen.ts'
import { quoted } from '../../parts/Amount.tsx'
import { CitationPanel } from '../../parts/CitationPanel.tsx'
import { CitedAmount } from '../../parts/CitedAmount.tsx'
import { instantInTable } from '../../parts/instant.ts'
import { StatusTag, type Tone } from '../../parts/StatusTag.tsx'
import { useWhyNot } from '../../state.tsx'
import { isDiscrepancyKind } from '../../text/check.ts'
import { AttachmentButton } from '../attachment/AttachmentButton.tsx'
import { ChangeHistory } from '../change/ChangeHistory.tsx'

interface DiscrepancyLineProps {
  readonly discrepancy: DiscrepancyRow
  readonly fileCount: number
  /** A link led to this one. */
  readonly isMarked: boolean
  readonly onSetStatus: () => void
}

/** One contradiction: what it is, its figures as they stand, the quotes, and what a person said of it. */
export function DiscrepancyLine({ discrepancy, fileCount, isMarked, onSetStatus }: DiscrepancyLineProps) {
  const { t } = useTranslation(['check', 'terms'])
  const whyNot = useWhyNot('setDiscrepancyStatus')
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isMarked) line.current?.scrollIntoView({ block: 'center' })
  }, [isMarked])
  const { status, statusReason, statusBy, statusAt, text } = discrepancy
  return (
    <tr ref={line} id={discrepancy.id} className={isMarked ? 'is-marked' : ''}>
      <td className="discrepancy-what">
        <div className="grey">
          {t(`kind.${isDiscrepancyKind(discrepancy.kind) ? discrepancy.kind : 'other'}`)} · {planOf()}
        </div>
        <div lang="zh-CN" {...quoted}>
          {text}
        </div>
        <Figures discrepancy={discrepancy} />
      </td>
      <td>
        <CitationPanel citations={discrepancy.citations} />
      </td>
      <td className="discrepancy-status">
        <StatusTag tone={toneOf(status)}>{t(`terms:discrepancyStatus.${status}`)}</StatusTag>
        {statusReason !== null && <div>{statusReason}</div>}
        {statusBy !== null && statusAt !== null && (
          <div className="grey">{t('byAt', { name: statusBy, at: instantInTable(statusAt) })}</div>
        )}
        <div className="discrepancy-actions is-screen-only">
          <Button
            size="small"
            disabled={whyNot !== null}
            {...(whyNot === null ? {} : { title: whyNot })}
            aria-label={t('setStatusOf', { text })}
            onClick={onSetStatus}
          >
            {t('setStatus')}
          </Button>
          <AttachmentButton subject="discrepancy" subjectId={discrepancy.id} title={text} count={fileCount} />
          <ChangeHistory entityId={discrepancy.id} subject={text} isSmall />
        </div>
      </td>
    </tr>
  )

  function planOf() {
    if (discrepancy.projectId === null) return discrepancy.planName
    return <Link to={`/projects/${encodeURIComponent(discrepancy.projectId)}`}>{discrepancy.planName}</Link>
  }
}

function toneOf(status: DiscrepancyRow['status']): Tone {
  switch (status) {
    case 'open':
      return 'amber'
    case 'inquired':
      return 'accent'
    case 'corrected':
      return 'green'
  }
}

/** All three figures side by side; none is repaired. */
function Figures({ discrepancy }: { readonly discrepancy: DiscrepancyRow }) {
  const { t } = useTranslation('check')
  const known: { readonly name: string; readonly fen: Fen }[] = []
  if (discrepancy.publishedFen !== null)
    known.push({ name: t('publishedFigure'), fen: discrepancy.publishedFen })
  if (discrepancy.itemsTotalFen !== null)
    known.push({ name: t('itemsFigure'), fen: discrepancy.itemsTotalFen })
  if (discrepancy.gapFen !== null) known.push({ name: t('gapFigure'), fen: discrepancy.gapFen })
  if (known.length === 0) return null
  return (
    <dl className="discrepancy-figures">
      {known.map(({ name, fen }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <CitedAmount fen={fen} subject={name} citations={discrepancy.citations} withUnit />
          </dd>
        </div>
      ))}
    </dl>
  )
}
