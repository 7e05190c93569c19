import { useTranslation } from 'react-i18next'
import type { RequestInput } from '../../../../db/requests/requests.ts'
import { monthDays } from '../books/monthAddress.ts'
import type { MoneyView } from '../useMoneyView.ts'

interface FundFilter {
  readonly text: string
  /** What takes it away. */
  readonly cleared: Partial<MoneyView>
}

/** What 下达 and 到位 are filtered by: as it is asked, and as it is said. */
export function useFundFilters(view: MoneyView, fundName: string | null) {
  const { t } = useTranslation(['money', 'fund'])
  const { fundId, projectId, year, entryKind, from, to } = view
  const asked: RequestInput<'listFundEntries'> = Object.fromEntries(
    Object.entries({ fundId, projectId, year, kind: entryKind, from, to }).filter(
      ([, value]) => value !== null,
    ),
  )
  const filters: readonly (FundFilter | null)[] = [
    fundId === null ? null : { text: t('ofFund', { name: fundName ?? '' }), cleared: { fundId: null } },
    entryKind === null ? null : { text: t(`entryKind.${entryKind}`), cleared: { entryKind: null } },
    year === null ? null : { text: t('fund:ofYear', { year }), cleared: { year: null } },
    from === null && to === null
      ? null
      : { text: daysText(from, to) ?? t('entriesUntil', { to }), cleared: { from: null, to: null } },
  ]
  return { asked, filters: filters.filter((filter) => filter !== null) }
}

/** A whole month by its name, else the days; null where they have no beginning. */
function daysText(from: string | null, to: string | null): string | null {
  if (from === null) return null
  const month = from.slice(0, 7)
  return monthDays(month).join() === [from, to].join() ? month : `${from} — ${to ?? ''}`
}
