import { Button, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Standing, standings } from '../../../../db/domain/standing.ts'
import { type Zoom, zooms } from './scheduleView.ts'

export interface ScheduleChoice {
  readonly planId: string | null
  readonly projectId: string | null
  readonly text: string
  readonly standing: Standing | null
}

interface ScheduleToolsProps {
  readonly plans: readonly { readonly id: string; readonly name: string }[]
  readonly choice: ScheduleChoice
  readonly zoom: Zoom
  readonly areAllExpanded: boolean
  readonly onChoose: (changes: Partial<ScheduleChoice>) => void
  readonly onZoom: (zoom: Zoom) => void
  readonly onToday: () => void
  readonly onExpandAll: () => void
}

export function ScheduleTools({
  plans,
  choice,
  zoom,
  areAllExpanded,
  onChoose,
  onZoom,
  onToday,
  onExpandAll,
}: ScheduleToolsProps) {
  const { t } = useTranslation(['schedule', 'terms'])
  return (
    <div className="schedule-tools" role="search" aria-label={t('filter')}>
      <span data-page-search>
        <Input
          allowClear
          className="schedule-tools-text"
          value={choice.text}
          placeholder={t('filterText')}
          aria-label={t('filterText')}
          onChange={(event) => onChoose({ text: event.target.value })}
        />
      </span>
      <Select
        className="schedule-tools-plan"
        aria-label={t('terms:plan')}
        value={choice.planId ?? ''}
        options={[
          { value: '', label: t('allPlans') },
          ...plans.map((plan) => ({ value: plan.id, label: plan.name })),
        ]}
        onChange={(planId) => onChoose({ planId: planId === '' ? null : planId })}
      />
      <Select<Standing | 'any'>
        className="schedule-tools-standing"
        aria-label={t('standingFilter')}
        value={choice.standing ?? 'any'}
        options={anyStanding.map((value) => ({
          value,
          label: value === 'any' ? t('allStandings') : t(`standing.${value}`),
        }))}
        onChange={(standing) => onChoose({ standing: standing === 'any' ? null : standing })}
      />
      {choice.projectId !== null && (
        <Button onClick={() => onChoose({ projectId: null })}>{t('showAll')}</Button>
      )}
      <span className="schedule-tools-gap" />
      <Button onClick={onExpandAll}>{t(areAllExpanded ? 'collapseAll' : 'expandAll')}</Button>
      <Button onClick={onToday}>{t('toToday')}</Button>
      <Segmented<Zoom>
        aria-label={t('zoom')}
        value={zoom}
        options={zooms.map((value) => ({ value, label: t(`zooms.${value}`) }))}
        onChange={onZoom}
      />
    </div>
  )
}

const anyStanding = ['any', ...standings] as const
