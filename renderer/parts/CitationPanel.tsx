import { useTranslation } from 'react-i18next'
import type { Citation } from '../../db/domain/citation.ts'
import { quoted } from './Amount.tsx'

/** Quotes as printed, each with its document, section and lines. */
export function CitationPanel({ citations }: { readonly citations: readonly Citation[] }) {
  const { t } = useTranslation('terms')
  if (citations.length === 0) return <p className="grey">{t('citationNone')}</p>
  return (
    <ul className="citations">
      {citations.map((citation) => (
        <li key={citation.id}>
          <div className="quote-place">{placeOf(citation)}</div>
          <blockquote className="quote" lang="zh-CN" cite={citation.source} {...quoted}>
            {citation.quote}
          </blockquote>
        </li>
      ))}
    </ul>
  )

  function placeOf({ source, section, lineFrom, lineTo }: Citation) {
    return [source, section, linesOf(lineFrom, lineTo)].filter((part) => part !== '').join(' · ')
  }

  function linesOf(from: number | null, to: number | null) {
    if (from === null) return ''
    return to === null || to === from ? t('lines', { from }) : t('linesRange', { from, to })
  }
}
