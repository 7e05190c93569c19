import { Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Standing, standings } from '../../../../db/domain/standing.ts'
import type { ScheduleChoice } from './scheduleChoice.ts'

interface ScheduleToolsProps {
  readonly plans: readonly { readonly id: string; readonly name: string }[]
  readonly responsibles: readonly string[]
  readonly choice: ScheduleChoice
  readonly areAllExpanded: boolean
  readonly onChoose: (changes: Partial<ScheduleChoice>) => void
  readonly onExpandAll: () => void
  /** The choice of columns and what else belongs to the table. */
  readonly children: ReactNode
  /** The scale, where this line has the room for it. */
  readonly scale: ReactNode
}

/** What of the schedule is shown. */
export function ScheduleTools(props: ScheduleToolsProps) {
  const { plans, responsibles, choice, onChoose } = props
  const { t } = useTranslation(['schedule', 'terms'])
  return (
    <div className="schedule-tools" role="search" aria-label={t('filter')}>
      <span data-page-search className="schedule-tools-search">
        <Input
          allowClear
          value={choice.text}
          placeholder={t('filterText')}
          aria-label={t('filterText')}
          onChange={(event) => onChoose({ text: event.target.value })}
        />
      </span>
      {choice.projectId === null && (
        <Select
          className="schedule-tools-plan"
          aria-label={t('terms:plan')}
          value={choice.planId ?? ''}
          options={[
            { value: '', label: t('allPlans') },
            ...plans.map((plan) => ({ value: plan.id, label: plan.name })),
          ]}
          onChange={(planId) => onChoose({ planId })}
        />
      )}
      {choice.projectId === null && (
        <Select<Standing | ''>
          className="schedule-tools-standing"
          aria-label={t('standingFilter')}
          value={choice.standing ?? ''}
          options={[
            { value: '', label: t('allStandings') },
            ...standings.map((value) => ({ value, label: t(`standing.${value}`) })),
          ]}
          onChange={(standing) => onChoose({ standing: standing === '' ? null : standing })}
        />
      )}
      <Select
        className="schedule-tools-responsible"
        aria-label={t('column.responsible')}
        value={choice.responsible ?? ''}
        showSearch
        options={[
          { value: '', label: t('allResponsibles') },
          ...responsibles.map((value) => ({ value, label: value })),
        ]}
        onChange={(responsible) => onChoose({ responsible })}
      />
      <Select<'' | 'late' | 'critical'>
        className="schedule-tools-only"
        aria-label={t('onlyFilter')}
        value={choice.only ?? ''}
        options={[
          { value: '', label: t('allTasks') },
          { value: 'late', label: t('onlyLate') },
          { value: 'critical', label: t('onlyCritical') },
        ]}
        onChange={(only) => onChoose({ only: only === '' ? null : only })}
      />
      <span className="schedule-tools-gap" />
      {props.children}
      <Button onClick={props.onExpandAll}>{t(props.areAllExpanded ? 'collapseAll' : 'expandAll')}</Button>
      {props.scale}
    </div>
  )
}
