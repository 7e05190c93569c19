import { useTranslation } from 'react-i18next'
import type { Lateness } from '../../db/domain/milestone.ts'
import { StatusTag, type Tone } from './StatusTag.tsx'

/** How a milestone stands against its target; days only where the target names a day. */
export function LatenessTag({ lateness }: { readonly lateness: Lateness }) {
  const { t } = useTranslation('terms')
  const tone = toneOf(lateness.kind)
  if ((lateness.kind === 'late' || lateness.kind === 'doneLate') && lateness.days !== null) {
    return <StatusTag tone={tone}>{t(`lateness.${lateness.kind}Days`, { days: lateness.days })}</StatusTag>
  }
  return <StatusTag tone={tone}>{t(`lateness.${lateness.kind}`)}</StatusTag>
}

function toneOf(kind: Lateness['kind']): Tone {
  switch (kind) {
    case 'done':
    case 'doneLate':
      return 'green'
    case 'late':
    case 'periodPassed':
      return 'amber'
    case 'open':
      return 'accent'
    case 'undated':
    case 'cancelled':
      return 'grey'
  }
}
