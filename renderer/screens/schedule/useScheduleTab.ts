import { useSearchParams } from 'react-router'

/** The parts of 进度, in the order of their tabs. */
export const scheduleTabs = ['gantt', 'week', 'board', 'earned'] as const
export type ScheduleTab = (typeof scheduleTabs)[number]

/** Which part of 进度 is on the screen: in the address, so that a link can open it. */
export function useScheduleTab(): readonly [ScheduleTab, (tab: string) => void] {
  const [query, setQuery] = useSearchParams()
  const asked = query.get('tab')
  const tab: ScheduleTab = scheduleTabs.find((known) => known === asked) ?? 'gantt'
  const choose = (chosen: string) => {
    setQuery(
      (before) => {
        const next = new URLSearchParams(before)
        if (chosen === 'gantt') next.delete('tab')
        else next.set('tab', chosen)
        return next
      },
      { replace: true },
    )
  }
  return [tab, choose]
}
