import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Zoom, zooms } from './scheduleView.ts'

interface ScaleToolsProps {
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly onToday: () => void
}

/** How finely the time is drawn, and the way back to today. */
export function ScaleTools({ zoom, onZoom, onToday }: ScaleToolsProps) {
  const { t } = useTranslation('schedule')
  return (
    <>
      <Button onClick={onToday}>{t('toToday')}</Button>
      <Segmented<Zoom>
        aria-label={t('zoom')}
        value={zoom}
        options={zooms.map((value) => ({ value, label: t(`zooms.${value}`) }))}
        onChange={onZoom}
      />
    </>
  )
}
