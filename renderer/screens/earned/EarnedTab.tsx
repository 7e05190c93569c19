import './earned.css'
import { Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type Day, day } from '../../../db/domain/day.ts'
import { type CostBasis, costBases } from '../../../db/domain/earnedValue.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { useRequest } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { typedDay } from '../payment/typedDay.ts'
import { EarnedCurve } from './EarnedCurve.tsx'
import { EarnedFigures } from './EarnedFigures.tsx'
import { EarnedForecast } from './EarnedForecast.tsx'
import { EarnedTasks } from './EarnedTasks.tsx'

interface EarnedTabProps {
  readonly projects: readonly ProjectRow[]
  readonly today: Day
}

/** 挣值: one project's figures as of a day, with their formulas, the S-curve, and the tasks that add up to them. */
export function EarnedTab({ projects, today }: EarnedTabProps) {
  const { t } = useTranslation('earned')
  const [query, setQuery] = useSearchParams()
  const projectId = query.get('projectId')
  const [typed, setTyped] = useState(today)
  const [basis, setBasis] = useState<CostBasis>('paid')
  const asOf = typedDay(typed, today)
  const isDay = asOf !== null && day.safeParse(asOf).success

  return (
    <>
      <div className="earned-tools">
        <Select
          className="earned-project"
          aria-label={t('project')}
          placeholder={t('chooseProject')}
          showSearch={{ optionFilterProp: 'label' }}
          value={projectId}
          onChange={(chosen) => {
            setQuery(
              (before) => {
                const next = new URLSearchParams(before)
                next.set('projectId', chosen)
                return next
              },
              { replace: true },
            )
          }}
          options={projects.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <label className="earned-as-of">
          {t('asOf')}
          <Input
            value={typed}
            autoComplete="off"
            status={isDay ? '' : 'error'}
            aria-invalid={!isDay}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <span>{t('basis')}</span>
        <Segmented
          aria-label={t('basis')}
          value={basis}
          onChange={setBasis}
          options={costBases.map((value) => ({ value, label: t(`bases.${value}`) }))}
        />
      </div>
      {projectId === null ? (
        <LoadState kind="empty" text={t('projectMissing')} />
      ) : (
        <ProjectEarned projectId={projectId} asOf={isDay ? asOf : today} basis={basis} />
      )}
    </>
  )
}

interface ProjectEarnedProps {
  readonly projectId: string
  readonly asOf: Day
  readonly basis: CostBasis
}

function ProjectEarned(input: ProjectEarnedProps) {
  const answer = useRequest('earnedValue', input, { keepsPrevious: true })
  return (
    <Loaded answer={answer}>
      {(earned) => (
        <div className="earned">
          <EarnedFigures earned={earned} />
          <EarnedCurve earned={earned} />
          {earned.items.length > 0 && <EarnedTasks items={earned.items} projectId={earned.projectId} />}
          <EarnedForecast projectId={input.projectId} asOf={earned.asOf} />
        </div>
      )}
    </Loaded>
  )
}
