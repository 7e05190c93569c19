import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Citation } from '../../db/domain/citation.ts'
import { CitationDrawer } from './CitationDrawer.tsx'

interface CitedWordsProps {
  /** As the source prints them. */
  readonly words: string
  readonly subject: string
  readonly citations: readonly Citation[]
}

/** Words of a source that hold a figure: they open the quote. */
export function CitedWords({ words, subject, citations }: CitedWordsProps) {
  const { t } = useTranslation('terms')
  const [isOpen, setIsOpen] = useState(false)
  if (citations.length === 0) return words
  return (
    <>
      <button
        type="button"
        className="figure-origin is-words"
        title={t('citationOpen')}
        aria-label={`${words}，${t('citationOpen')}`}
        onClick={() => setIsOpen(true)}
      >
        {words}
      </button>
      <CitationDrawer
        subject={subject}
        citations={citations}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      />
    </>
  )
}
