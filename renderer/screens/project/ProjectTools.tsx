import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../db/domain/plan.ts'
import { type Standing, standings } from '../../../db/domain/standing.ts'
import { type ProjectChoice, type StateChoice, stateChoices } from './useProjectChoice.ts'

interface ProjectToolsProps {
  readonly plans: readonly Plan[]
  readonly choice: ProjectChoice
  readonly onChoose: (changes: Partial<ProjectChoice>) => void
}

export function ProjectTools({ plans, choice, onChoose }: ProjectToolsProps) {
  const { t } = useTranslation(['project', 'schedule'])
  return (
    <div className="project-tools" role="search" aria-label={t('filter')}>
      <span data-page-search>
        <Input
          allowClear
          className="project-search"
          value={choice.text}
          placeholder={t('searchText')}
          aria-label={t('searchText')}
          onChange={(event) => onChoose({ text: event.target.value })}
        />
      </span>
      <Select
        className="project-plan"
        aria-label={t('plan')}
        value={choice.planId ?? ''}
        options={[
          { value: '', label: t('allPlans') },
          ...plans.map((plan) => ({ value: plan.id, label: plan.name })),
        ]}
        onChange={(planId) => onChoose({ planId: planId === '' ? null : planId })}
      />
      <Select<Standing | 'any'>
        className="project-standing"
        aria-label={t('standingFilter')}
        value={choice.standing ?? 'any'}
        options={anyStanding.map((value) => ({
          value,
          label: value === 'any' ? t('allStandings') : t(`schedule:standing.${value}`),
        }))}
        onChange={(standing) => onChoose({ standing: standing === 'any' ? null : standing })}
      />
      <Select<StateChoice>
        className="project-standing"
        aria-label={t('stateFilter')}
        value={choice.state}
        options={stateChoices.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(state) => onChoose({ state })}
      />
    </div>
  )
}

const anyStanding = ['any', ...standings] as const
