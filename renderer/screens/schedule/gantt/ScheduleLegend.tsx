import { useTranslation } from 'react-i18next'
import { BarKey } from '../../../chart/BarKey.tsx'
import { diamondLooks } from '../../../chart/chartRow.ts'
import { DiamondKey } from '../../../chart/DiamondKey.tsx'

export function ScheduleLegend() {
  const { t } = useTranslation('schedule')
  return (
    <ul className="schedule-legend" aria-label={t('legend')}>
      <li>
        <BarKey kind="planned" /> {t('legendPlanned')}
      </li>
      <li>
        <BarKey kind="actual" /> {t('legendActual')}
      </li>
      <li>
        <BarKey kind="planned" isSoft /> {t('legendSoft')}
      </li>
      <li>{t('legendMilestones')}</li>
      {diamondLooks.map((look) => (
        <li key={look}>
          <DiamondKey look={look} /> {t(`legendMarks.${look}`)}
        </li>
      ))}
    </ul>
  )
}
