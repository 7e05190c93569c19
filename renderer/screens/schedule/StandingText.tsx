import { useTranslation } from 'react-i18next'
import { periodInWords } from '../../../db/domain/period.ts'
import type { Standing } from '../../../db/domain/standing.ts'
import type { TimelineProject } from '../../../db/domain/timeline.ts'
import { PeriodText } from '../../parts/PeriodText.tsx'
import type { Tone } from '../../parts/StatusTag.tsx'
import { useLanguage } from '../../state.tsx'

/** The actual dates of a project that is done, else how it stands. */
export function StandingText({ project }: { readonly project: TimelineProject }) {
  const { t } = useTranslation('schedule')
  const language = useLanguage()
  const { actualStart, actualFinish, standing } = project
  const words = t(`standing.${standing}`)
  if (standing === 'done' && actualFinish !== null) {
    return (
      <span title={`${words} ${periodInWords(actualStart, actualFinish, language) ?? ''}`}>
        <PeriodText start={actualStart} finish={actualFinish} />
      </span>
    )
  }
  return (
    <span className={standingTone[standing] === 'amber' ? 'amber' : 'grey'} title={words}>
      {words}
    </span>
  )
}

export const standingTone: Readonly<Record<Standing, Tone>> = {
  late: 'amber',
  periodPassed: 'amber',
  open: 'accent',
  undated: 'grey',
  done: 'green',
}
