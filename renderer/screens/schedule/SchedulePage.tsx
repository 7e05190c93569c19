import './schedule.css'
import { Tabs } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import type { MilestoneRow } from '../../../db/domain/milestone.ts'
import type { Plan } from '../../../db/domain/plan.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { timelineOf } from '../../../db/domain/timeline.ts'
import { useAllPages } from '../../api.ts'
import { LoadState } from '../../parts/LoadState.tsx'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { GanttTab } from './gantt/GanttTab.tsx'
import { Unread } from './Unread.tsx'
import { type ScheduleTab, scheduleTabs, useScheduleTab } from './useScheduleTab.ts'

/** 进度: all plans on one time axis; what has no date stands beneath. */
export function SchedulePage() {
  const plans = useAllPages('listPlans', {})
  const projects = useAllPages('listProjects', {})
  const milestones = useAllPages('listMilestones', {})
  const { t } = useTranslation('schedule')
  if (plans.data === undefined || projects.data === undefined || milestones.data === undefined) {
    return <Unread title={t('title')} answers={[plans, projects, milestones]} />
  }
  if (projects.data.length === 0) {
    return (
      <ScreenFrame title={t('title')}>
        <LoadState kind="empty" text={t('noProjects')} />
      </ScreenFrame>
    )
  }
  return <ReadSchedule plans={plans.data} projects={projects.data} milestones={milestones.data} />
}

interface ReadScheduleProps {
  readonly plans: readonly Plan[]
  readonly projects: readonly ProjectRow[]
  readonly milestones: readonly MilestoneRow[]
}

function ReadSchedule({ plans, projects, milestones }: ReadScheduleProps) {
  const { t } = useTranslation('schedule')
  const today = localDay(new Date())
  const [tab, choose] = useScheduleTab()
  const timeline = useMemo(
    () => timelineOf(plans, projects, milestones, today),
    [plans, projects, milestones, today],
  )
  const count = (part: 'projects' | 'undated') =>
    timeline.groups.reduce((sum, group) => sum + group[part].length, 0)
  const parts: Readonly<Record<ScheduleTab, ReactNode>> = {
    gantt: (
      <GanttTab plans={plans} projects={projects} timeline={timeline} milestones={milestones} today={today} />
    ),
  }
  return (
    <ScreenFrame
      title={t('title')}
      lead={t('lead', { projects: count('projects'), undated: count('undated'), today })}
      isFilled
    >
      <Tabs
        className="schedule-tabs"
        size="small"
        activeKey={tab}
        onChange={choose}
        destroyOnHidden
        items={scheduleTabs.map((key) => ({
          key,
          label: t(`tab.${key}`),
          children: parts[key],
        }))}
      />
    </ScreenFrame>
  )
}
