import { useMemo } from 'react'
import { type Day, localDay } from '../../../db/domain/day.ts'
import type { MilestoneRow } from '../../../db/domain/milestone.ts'
import type { Plan } from '../../../db/domain/plan.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { type Timeline, timelineOf } from '../../../db/domain/timeline.ts'
import { useAllPages } from '../../api.ts'

export interface ScheduleSources {
  readonly plans: readonly Plan[]
  readonly projects: readonly ProjectRow[]
  readonly milestones: readonly MilestoneRow[]
  readonly timeline: Timeline
  readonly today: Day
}

/** What every part of 进度 stands on; null until all of it is read. */
export function useScheduleSources() {
  const plans = useAllPages('listPlans', {})
  const projects = useAllPages('listProjects', {})
  const milestones = useAllPages('listMilestones', {})
  const today = localDay(new Date())
  const sources = useMemo((): ScheduleSources | null => {
    if (plans.data === undefined || projects.data === undefined || milestones.data === undefined) return null
    return {
      plans: plans.data,
      projects: projects.data,
      milestones: milestones.data,
      timeline: timelineOf(plans.data, projects.data, milestones.data, today),
      today,
    }
  }, [plans.data, projects.data, milestones.data, today])
  return { sources, answers: [plans, projects, milestones] }
}
