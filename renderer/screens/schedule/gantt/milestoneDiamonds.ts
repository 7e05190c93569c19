import type { TFunction } from 'i18next'
import type { Lateness } from '../../../../db/domain/milestone.ts'
import { type PlanDate, planDateInWords, spanOf } from '../../../../db/domain/planDate.ts'
import type { Language } from '../../../../db/domain/ruleText.ts'
import type { ChartDiamond, DiamondLook } from '../../../chart/chartRow.ts'

export interface Words {
  readonly t: TFunction<['schedule', 'terms']>
  readonly language: Language
}

interface DatedMilestone {
  readonly name: string
  readonly due: PlanDate | null
  readonly actual: PlanDate | null
  readonly forecast: PlanDate | null
  readonly standing: Lateness['kind']
}

/** What is written beside a milestone that has a row of its own. */
export function milestoneLabel({ due, actual, forecast, standing }: DatedMilestone, { t, language }: Words) {
  if (standing === 'cancelled') return null
  if (actual !== null) return planDateInWords(actual, language)
  const parts = [
    due === null ? null : planDateInWords(due, language),
    forecast === null ? null : t('forecastLabel', { date: planDateInWords(forecast, language) }),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
}

/** Where it was to be, where it is expected while it is not done, and where it was. */
export function milestoneDiamonds(
  milestone: DatedMilestone,
  isAlone: boolean,
  { t, language }: Words,
): readonly ChartDiamond[] {
  const { name, due, actual, forecast, standing } = milestone
  const isDone = standing === 'done' || standing === 'doneLate'
  const mark = (
    look: DiamondLook,
    line: ChartDiamond['line'],
    date: PlanDate,
    title: string,
  ): ChartDiamond => {
    const { first, last } = spanOf(date)
    return { look, line, first, last, hasWhisker: isAlone || line === 'actual', count: 1, title }
  }
  const marks: ChartDiamond[] = []
  if (standing === 'cancelled') return marks
  if (due !== null && (!isDone || isAlone)) {
    const title = t('dueTitle', {
      name,
      date: planDateInWords(due, language),
      standing: t(`terms:lateness.${standing}`),
    })
    marks.push(mark(lookOf(standing), 'planned', due, title))
  }
  if (forecast !== null && !isDone) {
    const title = t('forecastTitle', { name, date: planDateInWords(forecast, language) })
    marks.push(mark('forecast', 'actual', forecast, title))
  }
  if (actual !== null && isDone) {
    const title = t('doneTitle', { name, date: planDateInWords(actual, language) })
    marks.push(mark('done', 'actual', actual, title))
  }
  return marks
}

function lookOf(standing: Lateness['kind']): DiamondLook {
  switch (standing) {
    case 'late':
      return 'late'
    case 'periodPassed':
      return 'silent'
    case 'done':
    case 'doneLate':
    case 'open':
    case 'undated':
    case 'cancelled':
      return 'planned'
  }
}
