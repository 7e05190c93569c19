import './schedule.css'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadState } from '../../parts/LoadState.tsx'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { EarnedTab } from '../earned/EarnedTab.tsx'
import { BoardTab } from '../progress/BoardTab.tsx'
import { WeekTab } from '../progress/WeekTab.tsx'
import { GanttTab } from './gantt/GanttTab.tsx'
import { Unread } from './Unread.tsx'
import { type ScheduleSources, useScheduleSources } from './useScheduleSources.ts'
import { type ScheduleTab, scheduleTabs, useScheduleTab } from './useScheduleTab.ts'

/** 进度: all plans on one time axis; what has no date stands beneath. */
export function SchedulePage() {
  const { t } = useTranslation('schedule')
  const { sources, answers } = useScheduleSources()
  if (sources === null) return <Unread title={t('title')} answers={answers} />
  if (sources.projects.length === 0) {
    return (
      <ScreenFrame title={t('title')}>
        <LoadState kind="empty" text={t('noProjects')} />
      </ScreenFrame>
    )
  }
  return <ReadSchedule sources={sources} />
}

function ReadSchedule({ sources }: { readonly sources: ScheduleSources }) {
  const { t } = useTranslation('schedule')
  const [tab, choose] = useScheduleTab()
  const count = (part: 'projects' | 'undated') =>
    sources.timeline.groups.reduce((sum, group) => sum + group[part].length, 0)
  const parts: Readonly<Record<ScheduleTab, ReactNode>> = {
    gantt: <GanttTab sources={sources} />,
    week: <WeekTab plans={sources.plans} today={sources.today} />,
    board: <BoardTab plans={sources.plans} />,
    earned: <EarnedTab projects={sources.projects} today={sources.today} />,
  }
  return (
    <ScreenFrame
      title={t('title')}
      lead={t('lead', { projects: count('projects'), undated: count('undated'), today: sources.today })}
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
