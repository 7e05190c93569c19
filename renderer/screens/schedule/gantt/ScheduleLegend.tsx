import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BarKey, barKeys } from '../../../chart/BarKey.tsx'
import { diamondLooks } from '../../../chart/chartRow.ts'
import { DiamondKey } from '../../../chart/DiamondKey.tsx'
import { LineKey, lineKeys } from '../../../chart/LineKey.tsx'

/** All that the chart draws; each mark differs from the others in its form, so that it can be read in grey. */
export function ScheduleLegend() {
  const { t } = useTranslation('schedule')
  return (
    <ul className="schedule-legend" aria-label={t('legend')}>
      {barKeys.map((kind) => (
        <Key key={kind} mark={<BarKey kind={kind} />} words={t(`legendBars.${kind}`)} />
      ))}
      <li>{t('legendMilestones')}</li>
      {diamondLooks.map((look) => (
        <Key key={look} mark={<DiamondKey look={look} />} words={t(`legendMarks.${look}`)} />
      ))}
      {lineKeys.map((kind) => (
        <Key key={kind} mark={<LineKey kind={kind} />} words={t(`legendLines.${kind}`)} />
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
