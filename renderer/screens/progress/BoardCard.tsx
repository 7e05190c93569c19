import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DueColumn } from '../../../db/domain/dueBoard.ts'
import { planDateInWords } from '../../../db/domain/planDate.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { useLanguage } from '../../state.tsx'

type Card = RequestOutput<'dueBoard'>['rows'][number]['cards']['late'][number]

/** A task with its day; opens its project. */
export function BoardCard({ card, column }: { readonly card: Card; readonly column: DueColumn }) {
  const { t } = useTranslation('progress')
  const language = useLanguage()
  const { item, expected, isForecast, daysLate, daysLeft } = card
  const date = planDateInWords(expected, language)
  return (
    <li className="board-card">
      <Link
        to={`/projects/${item.projectId}`}
        aria-label={t('openProject', { project: item.projectName, name: item.name })}
      >
        {item.kind === 'milestone' ? '◆ ' : ''}
        {item.name}
      </Link>
      <span className="grey">{item.projectName}</span>
      <span className={column === 'late' ? 'board-late' : undefined}>
        {isForecast ? t('forecastOf', { date }) : date}
        {daysLate !== null && ` · ${t('daysLate', { count: daysLate })}`}
        {column !== 'late' && column !== 'unreported' && daysLeft !== null && ` · ${leftText(daysLeft)}`}
      </span>
    </li>
  )

  function leftText(days: number) {
    return days === 0 ? t('dueToday') : t('daysLeft', { count: days })
  }
}
