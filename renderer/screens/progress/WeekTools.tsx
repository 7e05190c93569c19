import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../db/domain/plan.ts'

export interface WeekChoice {
  readonly on: string
  readonly planId: string | null
  readonly responsible: string | null
}

interface WeekToolsProps {
  readonly plans: readonly Plan[]
  readonly choice: WeekChoice
  readonly first: string
  readonly last: string
  readonly isThisWeek: boolean
  readonly responsibles: readonly string[]
  readonly asOf: string
  readonly onChoose: (choice: Partial<WeekChoice>) => void
  readonly onStep: (weeks: number) => void
  readonly onAsOf: (text: string) => void
}

/** Which week, whose tasks, and the day of which the reports speak. */
export function WeekTools(props: WeekToolsProps) {
  const { plans, choice, first, last, isThisWeek, responsibles, asOf, onChoose, onStep, onAsOf } = props
  const { t } = useTranslation('progress')
  return (
    <div className="week-tools">
      <div className="week-steps" role="group" aria-label={t('weekLabel')}>
        <Button icon={<LeftOutlined aria-hidden />} aria-label={t('earlier')} onClick={() => onStep(-1)} />
        <span className="week-name">{t('week', { first, last })}</span>
        <Button icon={<RightOutlined aria-hidden />} aria-label={t('later')} onClick={() => onStep(1)} />
        <Button disabled={isThisWeek} onClick={() => onStep(0)}>
          {t('thisWeek')}
        </Button>
      </div>
      <Select
        className="week-filter"
        aria-label={t('planFilter')}
        value={choice.planId ?? ''}
        onChange={(planId) => onChoose({ planId: planId === '' ? null : planId })}
        options={[
          { value: '', label: t('allPlans') },
          ...plans.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        className="week-filter"
        aria-label={t('responsibleFilter')}
        showSearch
        value={choice.responsible ?? ''}
        onChange={(responsible) => onChoose({ responsible: responsible === '' ? null : responsible })}
        options={[
          { value: '', label: t('allResponsibles') },
          ...responsibles.map((name) => ({ value: name, label: name })),
        ]}
      />
      <label className="week-as-of">
        {t('asOf')}
        <Input value={asOf} autoComplete="off" onChange={(event) => onAsOf(event.target.value)} />
      </label>
    </div>
  )
}
