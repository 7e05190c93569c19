import { useTranslation } from 'react-i18next'
import type { Citation } from '../../db/domain/citation.ts'
import { WithCitations } from './WithCitations.tsx'

interface CitedWordsProps {
  /** As the source prints them. */
  readonly words: string
  readonly subject: string
  readonly citations: readonly Citation[]
}

/** Words of a source that hold a figure: they open the quote. */
export function CitedWords({ words, subject, citations }: CitedWordsProps) {
  const { t } = useTranslation('terms')
  if (citations.length === 0) return words
  return (
    <WithCitations subject={subject} citations={citations}>
      {(open) => (
        <button
          type="button"
          className="figure-origin is-words"
          title={t('citationOpen')}
          aria-label={`${words}，${t('citationOpen')}`}
          onClick={open}
        >
          {words}
        </button>
      )}
    </WithCitations>
  )
}
