import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BarKey, barKeys } from '../../../chart/BarKey.tsx'
import { diamondLooks } from '../../../chart/chartRow.ts'
import { DiamondKey } from '../../../chart/DiamondKey.tsx'
import { LineKey, lineKeys } from '../../../chart/LineKey.tsx'

/** All that the chart draws; each mark differs from the others in its form, so that it can be read in grey. */
export function ScheduleLegend() {
  const { t } = useTranslation('legend')
  return (
    <ul className="schedule-legend" aria-label={t('title')}>
      {barKeys.map((kind) => (
        <Key key={kind} mark={<BarKey kind={kind} />} words={t(`bars.${kind}`)} />
      ))}
      <li>{t('milestones')}</li>
      {diamondLooks.map((look) => (
        <Key key={look} mark={<DiamondKey look={look} />} words={t(`marks.${look}`)} />
      ))}
      {lineKeys.map((kind) => (
        <Key key={kind} mark={<LineKey kind={kind} />} words={t(`lines.${kind}`)} />
      ))}
    </ul>
  )
}

function Key({ mark, words }: { readonly mark: ReactNode; readonly words: string }) {
  return (
    <li>
      {mark} {words}
    </li>
  )
}
