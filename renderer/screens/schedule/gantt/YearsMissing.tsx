import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

interface YearsMissingProps {
  readonly years: readonly number[]
  readonly projectId: string | null
}

/** Says which years of the schedule nobody has a list of holidays of; there weekdays and exceptions alone are counted. */
export function YearsMissing({ years, projectId }: YearsMissingProps) {
  const { t } = useTranslation(['calendar', 'task'])
  if (years.length === 0) return null
  return (
    <p className="schedule-note amber" role="note">
      {t('yearsMissing', { years: yearsText(years) })}{' '}
      <Link to={projectId === null ? '/settings' : `/settings?calendarOf=${projectId}`}>{t('title')}</Link>
    </p>
  )
}

/** 2027–2030, 2033 */
export function yearsText(years: readonly number[]): string {
  const runs: { first: number; last: number }[] = []
  for (const year of years) {
    const run = runs.at(-1)
    if (run?.last === year - 1) runs[runs.length - 1] = { ...run, last: year }
    else runs.push({ first: year, last: year })
  }
  return runs
    .map(({ first, last }) => (first === last ? String(first) : `${String(first)}–${String(last)}`))
    .join('、')
}
