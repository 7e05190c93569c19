import { FileTextOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Citation } from '../../db/domain/citation.ts'
import { WithCitations } from './WithCitations.tsx'

interface CitationButtonProps {
  /** What the citations are of, for the drawer's title and the accessible name. */
  readonly subject: string
  readonly citations: readonly Citation[]
  /** Shows the word 出处 beside the icon. */
  readonly isWordy?: boolean
}

/** Opens the quotes; nothing is shown where there are none. */
export function CitationButton({ subject, citations, isWordy = false }: CitationButtonProps) {
  const { t } = useTranslation('terms')
  if (citations.length === 0) return null
  return (
    <WithCitations subject={subject} citations={citations}>
      {(open) => (
        <Button
          type="link"
          size="small"
          icon={<FileTextOutlined aria-hidden />}
          aria-label={t('citationOf', { subject })}
          title={t('citationOpen')}
          onClick={open}
        >
          {isWordy ? t('citation') : null}
        </Button>
      )}
    </WithCitations>
  )
}
